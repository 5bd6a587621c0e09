import type { IsoDay } from './days.ts'

/** The closed lists of individual support, and the rules that need no database. */

/** Why a spell of support ended. `handedOver`: another coach goes on, in a spell of their own. */
export const supportEndReasons = [
  'completed',
  'goalReached',
  'personStopped',
  'moved',
  'noNews',
  'otherScheme',
  'handedOver',
  'other',
] as const
export type SupportEndReason = (typeof supportEndReasons)[number]

/** `excused`: the person had said so; `noShow`: they had not; `cancelled`: by the coach. */
export const sessionStates = ['planned', 'held', 'noShow', 'excused', 'cancelled'] as const
export type SessionState = (typeof sessionStates)[number]

export const sessionModes = ['inPerson', 'phone', 'video', 'email'] as const
export type SessionMode = (typeof sessionModes)[number]

/** What a session, a goal or an action is about. Never health or family. */
export const coachingThemes = [
  'project',
  'market',
  'financing',
  'legal',
  'administrative',
  'digital',
  'communication',
  'network',
  'training',
  'employment',
  'confidence',
  'daily',
] as const
export type CoachingTheme = (typeof coachingThemes)[number]

export const goalStates = ['open', 'reached', 'dropped'] as const
export type GoalState = (typeof goalStates)[number]

/** Who does an action of the plan; of someone else, the name is said. */
export const actionWhos = ['person', 'coach', 'other'] as const
export type ActionWho = (typeof actionWhos)[number]

/** What stands in the way besides the project itself. */
export const barrierKinds = [
  'mobility',
  'childcare',
  'housing',
  'digital',
  'language',
  'confidence',
  'money',
  'other',
] as const
export type BarrierKind = (typeof barrierKinds)[number]

export const barrierOutcomes = ['resolved', 'unresolved'] as const
export type BarrierOutcome = (typeof barrierOutcomes)[number]

export const scaleMoments = ['entry', 'midway', 'exit'] as const
export type ScaleMoment = (typeof scaleMoments)[number]

export const scaleRaters = ['person', 'coach'] as const
export type ScaleRater = (typeof scaleRaters)[number]

/** More axes than this are no longer read on a radar, nor answered in earnest. */
export const mostScaleThemes = 8

/** A session cannot have been held, or missed, on a day that has not come. */
export function mayBeInState(state: SessionState, heldOn: IsoDay, today: IsoDay): boolean {
  return state === 'planned' || state === 'cancelled' || heldOn <= today
}

/** A session whose report is still to be written: it was held, or its day is past and nobody said what became of it. */
export function isToWriteUp(
  session: { readonly state: SessionState; readonly heldOn: IsoDay; readonly writtenUpOn: IsoDay | null },
  today: IsoDay,
): boolean {
  if (session.writtenUpOn !== null) return false
  return session.state === 'held' || (session.state === 'planned' && session.heldOn < today)
}

/** Only a session that was held counts in hours. */
export function countedMinutes(session: { readonly state: SessionState; readonly minutes: number }): number {
  return session.state === 'held' ? session.minutes : 0
}

interface Rated {
  readonly moment: ScaleMoment
  readonly score: number
}

/** From the first moment rated to the last one: null until there are two. */
export function scaleDifference(ratings: readonly Rated[]): number | null {
  const inOrder = scaleMoments.flatMap((moment) => ratings.filter((rating) => rating.moment === moment))
  const [first] = inOrder
  const last = inOrder.at(-1)
  return first && last && first.moment !== last.moment ? last.score - first.score : null
}
