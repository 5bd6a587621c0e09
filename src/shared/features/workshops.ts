import * as z from 'zod'
import { Saved, command, query } from '../endpoint.ts'
import { workshopKinds } from '../rules/programmes.ts'
import { longestSeries } from '../rules/recurrence.ts'
import { ById, Optional, Text } from './fields.ts'
import { IsoDate } from './people.ts'

const Minutes = z.number().int().min(1).max(1440)
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What a workshop counts for: together at most 100 percent. */
export const WorkshopFunding = z.strictObject({ fundedActionId: z.string(), share: z.number().int().min(1).max(100) })

/** `minutes`: what is counted of the hours, less than from start to end when there is a break. */
export const WorkshopFields = z.strictObject({
  kind: z.enum(workshopKinds),
  title: Text(200).min(1),
  theme: Optional(120),
  heldOn: IsoDate,
  startTime: Time,
  endTime: Time,
  minutes: Minutes,
  place: Optional(200),
  link: Optional(300),
  trainerName: Optional(120),
  trainerOrganisationId: z.string().nullable(),
  compulsory: z.boolean(),
  note: Optional(500),
})
export type WorkshopFields = z.infer<typeof WorkshopFields>

export const Workshop = WorkshopFields.extend({
  id: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  cohortId: z.string(),
  cohortName: z.string(),
  programmeId: z.string(),
  programmeName: z.string(),
  seriesId: z.string().nullable(),
  trainerOrganisationName: z.string().nullable(),
  cancelledOn: z.string().nullable(),
  cancelledReason: z.string().nullable(),
  fundings: z.array(WorkshopFunding.extend({ title: z.string(), funderName: z.string() })),
  /** People whose presence or absence is noted. */
  attendances: z.number().int(),
})
export type Workshop = z.infer<typeof Workshop>

const NewFields = WorkshopFields.partial().extend({
  kind: z.enum(workshopKinds),
  title: Text(200).min(1),
  startTime: Time,
  endTime: Time,
  fundings: z.array(WorkshopFunding).max(20).default([]),
})
export const NewWorkshop = NewFields.extend({ cohortId: z.string(), heldOn: IsoDate })

/** One workshop, or it and those of its series that come after it. */
const Scope = z.enum(['one', 'following']).default('one')

export const SeriesLine = z.object({
  heldOn: z.string(),
  /** Left out: a public holiday. */
  holiday: z.boolean(),
  /** Another workshop of this cohort that day, at the same hours. */
  meets: z.string().nullable(),
  /** Before the cohort begins, or after it ends. */
  outside: z.boolean(),
})
export type SeriesLine = z.infer<typeof SeriesLine>

export const workshops = {
  /** In order of day and time, cancelled ones too. */
  ofCohort: query(z.strictObject({ cohortId: z.string() }), z.array(Workshop)),
  get: query(ById, Workshop),
  previewSeries: query(
    z.strictObject({
      cohortId: z.string(),
      firstDay: IsoDate,
      everyWeeks: z.number().int().min(1).max(8),
      weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
      end: z.union([
        z.strictObject({ count: z.number().int().min(1).max(longestSeries) }),
        z.strictObject({ day: IsoDate }),
      ]),
      startTime: Time,
      endTime: Time,
    }),
    z.array(SeriesLine),
  ),
  create: command(NewWorkshop, Workshop),
  /** The same workshop on each of these days, as one series; each line may say its own hours, minutes and title. */
  createSeries: command(
    NewFields.omit({ heldOn: true, startTime: true, endTime: true }).extend({
      cohortId: z.string(),
      lines: z
        .array(
          z.strictObject({
            heldOn: IsoDate,
            startTime: Time,
            endTime: Time,
            minutes: Minutes.nullable().default(null),
            title: Text(200).default(''),
          }),
        )
        .min(1)
        .max(longestSeries),
    }),
    z.array(Workshop),
  ),
  /** With `following`, a new day moves the others by as many days. */
  update: command(
    z.strictObject({
      id: z.string(),
      version: z.number().int(),
      fields: WorkshopFields.extend({ fundings: z.array(WorkshopFunding).max(20) }).partial(),
      scope: Scope,
    }),
    Saved(Workshop),
  ),
  cancel: command(z.strictObject({ id: z.string(), on: IsoDate, reason: Text(200).min(1), scope: Scope }), Workshop),
  /** What was cancelled takes place after all. */
  reinstate: command(ById, Workshop),
  /** Refused where presences are noted. */
  trash: command(
    z.strictObject({ id: z.string(), scope: Scope }),
    z.object({ changed: z.number().int(), kept: z.number().int() }),
  ),
  restore: command(ById, Workshop),
}
