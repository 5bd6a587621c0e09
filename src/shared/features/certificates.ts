import * as z from 'zod'
import { command, query } from '../endpoint.ts'
import { IsoDate } from './people.ts'

/** What a certificate says: what was true on the day it was issued. */
export const PrintedCertificate = z.object({
  id: z.string(),
  enrolmentId: z.string(),
  personId: z.string(),
  number: z.string(),
  issuedOn: z.string(),
  minutes: z.number().int(),
  firstName: z.string(),
  lastName: z.string(),
  civility: z.string().nullable(),
  associationName: z.string(),
  programmeName: z.string(),
  cohortName: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  /** Where its workshops took place. */
  place: z.string().nullable(),
  /** The town of the association, where it signs. */
  city: z.string().nullable(),
  issuedBy: z.string().nullable(),
})
export type PrintedCertificate = z.infer<typeof PrintedCertificate>

export const certificates = {
  /** Those of a cohort, or of some of its enrolments, in the order of names: one page each. */
  ofCohort: query(
    z.strictObject({ cohortId: z.string(), enrolmentIds: z.array(z.string()).max(1000).nullable().default(null) }),
    z.array(PrintedCertificate),
  ),
  /** For those who completed and have none yet; the same act again issues nothing twice. */
  issue: command(
    z.strictObject({ cohortId: z.string(), enrolmentIds: z.array(z.string()).min(1).max(1000), issuedOn: IsoDate }),
    z.object({ issued: z.number().int() }),
  ),
}
