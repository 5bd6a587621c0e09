import { serveReader } from './serve.ts'
import type { FromReader, ReaderPulse } from '../shared/reader.ts'

// The entry of the reader process. It is handed one port, reads one file for it, and is then ended by its starter.
interface Port {
  postMessage(message: FromReader): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  start(): void
}
interface ParentPort {
  on(event: 'message', listener: (event: { readonly ports: readonly Port[] }) => void): void
  postMessage(message: ReaderPulse): void
}

const { parentPort } = process as unknown as { readonly parentPort: ParentPort }

parentPort.on('message', ({ ports: [port] }) => {
  if (!port) return
  serveReader({
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    pulse: (pulse) => parentPort.postMessage(pulse),
  })
  port.start()
})
