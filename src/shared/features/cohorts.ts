import * as z from 'zod'
import { Saved, command, query } from '../endpoint.ts'
import { programmeKinds, quotaKinds } from '../rules/programmes.ts'
import { longestSeries } from '../rules/recurrence.ts'
import { ById, Optional, Text } from './fields.ts'
import { IsoDate } from './people.ts'

export const CohortFields = z.strictObject({
  name: Text(200).min(1),
  startsOn: IsoDate.nullable(),
  endsOn: IsoDate.nullable(),
  place: Optional(200),
  capacity: z.number().int().min(1).max(10_000).nullable(),
  coordinatorId: z.string().nullable(),
  callOpensOn: IsoDate.nullable(),
  callClosesOn: IsoDate.nullable(),
  /** In percent of the hours; null for the usual share. */
  completionShare: z.number().int().min(1).max(100).nullable(),
  /** Absences in a row; null for the usual number. */
  absencesAlert: z.number().int().min(1).max(50).nullable(),
  note: Optional(500),
})
export type CohortFields = z.infer<typeof CohortFields>

/** Places kept for some, and how many of them are taken; null where what is known of people does not tell. */
export const CohortQuota = z.object({
  id: z.string(),
  kind: z.enum(quotaKinds),
  code: z.string().nullable(),
  label: z.string().nullable(),
  /** What the code names: a neighbourhood, a commune. */
  codeName: z.string().nullable(),
  places: z.number().int(),
  taken: z.number().int().nullable(),
})
export type CohortQuota = z.infer<typeof CohortQuota>

/** A cohort in a list. `taken`: places of those enrolled, in course or through. */
export const CohortSummary = z.object({
  id: z.string(),
  programmeId: z.string(),
  programmeName: z.string(),
  name: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  place: z.string().nullable(),
  capacity: z.number().int().nullable(),
  taken: z.number().int(),
  workshops: z.number().int(),
})
export type CohortSummary = z.infer<typeof CohortSummary>

export const Cohort = CohortFields.extend({
  id: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  programmeId: z.string(),
  programmeName: z.string(),
  programmeKind: z.enum(programmeKinds),
  coordinatorName: z.string().nullable(),
  previous: z.object({ id: z.string(), name: z.string() }).nullable(),
  taken: z.number().int(),
  quotas: z.array(CohortQuota),
  workshops: z.number().int(),
})
export type Cohort = z.infer<typeof Cohort>

export const NewCohort = CohortFields.partial().extend({ programmeId: z.string(), name: Text(200).min(1) })

export const QuotaInput = z.strictObject({
  id: z.string().nullable().default(null),
  kind: z.enum(quotaKinds),
  code: Optional(10).default(null),
  label: Optional(120).default(null),
  places: z.number().int().min(1).max(10_000),
})

/** What the next edition would be: nothing is written yet. */
export const CohortCopyPreview = z.object({
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  callOpensOn: z.string().nullable(),
  callClosesOn: z.string().nullable(),
  quotas: z.number().int(),
  criteria: z.number().int(),
  workshops: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      startTime: z.string(),
      endTime: z.string(),
      from: z.string(),
      heldOn: z.string(),
      /** It would have fallen on a public holiday. */
      avoidsHoliday: z.boolean(),
    }),
  ),
})
export type CohortCopyPreview = z.infer<typeof CohortCopyPreview>

export const cohorts = {
  /** Every cohort, the last to begin first: for pickers. */
  list: query(z.strictObject({ text: Text(100).default('') }), z.array(CohortSummary)),
  ofProgramme: query(z.strictObject({ programmeId: z.string() }), z.array(CohortSummary)),
  get: query(ById, Cohort),
  create: command(NewCohort, Cohort),
  update: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: CohortFields.partial() }),
    Saved(Cohort),
  ),
  setQuotas: command(z.strictObject({ id: z.string(), quotas: z.array(QuotaInput).max(30) }), Cohort),
  previewCopy: query(z.strictObject({ id: z.string(), startsOn: IsoDate }), CohortCopyPreview),
  /** The next edition: same settings, quotas and selection criteria, and these of its workshops on these days. */
  copy: command(
    z.strictObject({
      id: z.string(),
      name: Text(200).min(1),
      startsOn: IsoDate,
      workshops: z.array(z.strictObject({ id: z.string(), heldOn: IsoDate })).max(longestSeries * 2),
    }),
    Cohort,
  ),
  /** Refused while someone is enrolled, or workshops are left. */
  trash: command(ById, z.object({ changed: z.number().int() })),
  restore: command(ById, Cohort),
}
