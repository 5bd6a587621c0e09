import type { IsoDay } from '../../shared/rules/days.ts'

/** A record that a date belongs to, who follows it, and what its task is tied to. */
export interface DatedRecord {
  readonly recordId: string
  readonly date: IsoDay
  readonly assigneeId: string | null
  readonly owner: Readonly<
    Partial<Record<'personId' | 'organisationId' | 'referralId' | 'cohortId' | 'sessionId', string | null>>
  >
}
