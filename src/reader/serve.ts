import { ToReader, type FromReader, type ReaderPulse } from '../shared/reader.ts'
import { FileFailure } from './failure.ts'
import { readFileRows } from './read-file.ts'

export interface ReaderSide {
  readonly send: (message: FromReader) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** Tells whoever counts the reader's time that it works, or that it waits. */
  readonly pulse: (pulse: ReaderPulse) => void
}

/** Reads one file for one asker: the next batch leaves only when the last one was taken. */
export function serveReader(side: ReaderSide): void {
  let asked = 0
  let wake: (() => void) | null = null
  let started = false

  async function run(path: string, shape: Parameters<typeof readFileRows>[1]): Promise<void> {
    try {
      for await (const message of readFileRows(path, shape)) {
        if (message.type === 'rows') await taken()
        side.pulse({ type: 'working' })
        side.send(message)
      }
    } catch (error) {
      side.send(failureOf(error))
    }
    side.pulse({ type: 'waiting' })
  }

  /** Waits until the asker is ready for one more batch. */
  async function taken(): Promise<void> {
    while (asked === 0) {
      side.pulse({ type: 'waiting' })
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    asked -= 1
  }

  side.onMessage((received) => {
    const message = ToReader.safeParse(received)
    if (!message.success) return
    if (message.data.type === 'next') {
      asked += 1
      wake?.()
    } else if (!started) {
      started = true
      side.pulse({ type: 'working' })
      void run(message.data.path, message.data.shape)
    }
  })
}

function failureOf(error: unknown): FromReader {
  if (error instanceof FileFailure) return { type: 'failed', code: error.code, data: { ...error.data } }
  return { type: 'failed', code: 'fileUnreadable', data: { reason: 'unexpected' } }
}
