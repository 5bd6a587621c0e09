import { addDays, daysBetween } from '../../shared/rules/days.ts'
import { isWorkingDay } from '../../shared/rules/working-days.ts'
import type { WriteContext } from '../context.ts'
import { plans } from '../features/plans.ts'
import { scales } from '../features/scales.ts'
import { sessions } from '../features/sessions.ts'
import { supports } from '../features/supports.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { barriers, goals, nextSteps, privateNotes, shareableNotes, words } from './coaching-words.ts'
import { earliest } from './invent.ts'

const followed = 60
const ownShare = 10 // one in ten is followed by the member at the keyboard

/** Six months of individual support: three coaches, their sessions, plans, and how far people say they have come. */
export async function addCoaching(tx: WriteContext, coaches: readonly string[], locale: 'fr' | 'en'): Promise<void> {
  const chance = chanceFrom(20260525)
  await scales.seedThemes(tx, { locale })
  await plans.seedLibrary(tx, { locale })
  const themeIds = (await scales.themes(tx, {})).map(({ id }) => id)
  const [programme] = await supports.programmes(tx, {})
  for (const [index, personId] of (await peopleToFollow(tx)).entries()) {
    const own = index % ownShare === 4
    const coachId = own ? tx.member?.id : coaches[index % coaches.length]
    if (coachId === undefined) return
    const startedOn = workingDay(addDays(tx.today(), -(14 + chance.upTo(168))))
    const programmeId = programme && index % 3 !== 2 ? programme.id : null
    const { id } = await supports.open(tx, { personId, coachId, programmeId, startedOn })
    const spell: Spell = { id, personId, coachId, startedOn, index }
    const lastOn = await addSessions(tx, chance, spell)
    if (own && index < 3 * ownShare) await planToday(tx, spell)
    if (index % 4 !== 3) await addPlan(tx, chance, spell)
    if (index % 2 === 0) await addScales(tx, chance, spell, { themeIds, lastOn })
    if (index % 12 === 11) await endSpell(tx, chance, spell, lastOn)
  }
}

interface Spell {
  readonly id: string
  readonly personId: string
  readonly coachId: string
  readonly startedOn: string
  readonly index: number
}

/** Those who were accepted first: they are the ones an association goes on with. */
async function peopleToFollow(tx: WriteContext): Promise<readonly string[]> {
  const accepted = await tx.db
    .selectFrom('referrals')
    .select('personId')
    .where('state', 'in', ['accepted', 'closed'])
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()
  const others = await tx.db
    .selectFrom('people')
    .select('id')
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .limit(followed * 2)
    .execute()
  const ids = [...accepted.map(({ personId }) => personId), ...others.map(({ id }) => id)]
  return [...new Set(ids)].slice(0, followed)
}

/** Every two to four weeks, until now or until someone stopped coming; the last ones wait for their report. */
async function addSessions(tx: WriteContext, chance: Chance, spell: Spell): Promise<string> {
  const { id: supportId, personId, coachId, startedOn, index } = spell
  const silent = index % 7 === 6 ? 45 + chance.upTo(30) : 0
  let day = startedOn
  let lastOn = startedOn
  for (let number = 0; daysBetween(day, tx.today()) >= silent; number += 1) {
    const missed = number > 0 && chance.happens(0.08)
    const recent = daysBetween(day, tx.today()) <= 6
    const toWrite = recent && chance.happens(0.5)
    const [theme, note] = chance.pick(shareableNotes)
    await sessions.create(tx, {
      personId,
      supportId,
      coachId,
      state: missed ? chance.pick(['noShow', 'excused'] as const) : 'held',
      heldOn: day,
      startTime: `${9 + chance.upTo(8)}:00`.padStart(5, '0'),
      minutes: chance.pick([45, 60, 60, 75, 90]),
      mode: chance.pick(['inPerson', 'inPerson', 'phone', 'video'] as const),
      themes: missed || toWrite ? [] : [theme],
      shareableNote: missed || toWrite ? null : note,
      privateNote: !missed && !toWrite && chance.happens(0.2) ? chance.pick(privateNotes) : null,
      nextStep: recent && !missed && chance.happens(0.5) ? chance.pick(nextSteps) : null,
      nextStepOn: addDays(day, 10),
      writtenUp: !missed && !toWrite,
    })
    if (!missed) lastOn = day
    day = workingDay(addDays(day, 14 + chance.upTo(15)))
  }
  if (silent === 0 && chance.happens(0.6))
    await sessions.create(tx, {
      personId,
      supportId,
      coachId,
      state: 'planned',
      heldOn: workingDay(addDays(tx.today(), 1 + chance.upTo(14))),
      startTime: `${9 + chance.upTo(8)}:30`.padStart(5, '0'),
      minutes: 60,
      mode: 'inPerson',
    })
  return lastOn
}

/** The member at the keyboard sees a few people today. */
async function planToday(tx: WriteContext, { id: supportId, personId, coachId, index }: Spell): Promise<void> {
  await sessions.create(tx, {
    personId,
    supportId,
    coachId,
    state: 'planned',
    heldOn: tx.today(),
    startTime: ['10:00', '14:00', '16:30'][Math.floor(index / ownShare)] ?? '11:30',
    minutes: 60,
    mode: 'inPerson',
  })
}

async function addPlan(tx: WriteContext, chance: Chance, { personId, startedOn, index }: Spell): Promise<void> {
  const library = await plans.library(tx, {})
  for (const [place, [theme, title, actions]] of chance.some(goals, 1 + chance.upTo(3)).entries()) {
    const targetOn = addDays(tx.today(), -20 + chance.upTo(120))
    const goal = await plans.addGoal(tx, { personId, title, theme, targetOn })
    const reached = place === 0 && chance.happens(0.3)
    for (const step of actions) {
      const entry = library.find((one) => one.title === step)
      const action = await plans.addAction(tx, {
        personId,
        goalId: goal.id,
        libraryId: entry?.id ?? null,
        title: step,
        who: chance.happens(0.8) ? 'person' : 'coach',
        whoName: null,
        dueOn: addDays(tx.today(), -10 + chance.upTo(60)),
      })
      if (reached || chance.happens(0.4)) {
        const doneOn = earliest(addDays(startedOn, 10 + chance.upTo(60)), tx.today())
        await plans.updateAction(tx, { id: action.id, version: action.version, fields: { doneOn } })
      }
    }
    if (reached) await plans.updateGoal(tx, { id: goal.id, version: goal.version, fields: { state: 'reached' } })
  }
  if (index % 2 === 1) return
  const [kind, note] = chance.pick(barriers)
  const openedOn = startedOn
  const barrier = await plans.openBarrier(tx, { personId, kind, openedOn, note })
  if (chance.happens(0.45)) {
    const closedOn = earliest(addDays(openedOn, 20 + chance.upTo(60)), tx.today())
    const outcome = chance.happens(0.8) ? ('resolved' as const) : ('unresolved' as const)
    await plans.updateBarrier(tx, { id: barrier.id, version: barrier.version, fields: { closedOn, outcome } })
  }
}

/** At entry, and midway for those who have come that far; the coach for some. */
async function addScales(
  tx: WriteContext,
  chance: Chance,
  { id: supportId, startedOn, index }: Spell,
  { themeIds, lastOn }: { readonly themeIds: readonly string[]; readonly lastOn: string },
): Promise<void> {
  const entry = themeIds.map((themeId) => ({ themeId, score: 2 + chance.upTo(4) }))
  const raters = index % 6 === 0 ? (['person', 'coach'] as const) : (['person'] as const)
  const midway = daysBetween(startedOn, lastOn) > 50
  for (const rater of raters) {
    const said = entry.map(({ themeId, score }) => ({
      themeId,
      score: rater === 'coach' ? Math.min(10, score + chance.upTo(2)) : score,
    }))
    await scales.rate(tx, { supportId, moment: 'entry', rater, reviewedOn: startedOn, scores: said })
    if (!midway) continue
    const later = said.map(({ themeId, score }) => ({ themeId, score: Math.min(10, score + chance.upTo(4)) }))
    await scales.rate(tx, { supportId, moment: 'midway', rater, reviewedOn: lastOn, scores: later })
  }
}

async function endSpell(tx: WriteContext, chance: Chance, { id }: Spell, lastOn: string): Promise<void> {
  const { version } = await supports.get(tx, { id })
  const fields = {
    personWords: chance.pick(words),
    coachWords: 'Un projet qui tient debout, et une cliente déjà fidèle.',
  }
  await supports.update(tx, { id, version, fields })
  const endReason = chance.pick(['completed', 'goalReached', 'noNews'] as const)
  await supports.end(tx, { id, endedOn: earliest(addDays(lastOn, 3), tx.today()), endReason, endNote: null })
}

function workingDay(day: string): string {
  return isWorkingDay(day) ? day : workingDay(addDays(day, 1))
}
