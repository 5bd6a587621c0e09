import { createContext, useCallback, useMemo, useState } from 'react'
import type { Counts } from './props'

export type RowsReport =
  | { readonly kind: 'loaded'; readonly counts: Counts }
  | { readonly kind: 'failed'; readonly error: unknown }

/** What is known of the rows, shared by the grid and the frame around it. */
export interface RowsState {
  readonly total: number
  readonly counts: Counts | null
  readonly failure: { readonly error: unknown } | null
  /** Counts the retries: another attempt reads everything again. */
  readonly attempt: number
  readonly report: (report: RowsReport) => void
  readonly retry: () => void
}

export const RowsContext = createContext<RowsState>({
  total: 0,
  counts: null,
  failure: null,
  attempt: 0,
  report: () => undefined,
  retry: () => undefined,
})

export function useRowsState(): RowsState {
  const [counts, setCounts] = useState<Counts | null>(null)
  const [failure, setFailure] = useState<RowsState['failure']>(null)
  const [attempt, setAttempt] = useState(0)

  const report = useCallback((message: RowsReport) => {
    if (message.kind === 'failed') return setFailure({ error: message.error })
    setFailure(null)
    setCounts((before) => (sameCounts(before, message.counts) ? before : message.counts))
  }, [])
  const retry = useCallback(() => {
    setFailure(null)
    setAttempt((count) => count + 1)
  }, [])

  return useMemo(
    () => ({ total: counts?.total ?? 0, counts, failure, attempt, report, retry }),
    [counts, failure, attempt, report, retry],
  )
}

function sameCounts(before: Counts | null, after: Counts): boolean {
  return before?.total === after.total && before.unfiltered === after.unfiltered
}
