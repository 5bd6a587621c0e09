import { type MessagePort, parentPort } from 'node:worker_threads'
import { serveReader } from '../../src/reader/serve.ts'

// The reader's own code on a thread, where the application gives it a process; each file is asked for on a port of its own.
if (!parentPort) throw new Error('this file runs on a worker thread')
parentPort.on('message', (port: MessagePort) =>
  serveReader({
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    pulse: () => undefined,
  }),
)
