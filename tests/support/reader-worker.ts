import { parentPort } from 'node:worker_threads'
import { serveReader } from '../../src/reader/serve.ts'

// The reader's own code on a thread, where the application gives it a process.
if (!parentPort) throw new Error('this file runs on a worker thread')
const port = parentPort
serveReader({
  send: (message) => port.postMessage(message),
  onMessage: (listener) => port.on('message', listener),
  pulse: () => undefined,
})
