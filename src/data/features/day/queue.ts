import type { dayWhos } from '../../../shared/features/day.ts'
import { type QueuedLine, orderedDay } from '../../../shared/rules/day.ts'
import type { IsoDay } from '../../../shared/rules/days.ts'
import type { ReadContext } from '../../context.ts'
import { absences } from './absence-lines.ts'
import { sessionsToWrite, silences } from './coaching-lines.ts'
import { expiries } from './paper-lines.ts'
import { proposals, sheets } from './programme-lines.ts'
import { clocks, drafts, feedbacks } from './referral-lines.ts'
import type { DaySource } from './source.ts'
import { tasks } from './task-lines.ts'

export const sources: readonly DaySource[] = [
  clocks,
  feedbacks,
  drafts,
  sessionsToWrite,
  silences,
  absences,
  proposals,
  sheets,
  expiries,
  tasks,
]

export type Who = (typeof dayWhos)[number]
export type Queue = readonly QueuedLine[]

const kept = new WeakMap<object, Map<string, Promise<Queue>>>()
const mostKept = 4 // the member's and everyone's, of a commit and of the one before it

/** The whole day in order, read once for all that is asked of it between two commits. */
export function queueOf(context: ReadContext, who: Who): Promise<Queue> {
  const known = kept.get(context.engine) ?? new Map<string, Promise<Queue>>()
  kept.set(context.engine, known)
  const key = `${context.engine.dataVersion()} ${context.today()} ${context.member?.id ?? ''} ${who}`
  const before = known.get(key)
  if (before) return before
  const reading = readQueue(context, who)
  known.set(key, reading)
  reading.catch(() => known.delete(key))
  for (const old of known.keys()) if (known.size > mostKept) known.delete(old)
  return reading
}

/** Asked of each source, then put in order; what the member put off stands apart. */
export async function readQueue(context: ReadContext, who: Who): Promise<Queue> {
  const today = context.today()
  const mine = who === 'mine' ? (context.member?.id ?? '') : null
  const lines = []
  for (const source of sources) lines.push(await source.lines(context, { today, mine }))
  return orderedDay(lines.flat(), today, await snoozesOf(context))
}

async function snoozesOf({ db, member, today }: ReadContext): Promise<ReadonlyMap<string, IsoDay>> {
  if (member === null) return new Map()
  const rows = await db
    .selectFrom('snoozes')
    .select(['itemKey', 'until'])
    .where('memberId', '=', member.id)
    .where('until', '>', today())
    .where('deletedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ itemKey, until }) => [itemKey, until]))
}
