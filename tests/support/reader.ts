import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { OpenReader } from '../../src/data/context.ts'
import type { FromReader } from '../../src/shared/reader.ts'

const idle: Worker[] = []

/**
 * Opens foreign files in tests as the application does: elsewhere, message by message, with an end to its memory. To
 * start a thread costs more than most files do: one that said all of a file reads the next, one that is interrupted ends.
 */
export const openTestReader: OpenReader = async () => {
  const worker = idle.pop() ?? startThread()
  const { port1: port, port2: itsPort } = new MessageChannel()
  worker.postMessage(itsPort, [itsPort])
  let saidAll = false
  port.on('message', (message: FromReader) => {
    saidAll ||= message.type === 'end' || message.type === 'failed'
  })
  const stop = () => {
    port.close()
    worker.removeAllListeners()
    if (saidAll) idle.push(worker)
    else void worker.terminate()
  }
  return {
    port: {
      postMessage: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', listener),
      onClose: (listener) => {
        worker.on('error', listener)
        worker.on('exit', listener)
      },
      close: () => port.close(),
    },
    stop,
  }
}

function startThread(): Worker {
  const worker = new Worker(join(import.meta.dirname, 'reader-worker.ts'), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  worker.unref() // one that waits for a file keeps nobody
  return worker
}
