import type { IsoDay } from './days.ts'

/** The closed lists of programmes, their cohorts and workshops, and what holds where nothing was set. */
export const programmeKinds = [
  'accelerator',
  'collectiveOperation',
  'workshopSeries',
  'mentoringProgramme',
  'other',
] as const
export type ProgrammeKind = (typeof programmeKinds)[number]

/** What an organisation does in a programme. Who pays is no partner: see the funded actions. */
export const partnerRoles = ['referrer', 'host', 'facilitator', 'juryMember', 'communication', 'other'] as const
export type PartnerRole = (typeof partnerRoles)[number]

/**
 * What a goal can count. Only what the base holds: people at their entry, how they left, the hours attended, the
 * workshops held, and the attendees of information meetings, who are not counted once.
 */
export const programmeIndicators = [
  'entrants',
  'women',
  'qpvResidents',
  'frrResidents',
  'under26',
  'jobseekers',
  'completed',
  'hours',
  'workshopsHeld',
  'informed',
] as const
export type ProgrammeIndicator = (typeof programmeIndicators)[number]

/** For whom places are kept. `qpvCode` and `commune` name one by its code; `other` is counted by hand. */
export const quotaKinds = ['qpv', 'qpvCode', 'frr', 'women', 'commune', 'other'] as const
export type QuotaKind = (typeof quotaKinds)[number]

export const workshopKinds = ['workshop', 'informationMeeting', 'masterclass', 'visit', 'pitchEvent'] as const
export type WorkshopKind = (typeof workshopKinds)[number]

/** Where a period stands today. One without an end goes on; one without a beginning has begun. */
export const periodStates = ['running', 'coming', 'over'] as const
export type PeriodState = (typeof periodStates)[number]

export function periodState(
  { startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null },
  today: IsoDay,
): PeriodState {
  if (endsOn !== null && endsOn < today) return 'over'
  return startsOn !== null && startsOn > today ? 'coming' : 'running'
}

/** Minutes from a time of day to a later one (`HH:MM`); null when it is not later, or cannot be read. */
export function minutesBetween(startTime: string, endTime: string): number | null {
  const [start, end] = [minuteOf(startTime), minuteOf(endTime)]
  return start === null || end === null || end <= start ? null : end - start
}

function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}
