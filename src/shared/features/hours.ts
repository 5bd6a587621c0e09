import * as z from 'zod'
import { Saved, command, query } from '../endpoint.ts'
import { halfDays } from '../rules/attendance.ts'
import { hourKinds } from '../rules/hours.ts'
import { Rate } from './attendances.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Totals = { individual: z.number().int(), group: z.number().int() }

/** Whose hours a statement is of: a coach's individual sessions, or all that a person attended. */
export const Holder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('coach'), id: z.string() }),
  z.strictObject({ kind: z.literal('person'), id: z.string() }),
])
export type Holder = z.infer<typeof Holder>

const Named = z.object({ id: z.string(), firstName: z.string(), lastName: z.string(), ...Totals })

export const HoursOfMonth = z.object({
  month: z.string(),
  totals: z.object(Totals),
  coaches: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      minutes: z.number().int(),
      sessions: z.number().int(),
      people: z.number().int(),
      validatedOn: z.string().nullable(),
    }),
  ),
  people: z.array(Named.extend({ validatedOn: z.string().nullable() })),
  workshops: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      heldOn: z.string(),
      cohortName: z.string(),
      present: z.number().int(),
      minutes: z.number().int(),
      proven: z.boolean(),
    }),
  ),
  /** The last line has no funder: what none pays for. */
  funders: z.array(
    z.object({
      fundedActionId: z.string().nullable(),
      funderName: z.string().nullable(),
      actionTitle: z.string().nullable(),
      ...Totals,
    }),
  ),
  /** D1 is the totals over this many people. */
  peopleCount: z.number().int(),
  /** D2, in minutes. */
  proven: Rate,
})
export type HoursOfMonth = z.infer<typeof HoursOfMonth>

export const StatementLine = z.object({
  kind: z.enum(hourKinds),
  /** The session or the attendance it is read from. */
  id: z.string(),
  personId: z.string(),
  workshopId: z.string().nullable(),
  heldOn: z.string(),
  /** The workshop's title; null for a session, which says only with whom. */
  title: z.string().nullable(),
  halfDay: z.enum(halfDays).nullable(),
  /** The other one: the person for a coach, the coach for a person. */
  withName: z.string().nullable(),
  minutes: z.number().int(),
})
export type StatementLine = z.infer<typeof StatementLine>

export const Correction = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  heldOn: z.string().nullable(),
  /** The workshop; for a session of a coach, with whom. */
  what: z.string().nullable(),
  withName: z.string().nullable(),
  beforeMinutes: z.number().int(),
  afterMinutes: z.number().int(),
  reason: z.string(),
})

export const HourStatement = z.object({
  month: z.string(),
  holder: Holder,
  name: z.string(),
  associationName: z.string(),
  /** As they are today. */
  lines: z.array(StatementLine),
  totals: z.object(Totals),
  /** What was validated; null while the month is open. */
  validated: z
    .object({ id: z.string(), on: z.string(), by: z.string().nullable(), totals: z.object(Totals) })
    .nullable(),
  corrections: z.array(Correction),
})
export type HourStatement = z.infer<typeof HourStatement>

/** The hours to correct: a session, or someone's half-day at a workshop, called or not. */
const Target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('session'), sessionId: z.string() }),
  z.strictObject({
    kind: z.literal('attendance'),
    workshopId: z.string(),
    personId: z.string(),
    halfDay: z.enum(halfDays),
  }),
])
export type CorrectionTarget = z.infer<typeof Target>

export const hours = {
  ofMonth: query(z.strictObject({ month: Month }), HoursOfMonth),
  statement: query(z.strictObject({ month: Month, holder: Holder }), HourStatement),
  /** Settles a month for a coach or a person: from then on its hours change only by a correction. */
  validate: command(z.strictObject({ month: Month, holder: Holder }), HourStatement),
  correct: command(
    z.strictObject({
      target: Target,
      minutes: z.number().int().min(0).max(1440),
      reason: z.string().trim().min(1).max(500),
      /** The minutes that were on screen: others meanwhile are shown, not written over. */
      from: z.number().int(),
    }),
    Saved(z.object({ corrections: z.number().int() })),
  ),
}
