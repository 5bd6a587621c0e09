import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Outside {
  readonly url: string
  /** The paths that were asked for. */
  readonly asked: readonly string[]
  readonly close: () => Promise<void>
}

/** A server that stands for everything outside the application, and remembers who came. */
export async function openOutside(): Promise<Outside> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.end('outside')
  })
  server.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
