import * as z from 'zod'
import { Nothing, command, query } from '../endpoint.ts'
import { dayActs, dayAxes, dayGroups, dayReasons } from '../rules/day.ts'
import { bestTimes, contactAttemptResults, contactChannels, contactPreferences } from '../rules/values.ts'
import { IsoDate } from './people.ts'

/** Whose day: what is the member's or nobody's, or everything. */
export const dayWhos = ['mine', 'everyone'] as const
const Who = z.enum(dayWhos).default('mine')
const Key = z.string().max(120)

/** What opens when a line does. */
export const DayRecord = z.object({
  entity: z.enum(['people', 'organisations', 'referrals', 'programmes', 'cohorts', 'workshops']),
  id: z.string(),
})
export type DayRecord = z.infer<typeof DayRecord>

/** The facts of a reason, for the interface to word; what a reason does not know is null. */
export const DayFacts = z.object({
  /** In the words of whoever wrote it: a task, a paper, a workshop. */
  title: z.string().nullable(),
  /** The project of the person, or what they take part in. */
  about: z.string().nullable(),
  /** The landlord, the coach. */
  by: z.string().nullable(),
  /** The day it happened, or has been so since. */
  on: z.string().nullable(),
  /** How many: attempts, days without news, absences. */
  count: z.number().int().nullable(),
  /** What tells two of the same reason apart: the occasion of a feedback, what lacks on a sheet. */
  code: z.string().nullable(),
})
export type DayFacts = z.infer<typeof DayFacts>

export const DayItem = z.object({
  key: z.string(),
  axis: z.enum(dayAxes),
  reason: z.enum(dayReasons),
  group: z.enum(dayGroups),
  act: z.enum(dayActs),
  /** The record that the reason is read from: a referral, a session, a task… */
  recordId: z.string(),
  opens: DayRecord.nullable(),
  person: z.object({ id: z.string(), lastName: z.string(), firstName: z.string() }).nullable(),
  /** Whom the act calls for: the person, or the landlord's officer who is to be told. */
  phone: z.string().nullable(),
  facts: DayFacts,
  dueOn: z.string().nullable(),
  dueTime: z.string().nullable(),
  /** Null when it may be done any day; 0 today, negative once late. */
  daysLeft: z.number().int().nullable(),
  snoozedUntil: z.string().nullable(),
  /** Others of the same person and reason that stand behind this one. */
  others: z.number().int(),
})
export type DayItem = z.infer<typeof DayItem>

const Count = z.number().int()
export const DayPage = z.object({
  items: z.array(DayItem),
  /** Of the axis asked for, by group. */
  groups: z.record(z.enum(dayGroups), Count),
  /** What waits until the end of the week, by axis. */
  axes: z.record(z.enum(dayAxes), Count),
  /** Late, due today or this week, whatever the axis. */
  waiting: Count,
  /** What comes after this week, of the axis asked for. */
  next: DayItem.nullable(),
})
export type DayPage = z.infer<typeof DayPage>

/** How a call is noted: on the referral whose clock runs, or among what was exchanged with the person. */
export const callTargets = ['referral', 'person'] as const

export const DayDetail = DayItem.extend({
  /** Null when there is nobody to call. */
  callOn: z.enum(callTargets).nullable(),
  card: z
    .object({
      age: z.number().int().nullable(),
      city: z.string().nullable(),
      qpvName: z.string().nullable(),
      preference: z.enum(contactPreferences).nullable(),
      bestTimes: z.array(z.enum(bestTimes)),
      languageHelp: z.boolean(),
    })
    .nullable(),
  /** What was tried, oldest first. */
  past: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      channel: z.enum(contactChannels),
      result: z.enum(contactAttemptResults).nullable(),
    }),
  ),
})
export type DayDetail = z.infer<typeof DayDetail>

/** A workshop or a planned session of today. */
export const Appointment = z.object({
  id: z.string(),
  kind: z.enum(['workshop', 'session']),
  time: z.string().nullable(),
  title: z.string(),
  place: z.string().nullable(),
  opens: DayRecord,
})
export type Appointment = z.infer<typeof Appointment>

export const day = {
  /** A page of the day, in order: `groups` says which parts of it are wanted, and `offset` counts in those alone. */
  list: query(
    z.strictObject({
      who: Who,
      axis: z.enum(dayAxes).nullable().default(null),
      groups: z.array(z.enum(dayGroups)).default([...dayGroups]),
      limit: z.number().int().min(1).max(200).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    DayPage,
  ),
  /** For the side bar: what waits for the member until the end of the week, and how much of it is late. */
  counts: query(Nothing, z.object({ waiting: Count, late: Count })),
  /** One line and all that helps to act on it; null once it waits no more. */
  get: query(z.strictObject({ key: Key }), DayDetail.nullable()),
  appointments: query(z.strictObject({ who: Who }), z.array(Appointment)),
  /** Puts a line off for the member at the keyboard alone, until a day to come. */
  snooze: command(z.strictObject({ key: Key, until: IsoDate }), Nothing),
  unsnooze: command(z.strictObject({ key: Key }), Nothing),
  /** A call to someone, made now. */
  noteCall: command(z.strictObject({ personId: z.string(), result: z.enum(contactAttemptResults) }), Nothing),
}
