import { type Expression, type SqlBool, expressionBuilder } from 'kysely'
import type { DayFacts, DayRecord } from '../../../shared/features/day.ts'
import type { EntityName } from '../../../shared/features/history.ts'
import type { DayLine, DayReason } from '../../../shared/rules/day.ts'
import { type IsoDay, localDay } from '../../../shared/rules/days.ts'
import type { ReadContext } from '../../context.ts'
import type { Schema } from '../../schema.ts'

/** Whose lines are wanted, and when. */
export interface Asked {
  readonly today: IsoDay
  /** The member whose lines, or nobody's, are wanted; null for everyone's. */
  readonly mine: string | null
}

/** What a line says once it is shown. */
export interface Said extends DayFacts {
  readonly opens: DayRecord | null
  /** Of whom the act calls for, where it is not the person. */
  readonly otherPhone?: string | null
}

/** Where lines of the day come from: all of them, as little as their order needs, then what those of a page say. */
export interface DaySource {
  readonly reasons: readonly DayReason[]
  /** What its lines are read from: they stay as they are until one of these is written. */
  readonly readsFrom: readonly EntityName[]
  readonly lines: (context: ReadContext, asked: Asked) => Promise<readonly DayLine[]>
  readonly said: (context: ReadContext, recordIds: readonly string[]) => Promise<ReadonlyMap<string, Said>>
}

export const nothingSaid: Said = { title: null, about: null, by: null, on: null, count: null, code: null, opens: null }

/**
 * The member's or nobody's. One test of one value: the index that has the lines by their day is the one read, never
 * the one that has them by their member.
 */
export function isWanted(owner: Expression<string | null>, mine: string | null): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, never>()
  return mine === null ? eb.lit(true) : eb(eb.fn.coalesce(owner, eb.val(mine)), '=', mine)
}

/** A computation on days, done once for each: thousands of lines share a few of them. */
export function oncePerDay(compute: (day: IsoDay) => IsoDay): (day: IsoDay) => IsoDay {
  const known = new Map<IsoDay, IsoDay>()
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    const computed = compute(day)
    known.set(day, computed)
    return computed
  }
}

/** The day of an instant here. All of an hour falls on the same day: it is computed once for each. */
export function dayOfInstants(): (instant: string) => IsoDay {
  const ofHour = oncePerDay((hour) => localDay(`${hour}:00:00.000Z`))
  return (instant) => ofHour(instant.slice(0, 13))
}
