import type { SupportSummary } from '../../shared/features/supports.ts'
import {
  type ActionWho,
  type BarrierKind,
  type BarrierOutcome,
  type CoachingTheme,
  type GoalState,
  type SessionMode,
  coachingThemes,
  sessionModes,
} from '../../shared/rules/coaching.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { ratingsOf } from './scale-read.ts'
import { readSupport } from './support-read.ts'

/** All that a spell leaves behind, from what was noted; no note of a session is in it. */
export async function readSummary(context: ReadContext, id: string): Promise<SupportSummary> {
  const { db, space, today } = context
  const support = await readSupport(context, id)
  const until = support.endedOn ?? today()
  const { personId, startedOn } = support
  const sessions = await sessionsOf(db, id)
  const held = sessions.filter(({ state }) => state === 'held')
  const actions = await actionsOf(db, personId)
  return {
    organisationName: space.organisationName,
    support,
    until,
    byMode: sessionModes
      .map((mode) => ({ mode, of: held.filter((session) => session.mode === mode) }))
      .filter(({ of }) => of.length > 0)
      .map(({ mode, of }) => ({ mode, sessions: of.length, minutes: sum(of.map(({ minutes }) => minutes)) })),
    themes: coachingThemes
      .map((theme) => ({ theme, sessions: held.filter(({ themes }) => themes.includes(theme)).length }))
      .filter((counted) => counted.sessions > 0)
      .sort((a, b) => b.sessions - a.sessions),
    missed: sessions.filter(({ state }) => state === 'noShow' || state === 'excused').length,
    goals: await goalsOf(db, personId, startedOn, until),
    actionsDone: actions.filter(({ doneOn }) => doneOn !== null && doneOn >= startedOn && doneOn <= until).length,
    actionsLeft: actions
      .filter(({ doneOn }) => doneOn === null)
      .map(({ title, who, whoName, dueOn }) => ({ title, who: who as ActionWho, whoName, dueOn })),
    barriers: await barriersOf(db, personId, startedOn, until),
    scales: await ratingsOf(db, (query) => query.where('goalReviews.supportId', '=', id)),
    nextSteps: await nextStepsOf(db, id),
  }
}

async function sessionsOf(db: ReadDb, supportId: string) {
  const rows = await db
    .selectFrom('sessions')
    .select(['state', 'mode', 'minutes', 'themes'])
    .where('supportId', '=', supportId)
    .where('deletedAt', 'is', null)
    .execute()
  return rows.map(({ mode, themes, ...row }) => ({
    ...row,
    mode: mode as SessionMode,
    themes: JSON.parse(themes) as CoachingTheme[],
  }))
}

/** Those decided during the spell, and those still open. */
async function goalsOf(db: ReadDb, personId: string, from: string, until: string) {
  const rows = await db
    .selectFrom('goals')
    .select(['title', 'state', 'stateOn'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute()
  return rows
    .filter(({ state, stateOn }) => state === 'open' || (stateOn >= from && stateOn <= until))
    .map(({ state, ...row }) => ({ ...row, state: state as GoalState }))
}

async function actionsOf(db: ReadDb, personId: string) {
  return db
    .selectFrom('actions')
    .select(['title', 'who', 'whoName', 'dueOn', 'doneOn'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute()
}

/** Those that stood in the way at some time of the spell. */
async function barriersOf(db: ReadDb, personId: string, from: string, until: string) {
  const rows = await db
    .selectFrom('barriers')
    .select(['kind', 'openedOn', 'closedOn', 'outcome'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .where('openedOn', '<=', until)
    .where((eb) => eb.or([eb('closedOn', 'is', null), eb('closedOn', '>=', from)]))
    .orderBy('openedOn')
    .execute()
  return rows.map(({ kind, outcome, ...row }) => ({
    ...row,
    kind: kind as BarrierKind,
    outcome: outcome as BarrierOutcome | null,
  }))
}

/** What was promised in the sessions of the spell and is not done. */
async function nextStepsOf(db: ReadDb, supportId: string) {
  return db
    .selectFrom('tasks')
    .innerJoin('sessions', 'sessions.id', 'tasks.sessionId')
    .select(['tasks.title', 'tasks.dueOn'])
    .where('sessions.supportId', '=', supportId)
    .where('sessions.deletedAt', 'is', null)
    .where('tasks.deletedAt', 'is', null)
    .where('tasks.doneOn', 'is', null)
    .orderBy('tasks.dueOn')
    .orderBy('tasks.id')
    .execute()
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
