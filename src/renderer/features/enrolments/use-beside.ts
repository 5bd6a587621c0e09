import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import type { EnrolmentStage } from '../../../shared/rules/enrolment-stages'

/** What stands beside a cohort: one person, a decision for several, or their messages; never two at once. */
type Beside =
  | { readonly kind: 'one'; readonly id: string; readonly step: EnrolmentStage | null }
  | { readonly kind: 'deciding' | 'writing'; readonly ids: readonly string[] }

/** Opens what stands beside the rows on screen; J and K go from one person to the next. */
export function useBeside(rows: readonly EnrolmentRow[]) {
  const [beside, setBeside] = useState<Beside | null>(null)
  const id = beside?.kind === 'one' ? beside.id : null
  const place = id === null ? -1 : rows.findIndex((row) => row.id === id)
  const idsOf = (chosen: readonly EnrolmentRow[]) => chosen.map((row) => row.id)

  function goTo(way: -1 | 1): (() => void) | undefined {
    const next = place < 0 ? undefined : rows[place + way]
    return next && (() => setBeside({ kind: 'one', id: next.id, step: null }))
  }

  useHotkeys([
    ['J', () => goTo(1)?.()],
    ['K', () => goTo(-1)?.()],
  ])
  return {
    id,
    step: beside?.kind === 'one' ? beside.step : null,
    deciding: beside?.kind === 'deciding' ? beside.ids : null,
    writing: beside?.kind === 'writing' ? beside.ids : null,
    open: (opened: string, step: EnrolmentStage | null) => setBeside({ kind: 'one', id: opened, step }),
    decide: (chosen: readonly EnrolmentRow[]) => setBeside({ kind: 'deciding', ids: idsOf(chosen) }),
    write: (chosen: readonly EnrolmentRow[]) => setBeside({ kind: 'writing', ids: idsOf(chosen) }),
    /** A decision is followed by the message to each, when it was taken. */
    decided: (moved: readonly string[] | null) => setBeside(moved === null ? null : { kind: 'writing', ids: moved }),
    close: () => setBeside(null),
    goTo,
  }
}
