import { useCallback, useEffect, useRef, useState } from 'react'
import type { Progress } from '../shared/endpoint'
import type { AppError } from '../shared/errors'
import { type InputOf, type JobName, type JobResult, runJob } from './api'
import { asAppError } from './connection'

interface RunningJob {
  readonly progress: Progress | null
  readonly stopping: boolean
}

/** Long work started from a screen: its progress, how to stop it, why it failed. It is stopped with the screen. */
export function useJob<Name extends JobName>(name: Name) {
  const [running, setRunning] = useState<RunningJob | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  const run = useCallback(
    async (input: InputOf<Name>): Promise<JobResult<Name> | null> => {
      const controller = new AbortController()
      abort.current = controller
      setError(null)
      setRunning({ progress: null, stopping: false })
      try {
        const onProgress = (progress: Progress) => setRunning((now) => ({ progress, stopping: now?.stopping ?? false }))
        return await runJob(name, input, { signal: controller.signal, onProgress })
      } catch (problem) {
        setError(asAppError(problem))
        return null
      } finally {
        setRunning(null)
      }
    },
    [name],
  )

  const stop = useCallback(() => {
    setRunning((now) => (now ? { ...now, stopping: true } : now))
    abort.current?.abort()
  }, [])

  return { run, stop, running, error }
}
