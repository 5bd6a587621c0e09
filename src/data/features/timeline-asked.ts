import type { ReadDb } from '../context.ts'
import type { MemberNames } from './member-names.ts'

/** What a source of the timeline of a person is asked with. */
export interface AskedTimeline {
  readonly db: ReadDb
  readonly personId: string
  readonly limit: number
  readonly names: MemberNames
}
