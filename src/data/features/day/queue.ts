import type { dayWhos } from '../../../shared/features/day.ts'
import { type DayLine, type QueuedLine, orderedDay } from '../../../shared/rules/day.ts'
import type { IsoDay } from '../../../shared/rules/days.ts'
import type { ReadContext, ReadDb } from '../../context.ts'
import { absences } from './absence-lines.ts'
import { sessionsToWrite, silences } from './coaching-lines.ts'
import { consentsMissing, consentsToRenew } from './consent-lines.ts'
import { followUps } from './follow-up-lines.ts'
import { expiries } from './paper-lines.ts'
import { proposals, sheets } from './programme-lines.ts'
import { clocks, drafts, feedbacks } from './referral-lines.ts'
import type { Asked, DaySource } from './source.ts'
import { tasks } from './task-lines.ts'

export const sources: readonly DaySource[] = [
  clocks,
  feedbacks,
  drafts,
  sessionsToWrite,
  silences,
  absences,
  proposals,
  followUps,
  sheets,
  expiries,
  consentsToRenew,
  consentsMissing,
  tasks,
]

export type Who = (typeof dayWhos)[number]
export type Queue = readonly QueuedLine[]

interface Kept {
  /** The last change it knows of. */
  readonly seq: number
  readonly lines: readonly (readonly DayLine[])[]
  readonly queue: Queue
}

const kept = new WeakMap<object, Map<string, { readonly version: number; readonly reading: Promise<Kept> }>>()
const mostKept = 4 // the member's and everyone's, of whoever is at the keyboard and of whoever was

/** The whole day in order. It is kept: after a commit, only the sources that it touched are asked again. */
export async function queueOf(context: ReadContext, who: Who): Promise<Queue> {
  const known = kept.get(context.engine) ?? new Map<string, { version: number; reading: Promise<Kept> }>()
  kept.set(context.engine, known)
  const key = `${context.today()} ${context.member?.id ?? ''} ${who}`
  const version = context.engine.dataVersion()
  const before = known.get(key)
  if (before?.version === version) return (await before.reading).queue
  const reading = before ? before.reading.then((then) => refreshed(context, who, then)) : readWhole(context, who)
  known.delete(key)
  known.set(key, { version, reading })
  reading.catch(() => known.delete(key)) // the next to ask begins anew
  for (const old of known.keys()) if (known.size > mostKept) known.delete(old)
  return (await reading).queue
}

async function readWhole(context: ReadContext, who: Who): Promise<Kept> {
  const { seq } = await changesAfter(context.db, Number.MAX_SAFE_INTEGER)
  const lines = []
  for (const source of sources) lines.push(await source.lines(context, askedFor(context, who)))
  return { seq, lines, queue: await inOrder(context, lines) }
}

async function refreshed(context: ReadContext, who: Who, before: Kept): Promise<Kept> {
  const { seq, entities } = await changesAfter(context.db, before.seq)
  const touched = (names: readonly string[]) => names.some((name) => entities.has(name))
  const lines = []
  for (const [index, source] of sources.entries()) {
    const same = before.lines[index]
    lines.push(same && !touched(source.readsFrom) ? same : await source.lines(context, askedFor(context, who)))
  }
  const moved = touched(['snoozes']) || lines.some((ofSource, index) => ofSource !== before.lines[index])
  return { seq, lines, queue: moved ? await inOrder(context, lines) : before.queue }
}

function askedFor({ today, member }: ReadContext, who: Who): Asked {
  return { today: today(), mine: who === 'mine' ? (member?.id ?? '') : null }
}

/** What was written after a change, and the last one there is. Asked for distinct names, the engine would walk all there ever was. */
async function changesAfter(db: ReadDb, seq: number) {
  const last = await db
    .selectFrom('changes')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  const rows = await db.selectFrom('changes').select('entity').where('seq', '>', seq).execute()
  return { seq: last?.seq ?? 0, entities: new Set(rows.map(({ entity }) => entity)) }
}

/** Put in order, what the member put off apart. */
async function inOrder(context: ReadContext, lines: Kept['lines']): Promise<Queue> {
  return orderedDay(lines.flat(), context.today(), await snoozesOf(context))
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
