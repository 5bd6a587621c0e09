import type { ReadDb } from '../context.ts'
import type { MemberNames } from './member-names.ts'

/** What a source of the timeline of a person is asked with. */
export interface AskedTimeline {
  readonly db: ReadDb
  readonly personId: string
  readonly limit: number
  readonly names: MemberNames
}

/** The values that its questions are asked with; each is written once (see `asked-often.ts`). */
export interface OfPerson extends Readonly<Record<string, string | number>> {
  readonly personId: string
}
export interface LastOfPerson extends OfPerson {
  readonly limit: number
}
