import * as z from 'zod'
import { Nothing, command, query } from '../endpoint.ts'
import { attendanceStates, halfDays } from '../rules/attendance.ts'
import { Text } from './fields.ts'
import { NamedLogo } from './logos.ts'
import { IsoDate } from './people.ts'

const Minutes = z.number().int().min(0).max(1440)
const HalfDay = z.enum(halfDays)
const State = z.enum(attendanceStates)

/** A share with what it is of: never a percentage alone. */
export const Rate = z.object({ numerator: z.number(), denominator: z.number() })

export const RollCallMark = z.object({
  id: z.string(),
  halfDay: HalfDay,
  state: State,
  minutes: z.number().int(),
})
export type RollCallMark = z.infer<typeof RollCallMark>

export const RollCallPerson = z.object({
  personId: z.string(),
  enrolmentId: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  walkIn: z.boolean(),
  marks: z.array(RollCallMark),
})
export type RollCallPerson = z.infer<typeof RollCallPerson>

/** A workshop as its roll call needs it. */
export const CalledWorkshop = z.object({
  id: z.string(),
  cohortId: z.string(),
  cohortName: z.string(),
  programmeId: z.string(),
  programmeName: z.string(),
  title: z.string(),
  heldOn: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  minutes: z.number().int(),
  place: z.string().nullable(),
  trainerName: z.string().nullable(),
  compulsory: z.boolean(),
  cancelledOn: z.string().nullable(),
  halfDays: z.array(z.object({ halfDay: HalfDay, minutes: z.number().int() })),
})
export type CalledWorkshop = z.infer<typeof CalledWorkshop>

export const RollCallSheet = z.object({ workshop: CalledWorkshop, people: z.array(RollCallPerson) })
export type RollCallSheet = z.infer<typeof RollCallSheet>

/** `state` null takes the mark away. `minutes` null is what the state counts for. */
export const NewMark = z.strictObject({
  personId: z.string(),
  halfDay: HalfDay,
  state: State.nullable(),
  minutes: Minutes.nullable().default(null),
})
export type NewMark = z.infer<typeof NewMark>

/** A cell of the matrix of a cohort: the half-days of one person at one workshop. */
const Cell = z.object({
  workshopId: z.string(),
  marks: z.array(z.object({ halfDay: HalfDay, state: State, minutes: z.number().int() })),
})

const CohortWorkshop = z.object({
  id: z.string(),
  title: z.string(),
  heldOn: z.string(),
  startTime: z.string(),
  minutes: z.number().int(),
  compulsory: z.boolean(),
  cancelled: z.boolean(),
  /** Both the scan and the trainer's signature are there. */
  signed: z.boolean(),
})

export const CohortPerson = z.object({
  enrolmentId: z.string(),
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  stage: z.string(),
  cells: z.array(Cell),
  presence: Rate,
  absences: z.object({ count: z.number().int(), since: z.string().nullable() }),
  completion: z.object({
    attendedMinutes: z.number().int(),
    plannedMinutes: z.number().int(),
    share: z.number().int(),
    missedCompulsory: z.array(z.string()),
    completed: z.boolean(),
  }),
  certificate: z.object({ id: z.string(), number: z.string(), issuedOn: z.string() }).nullable(),
})
export type CohortPerson = z.infer<typeof CohortPerson>

export const CohortSheet = z.object({
  cohortId: z.string(),
  cohortName: z.string(),
  completionShare: z.number().int(),
  absencesAlert: z.number().int(),
  workshops: z.array(CohortWorkshop),
  people: z.array(CohortPerson),
  /** D3 of the whole cohort. */
  presence: Rate,
  /** D2: minutes proved by a sheet with both signatures, over minutes attended. */
  proven: Rate,
  /** D4 and D5; over nobody until the cohort has ended. */
  completed: Rate,
  droppedOut: Rate,
})
export type CohortSheet = z.infer<typeof CohortSheet>

export const AbsenceAlert = z.object({
  cohortId: z.string(),
  cohortName: z.string(),
  enrolmentId: z.string(),
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  absences: z.number().int(),
  since: z.string(),
  /** The last workshop where they were seen, in that cohort. */
  lastSeenOn: z.string().nullable(),
})
export type AbsenceAlert = z.infer<typeof AbsenceAlert>

export const PersonAttendanceLine = z.object({
  workshopId: z.string(),
  title: z.string(),
  heldOn: z.string(),
  cohortId: z.string(),
  cohortName: z.string(),
  cancelled: z.boolean(),
  walkIn: z.boolean(),
  minutes: z.number().int(),
  marks: z.array(z.object({ halfDay: HalfDay, state: State, minutes: z.number().int() })),
})
export type PersonAttendanceLine = z.infer<typeof PersonAttendanceLine>

export const PersonAttendance = z.object({
  lines: z.array(PersonAttendanceLine),
  presence: Rate,
  minutes: z.number().int(),
})
export type PersonAttendance = z.infer<typeof PersonAttendance>

export const attendances = {
  /** Everyone expected or called at a workshop, with their marks: the whole roll call in one answer. */
  ofWorkshop: query(z.strictObject({ workshopId: z.string() }), RollCallSheet),
  ofCohort: query(z.strictObject({ cohortId: z.string() }), CohortSheet),
  ofPerson: query(z.strictObject({ personId: z.string() }), PersonAttendance),
  /** People absent as many times in a row as their cohort watches for; of every cohort when none is named. */
  alerts: query(z.strictObject({ cohortId: z.string().nullable().default(null) }), z.array(AbsenceAlert)),
  /**
   * Marks of one half-day or more, all or none. The same mark twice changes nothing. Before the day of the workshop
   * only an excuse can be noted.
   */
  mark: command(z.strictObject({ workshopId: z.string(), marks: z.array(NewMark).min(1).max(400) }), Nothing),
  /** Whoever has no mark yet for that half-day gets this one. */
  markOthers: command(
    z.strictObject({ workshopId: z.string(), halfDay: HalfDay, state: State }),
    z.object({ changed: z.number().int() }),
  ),
  /** Someone who came without being enrolled: known already, or new with three fields. */
  addWalkIn: command(
    z.strictObject({
      workshopId: z.string(),
      halfDay: HalfDay,
      personId: z.string().nullable().default(null),
      firstName: Text(100).default(''),
      lastName: Text(100).default(''),
      phone: Text(40).default(''),
    }),
    z.object({ personId: z.string() }),
  ),
}

/** The sheet to sign of a workshop, and how far its proof is. */
export const SheetState = z.object({
  workshopId: z.string(),
  title: z.string(),
  heldOn: z.string(),
  cohortId: z.string(),
  cohortName: z.string(),
  /** The scan, and the day it was signed. */
  documentId: z.string().nullable(),
  signedOn: z.string().nullable(),
  countersignedOn: z.string().nullable(),
  countersignedBy: z.string().nullable(),
  /** Who were there: what the signatures prove. */
  present: z.number().int(),
})
export type SheetState = z.infer<typeof SheetState>

export const PrintedSheet = SheetState.extend({
  programmeName: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  place: z.string().nullable(),
  trainerName: z.string().nullable(),
  halfDays: z.array(HalfDay),
  people: z.array(z.object({ firstName: z.string(), lastName: z.string() })),
  /** Whose names stand on it: ours, those of who pays for it, those of the partners. */
  organisations: z.array(NamedLogo),
  actions: z.array(z.string()),
})
export type PrintedSheet = z.infer<typeof PrintedSheet>

export const sheets = {
  /** How far the proof of a workshop is. */
  state: query(z.strictObject({ workshopId: z.string() }), SheetState.extend({ trainerName: z.string().nullable() })),
  /** All that is on the paper. */
  get: query(z.strictObject({ workshopId: z.string() }), PrintedSheet),
  /** Workshops held that still lack the scan or the trainer's signature, the oldest first. */
  unsigned: query(z.strictObject({ cohortId: z.string().nullable().default(null) }), z.array(SheetState)),
  /** The scan, which is a document of the workshop; null when it was the wrong one. */
  sign: command(
    z.strictObject({ workshopId: z.string(), documentId: z.string().nullable(), signedOn: IsoDate.nullable() }),
    SheetState,
  ),
  /** The trainer's own signature; without a day, it is taken back. */
  countersign: command(
    z.strictObject({ workshopId: z.string(), on: IsoDate.nullable(), by: Text(120).nullable() }),
    SheetState,
  ),
}
