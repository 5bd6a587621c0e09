import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { OpenReader } from '../../src/data/context.ts'

/** Opens foreign files in tests as the application does: elsewhere, message by message, with an end to its memory. */
export const openTestReader: OpenReader = async () => {
  const worker = new Worker(join(import.meta.dirname, 'reader-worker.ts'), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  const stop = () => void worker.terminate()
  return {
    port: {
      postMessage: (message) => worker.postMessage(message),
      onMessage: (listener) => void worker.on('message', listener),
      onClose: (listener) => {
        worker.on('error', listener)
        worker.on('exit', listener)
      },
      close: stop,
    },
    stop,
  }
}
