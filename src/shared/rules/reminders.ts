import { type IsoDay, addDays } from './days.ts'
import type { SpaceKind } from './values.ts'

/**
 * The dates a reminder rule can count from. A birth date is none: an age is no reason to call someone.
 * `lastContact` is the last call, meeting or session with a person who is being followed.
 */
export const reminderDateFields = [
  'referralSent',
  'referralReceived',
  'referralDecided',
  'agreementGiven',
  'documentExpiry',
  'cohortStart',
  'cohortEnd',
  'workshopDay',
  'sessionDay',
  'supportStart',
  'lastContact',
] as const
export type ReminderDateField = (typeof reminderDateFields)[number]

const landlordFields: readonly ReminderDateField[] = ['referralSent', 'agreementGiven', 'documentExpiry', 'lastContact']

/** A landlord runs no programme: only what it has is proposed there. */
export function reminderFieldsFor(kind: SpaceKind): readonly ReminderDateField[] {
  return kind === 'landlord' ? landlordFields : reminderDateFields.filter((field) => field !== 'referralSent')
}

/** Rules worth having, shown in the settings until they are taken; none works before that. */
export const proposedRules: readonly { readonly dateField: ReminderDateField; readonly offsetDays: number }[] = [
  { dateField: 'documentExpiry', offsetDays: -30 },
  { dateField: 'lastContact', offsetDays: 60 },
]

/** How far back a rule looks: what its day passed long before it existed is not brought up again. */
const oldestDays = 30

/**
 * The days on which the date must fall for a rule to remind today. Silence has no lower end: the longer it lasts, the
 * more it deserves a call.
 */
export function datesToRemind(
  rule: { readonly dateField: ReminderDateField; readonly offsetDays: number },
  today: IsoDay,
): { readonly from: IsoDay | null; readonly to: IsoDay } {
  const to = addDays(today, -rule.offsetDays)
  return { from: rule.dateField === 'lastContact' ? null : addDays(to, -oldestDays), to }
}

/** What makes a reminder unique: one for a rule, a record and the date it counts from, whatever became of it. */
export function reminderKey(ruleId: string, recordId: string, date: IsoDay): string {
  return `${reminderPrefix(ruleId, recordId)}${date}`
}

export function reminderPrefix(ruleId: string, recordId = ''): string {
  return recordId === '' ? `rule:${ruleId}:` : `rule:${ruleId}:${recordId}:`
}
