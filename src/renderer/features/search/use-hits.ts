import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { SearchHit } from '../../../shared/features/search'
import type { AppError } from '../../../shared/errors'
import { ask } from '../../api'
import { asAppError } from '../../connection'

const mostHits = 8 // what one can do stays in sight below them
const pause = 60 // ms between two letters of someone who types

interface Answer {
  readonly text: string
  readonly hits: readonly SearchHit[]
  readonly ms: number
}

export interface Hits {
  readonly hits: readonly SearchHit[]
  /** How long the answer took; null when nothing was asked. */
  readonly ms: number | null
  /** What is shown answers an earlier text. */
  readonly pending: boolean
  readonly error: AppError | null
}

/** The records that answer what is typed; those of the former letters stay until the next ones come. */
export function useHits(typed: string): Hits {
  const text = typed.trim()
  const [wanted] = useDebouncedValue(text, pause)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<{ readonly text: string; readonly error: AppError } | null>(null)
  useEffect(() => {
    if (wanted === '') return undefined
    const abort = new AbortController()
    const start = performance.now()
    ask('search.find', { text: wanted, limit: mostHits }, abort.signal).then(
      (hits) => setAnswer({ text: wanted, hits, ms: Math.max(1, Math.round(performance.now() - start)) }),
      (problem: unknown) => {
        if (!abort.signal.aborted) setFailure({ text: wanted, error: asAppError(problem) })
      },
    )
    return () => abort.abort()
  }, [wanted])
  if (text === '') return { hits: [], ms: null, pending: false, error: null }
  const error = failure?.text === text && answer?.text !== text ? failure.error : null
  return {
    hits: answer?.hits ?? [],
    ms: answer?.ms ?? null,
    pending: answer?.text !== text && error === null,
    error,
  }
}
