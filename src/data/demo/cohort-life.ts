import type { EnrolmentReason, EnrolmentStage } from '../../shared/rules/enrolment-stages.ts'
import type { OutcomeClass } from '../../shared/rules/values.ts'
import type { WriteContext } from '../context.ts'
import { enrolments } from '../features/enrolments.ts'

/** A decision of the invented team, taken on a day that is past. */
export interface PastDecision {
  readonly to: EnrolmentStage
  readonly on: string
  readonly reasons?: readonly EnrolmentReason[]
  readonly outcomeClass?: OutcomeClass
  readonly note?: string
}

/** The same context on another day: what the team wrote then bears that day. */
export function onDay(tx: WriteContext, day: string, member = tx.member): WriteContext {
  return { ...tx, member, today: () => day }
}

export async function decide(
  tx: WriteContext,
  cohortId: string,
  ids: readonly string[],
  { to, on, reasons = [], outcomeClass, note }: PastDecision,
): Promise<void> {
  if (ids.length === 0) return
  await enrolments.bulkMove(onDay(tx, on), {
    cohortId,
    ids: [...ids],
    expected: ids.length,
    to,
    on,
    reasons: [...reasons],
    outcomeClass: outcomeClass ?? null,
    note: note ?? null,
  })
}
