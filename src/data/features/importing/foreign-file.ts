import { AppError } from '../../../shared/errors.ts'
import { FromReader, type FileShape, type ToReader } from '../../../shared/reader.ts'
import type { OpenReader } from '../../context.ts'

/**
 * Has a foreign file read elsewhere, and gives what is said of it, message by message. The next batch is asked
 * for when the last one was dealt with. The reader ends with the reading, however it ends.
 */
export async function* readForeignFile(
  openReader: OpenReader,
  path: string,
  shape: FileShape | null,
  signal: AbortSignal,
): AsyncGenerator<Exclude<FromReader, { type: 'failed' }>> {
  const reader = await openReader()
  const received: unknown[] = []
  let wake: () => void = () => undefined
  let closed = false
  const onAbort = () => wake()
  reader.port.onMessage((message) => {
    received.push(message)
    wake()
  })
  reader.port.onClose(() => {
    closed = true
    wake()
  })
  signal.addEventListener('abort', onAbort)
  const send = (message: ToReader) => reader.port.postMessage(message)
  try {
    send({ type: 'read', path, shape })
    send({ type: 'next' })
    for (;;) {
      while (received.length === 0 && !closed && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (signal.aborted) throw new AppError('cancelled')
      if (received.length === 0) throw new AppError('readerStopped')
      const read = FromReader.safeParse(received.shift())
      if (!read.success) throw new AppError('fileUnreadable', { reason: 'reader' })
      const message = read.data
      if (message.type === 'failed') throw new AppError(message.code, message.data)
      yield message
      if (message.type === 'end') return
      if (message.type === 'rows') send({ type: 'next' })
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    reader.stop()
    reader.port.close()
  }
}
