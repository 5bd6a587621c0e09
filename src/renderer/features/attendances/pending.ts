import { ask, keyOf, queryClient } from '../../api'
import { asAppError } from '../../connection'
import type { RollCallSheet } from '../../../shared/features/attendances'
import type { AppError } from '../../../shared/errors'
import { type Said, withSaid } from './calling'

interface Waiting extends Said {
  readonly workshopId: string
  /** Typed minutes; null for what the state counts for. */
  readonly typed: number | null
}

/**
 * Marks on their way to the data process, one command each and in order, so that each can be undone. They are kept
 * outside the screen: a lock, or a data process that stops, makes them wait and loses none.
 */
let waiting: readonly Waiting[] = []
let sending: Promise<void> | null = null
const listeners = new Set<() => void>()
const pause = 700 // before a mark is tried again

export function saidAt(workshopId: string): readonly Waiting[] {
  return waiting.filter((mark) => mark.workshopId === workshopId)
}

export function onPending(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function allPending(): readonly Waiting[] {
  return waiting
}

/** Shows a mark at once and writes it; `onFailed` is told of one that was refused, which is then taken off. */
export function say(mark: Waiting, onFailed: (error: AppError) => void): void {
  change([...waiting, mark])
  sending ??= send(onFailed).finally(() => {
    sending = null
  })
}

/** Resolves once all that was said is written. */
export async function settled(): Promise<void> {
  await sending
}

async function send(onFailed: (error: AppError) => void): Promise<void> {
  for (;;) {
    const [mark] = waiting
    if (!mark) return
    try {
      await write(mark)
    } catch (problem) {
      const error = asAppError(problem)
      if (error.code === 'locked' || error.code === 'dataProcessStopped') {
        await new Promise((resolve) => setTimeout(resolve, pause))
        continue
      }
      onFailed(error)
    }
    change(waiting.filter((one) => one !== mark))
  }
}

async function write({ workshopId, personId, halfDay, state, typed, minutes }: Waiting): Promise<void> {
  await ask('attendances.mark', { workshopId, marks: [{ personId, halfDay, state, minutes: typed }] })
  // what is on screen follows at once, rather than fall back until it is read anew
  const queryKey = keyOf('attendances.ofWorkshop', { workshopId })
  queryClient.setQueryData<RollCallSheet>(queryKey, (sheet) =>
    sheet ? { ...sheet, people: [...withSaid(sheet.people, [{ personId, halfDay, state, minutes }])] } : sheet,
  )
}

function change(next: readonly Waiting[]): void {
  waiting = next
  for (const listener of listeners) listener()
}
