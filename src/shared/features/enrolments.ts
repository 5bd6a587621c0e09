import * as z from 'zod'
import { Nothing, Saved, command, query } from '../endpoint.ts'
import { enrolmentReasons, enrolmentStages, firstStages } from '../rules/enrolment-stages.ts'
import { outcomeClasses, qpvStates } from '../rules/values.ts'
import { Entry } from './entry.ts'
import { ById, Optional } from './fields.ts'
import { Selection } from './lists.ts'
import { IsoDate } from './people.ts'
import { ReviewSummary } from './selection.ts'

const EnrolmentReason = z.enum(enrolmentReasons)

/** One person in one cohort, as its board and its grid show them. */
export const EnrolmentRow = z.object({
  id: z.string(),
  version: z.number().int(),
  cohortId: z.string(),
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  stage: z.enum(enrolmentStages),
  stageSince: z.string(),
  appliedOn: z.string().nullable(),
  enrolledOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  rank: z.number().int().nullable(),
  reasons: z.array(EnrolmentReason),
  outcomeClass: z.enum(outcomeClasses).nullable(),
  note: z.string().nullable(),
  referralId: z.string().nullable(),
  referralNumber: z.string().nullable(),
  /** The day the person was told of the stage they are in. */
  messageSentOn: z.string().nullable(),
  /** As frozen on the day of entry; as it is today for who has not entered. */
  communeCode: z.string().nullable(),
  communeName: z.string().nullable(),
  qpvState: z.enum(qpvStates),
  qpvCode: z.string().nullable(),
  frrStatus: z.string().nullable(),
  age: z.number().int().nullable(),
  gender: z.string().nullable(),
  /** Null where nobody is to read applications, and for who declared a conflict of interest about this one. */
  review: ReviewSummary.nullable(),
  nextStages: z.array(z.enum(enrolmentStages)),
})
export type EnrolmentRow = z.infer<typeof EnrolmentRow>

export const EnrolmentMove = z.object({
  id: z.string(),
  from: z.enum(enrolmentStages).nullable(),
  to: z.enum(enrolmentStages),
  on: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  reasons: z.array(EnrolmentReason),
  note: z.string().nullable(),
})

export const Enrolment = EnrolmentRow.extend({
  deletedAt: z.string().nullable(),
  cohortName: z.string(),
  programmeId: z.string(),
  programmeName: z.string(),
  /** What was true on the day of entry: frozen then, null before. */
  entry: Entry.extend({ gender: z.string().nullable() }).nullable(),
  moves: z.array(EnrolmentMove),
})
export type Enrolment = z.infer<typeof Enrolment>

/** What a cohort can hold, and what is taken of it today. */
export const CohortPlaces = z.object({
  capacity: z.number().int().nullable(),
  taken: z.number().int(),
  waiting: z.number().int(),
  quotas: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      code: z.string().nullable(),
      label: z.string().nullable(),
      places: z.number().int(),
      /** Null where what is known of these people does not tell. */
      taken: z.number().int().nullable(),
    }),
  ),
})
export type CohortPlaces = z.infer<typeof CohortPlaces>

/** What a move carries besides where it goes; `rules/enrolment-stages.ts` says what each one needs. */
const Decision = z.strictObject({
  to: z.enum(enrolmentStages),
  on: IsoDate,
  reasons: z.array(EnrolmentReason).default([]),
  outcomeClass: z.enum(outcomeClasses).nullable().default(null),
  note: Optional(500).default(null),
})

/** One act on several people: what it changed, one by one. */
const Moved = z.object({
  moved: z.number().int(),
  records: z.array(
    z.object({
      id: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      from: z.enum(enrolmentStages),
      to: z.enum(enrolmentStages),
    }),
  ),
})
export type Moved = z.infer<typeof Moved>

export const enrolments = {
  /** Everyone of a cohort, by stage; the waiting list by rank, the others by name. */
  ofCohort: query(
    z.strictObject({ cohortId: z.string() }),
    z.object({ rows: z.array(EnrolmentRow), places: CohortPlaces }),
  ),
  /** The programmes someone is or was in, the latest first. */
  ofPerson: query(
    z.strictObject({ personId: z.string() }),
    z.array(EnrolmentRow.extend({ cohortName: z.string(), programmeId: z.string(), programmeName: z.string() })),
  ),
  get: query(ById, Enrolment),
  /** People whose accepted referral has led to no programme yet. */
  candidates: query(
    z.strictObject({ cohortId: z.string() }),
    z.array(
      z.object({
        referralId: z.string(),
        number: z.string(),
        decidedOn: z.string().nullable(),
        landlordName: z.string().nullable(),
        personId: z.string(),
        firstName: z.string(),
        lastName: z.string(),
        project: z.string().nullable(),
      }),
    ),
  ),
  /** Adds people, all or none: one who is in the cohort already is refused by name. */
  create: command(
    z.strictObject({
      cohortId: z.string(),
      people: z
        .array(z.strictObject({ personId: z.string(), referralId: z.string().nullable().default(null) }))
        .min(1)
        .max(500),
      stage: z.enum(firstStages).default('applied'),
      on: IsoDate,
    }),
    z.object({ ids: z.array(z.string()) }),
  ),
  /**
   * Adds those selected in the list of people, as many who applied through one form: who is in the cohort already stays
   * as they are, and is counted. Each brings the accepted referral that led to no programme yet, when there is one.
   */
  addSelected: command(
    z.strictObject({
      cohortId: z.string(),
      selection: Selection,
      stage: z.enum(firstStages).default('applied'),
      on: IsoDate,
    }),
    z.object({ ids: z.array(z.string()), there: z.number().int() }),
  ),
  move: command(
    Decision.extend({
      id: z.string(),
      version: z.number().int(),
      rank: z.number().int().min(1).nullable().default(null),
    }),
    Saved(Enrolment),
  ),
  /** The same decision for several, in the order given; all or none. `expected` is what the screen showed. */
  bulkMove: command(
    Decision.extend({
      cohortId: z.string(),
      ids: z.array(z.string()).min(1).max(500),
      expected: z.number().int(),
    }),
    Moved,
  ),
  /** Its place on the waiting list of its cohort, the others closing up. */
  setRank: command(z.strictObject({ id: z.string(), rank: z.number().int().min(1) }), Enrolment),
  /** The next of the waiting list is given the place that was left. */
  offerNextPlace: command(z.strictObject({ cohortId: z.string(), on: IsoDate }), Enrolment),
  update: command(
    z.strictObject({
      id: z.string(),
      version: z.number().int(),
      fields: z.strictObject({ note: Optional(500) }).partial(),
    }),
    Saved(Enrolment),
  ),
  /** The person was told of the stage they are in. */
  recordMessage: command(z.strictObject({ id: z.string(), sentOn: IsoDate }), Enrolment),
  trash: command(ById, Nothing),
  restore: command(ById, Enrolment),
}
