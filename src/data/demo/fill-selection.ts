import { addDays, daysBetween } from '../../shared/rules/days.ts'
import { type EnrolmentReason, isOneOf, candidateStages } from '../../shared/rules/enrolment-stages.ts'
import type { ReviewRecommendation } from '../../shared/rules/selection.ts'
import type { CurrentMember, WriteContext } from '../context.ts'
import { enrolments } from '../features/enrolments.ts'
import { selection } from '../features/selection.ts'
import type { Chance } from './chance.ts'
import { decide, onDay } from './cohort-life.ts'
import { earliest } from './invent.ts'
import { inventedCriteria, readingComments } from './invented-selection.ts'

interface Setting {
  readonly cohort: { readonly id: string; readonly startsOn: string }
  readonly people: readonly string[]
  readonly readers: readonly CurrentMember[]
}

/** A selection from applications to the first day, or as far as it has come today when the cohort is still to begin. */
export async function fillSelection(tx: WriteContext, chance: Chance, setting: Setting): Promise<void> {
  const { cohort, people } = setting
  const { id: cohortId, startsOn } = cohort
  const day = (after: number) => earliest(addDays(startsOn, after), tx.today())
  const criteria = await addCriteria(tx, cohortId)
  const began = startsOn <= tx.today()
  const opened = began ? day(-70) : addDays(tx.today(), -12)
  const span = began ? daysBetween(opened, day(-22)) : 8
  const ids = []
  for (const personId of people) {
    const on = addDays(opened, chance.upTo(span))
    const made = await enrolments.create(onDay(tx, on), {
      cohortId,
      people: [{ personId, referralId: null }],
      stage: 'applied',
      on,
    })
    ids.push(...made.ids)
  }
  const checkedOn = began ? day(-20) : addDays(tx.today(), -3)
  const kept = ids.slice(0, Math.round(ids.length * (began ? 0.78 : 0.6)))
  await decide(tx, cohortId, kept, { to: 'shortlisted', on: checkedOn })
  if (began) {
    const others = ids.slice(kept.length)
    const half = Math.ceil(others.length / 2)
    await refuse(tx, cohortId, { ids: others.slice(0, half), on: checkedOn, reason: 'incompleteApplication' })
    await refuse(tx, cohortId, { ids: others.slice(half), on: checkedOn, reason: 'notEligibleArea' })
  }
  const readOn = began ? day(-15) : addDays(tx.today(), -1)
  await readAll(tx, chance, { ids: kept, criteria, readers: setting.readers, on: readOn, whole: began })
  if (began) await choose(tx, cohort, day)
}

async function addCriteria(tx: WriteContext, cohortId: string): Promise<readonly string[]> {
  const known = await selection.criteria(tx, { cohortId })
  if (known.length > 0) return known.map(({ id }) => id)
  const made = []
  for (const criterion of inventedCriteria) made.push((await selection.addCriterion(tx, { cohortId, ...criterion })).id)
  return made
}

interface Readings {
  readonly ids: readonly string[]
  readonly criteria: readonly string[]
  readonly readers: readonly CurrentMember[]
  readonly on: string
  /** Each was read by everyone; otherwise the second readings are still to be made. */
  readonly whole: boolean
}

/** Each reader's marks lie near what the application is worth, a few apart; one application has a conflict of interest. */
async function readAll(
  tx: WriteContext,
  chance: Chance,
  { ids, criteria, readers, on, whole }: Readings,
): Promise<void> {
  for (const [index, enrolmentId] of ids.entries()) {
    const worth = 1 + chance.next() * 4
    for (const [order, reader] of readers.entries()) {
      if (!whole && index % 4 === order) continue
      const conflictOfInterest = order === 1 && index % 29 === 7
      const shift = order === 1 && index % 11 === 4 ? -2 : 0
      const scores = conflictOfInterest
        ? {}
        : Object.fromEntries(criteria.map((id) => [id, markNear(worth + shift, chance)]))
      await selection.saveReview(onDay(tx, on, reader), {
        enrolmentId,
        version: null,
        conflictOfInterest,
        recommendation: conflictOfInterest ? null : recommendationFor(worth + shift),
        comment: conflictOfInterest ? null : chance.pick(readingComments),
        scores,
      })
    }
  }
}

function markNear(worth: number, chance: Chance): number {
  return Math.max(0, Math.min(5, Math.round(worth + chance.next() * 1.6 - 0.8)))
}

function recommendationFor(worth: number): ReviewRecommendation {
  if (worth >= 3.2) return 'favourable'
  return worth >= 2.2 ? 'reserved' : 'unfavourable'
}

/** The first of the ranking, a waiting list after them, the rest thanked; who withdraws leaves the place to the next. */
async function choose(
  tx: WriteContext,
  { id: cohortId }: Setting['cohort'],
  day: (after: number) => string,
): Promise<void> {
  const ranked = (await selection.candidates(tx, { cohortId })).filter(
    ({ stage, place }) => isOneOf(candidateStages, stage) && place !== null,
  )
  const ids = ranked.map(({ enrolmentId }) => enrolmentId)
  const first = ids.slice(0, 40)
  await decide(tx, cohortId, first, { to: 'selected', on: day(-10) })
  await decide(tx, cohortId, ids.slice(40, 52), { to: 'waitlisted', on: day(-10) })
  await refuse(tx, cohortId, { ids: ids.slice(52), on: day(-10), reason: 'projectNotReady' })
  const withdrawn = [first[6], first[23]].flatMap((id) => id ?? [])
  await decide(tx, cohortId, withdrawn, { to: 'withdrawn', on: day(-7), reasons: ['foundJob'] })
  const given = []
  for (const _left of withdrawn)
    given.push((await enrolments.offerNextPlace(onDay(tx, day(-6)), { cohortId, on: day(-6) })).id)
  const entering = [...first.filter((id) => !withdrawn.includes(id)), ...given]
  await decide(tx, cohortId, entering, { to: 'enrolled', on: day(-3) })
  await decide(tx, cohortId, entering, { to: 'active', on: day(0) })
  for (const id of entering) await enrolments.recordMessage(onDay(tx, day(0)), { id, sentOn: day(0) })
}

interface Refused {
  readonly ids: readonly string[]
  readonly on: string
  readonly reason: EnrolmentReason
}

async function refuse(tx: WriteContext, cohortId: string, { ids, on, reason }: Refused): Promise<void> {
  await decide(tx, cohortId, ids, { to: 'refused', on, reasons: [reason] })
  for (const id of ids) await enrolments.recordMessage(onDay(tx, on), { id, sentOn: on })
}
