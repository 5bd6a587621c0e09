import { useState } from 'react'
import type { AppError } from '../../../../shared/errors'
import type { SpaceState } from '../../../../shared/features/space'
import { ask } from '../../../api'
import { asAppError } from '../../../connection'
import { useWait } from './use-wait'

export interface Unlocking {
  readonly pending: boolean
  readonly error: AppError | null
  /** Seconds before another try is taken. */
  readonly wait: number
  readonly attempt: (open: () => Promise<unknown>) => Promise<boolean>
  readonly clear: () => void
}

/** One try at opening a space: what went wrong, and how long to wait before the next. */
export function useUnlocking(waitSeconds: number): Unlocking {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const wait = useWait(waitSeconds)

  async function attempt(open: () => Promise<unknown>): Promise<boolean> {
    setPending(true)
    setError(null)
    try {
      await open()
      return true
    } catch (problem) {
      const failure = asAppError(problem)
      setError(failure)
      wait.start(failure.code === 'tooManyAttempts' ? Number(failure.data['seconds'] ?? 1) : await secondsToWait())
      return false
    } finally {
      setPending(false)
    }
  }

  return { pending, error, wait: wait.left, attempt, clear: () => setError(null) }
}

async function secondsToWait(): Promise<number> {
  const state: SpaceState | null = await ask('space.state', {}).catch(() => null)
  return state?.state === 'locked' ? state.waitSeconds : 0
}
