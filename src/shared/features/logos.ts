import * as z from 'zod'
import { Nothing, command, job, query } from '../endpoint.ts'
import { Picture } from './documents.ts'

const Id = z.string().min(1).max(60)
const ById = z.strictObject({ organisationId: Id })

/** The logo of an organisation: the latest, should several stand after an undo. */
export const Logo = z.object({
  documentId: z.string(),
  fileName: z.string(),
  size: z.number().int(),
  addedOn: z.string(),
  addedBy: z.string().nullable(),
  picture: Picture,
})
export type Logo = z.infer<typeof Logo>

/** An organisation as the head of a document shows it: its logo, or its name where it has none. */
export const NamedLogo = z.object({
  organisationId: z.string().nullable(),
  name: z.string(),
  role: z.enum(['own', 'funder', 'partner']),
  picture: Picture.nullable(),
})
export type NamedLogo = z.infer<typeof NamedLogo>

export const logos = {
  ofOrganisation: query(ById, Logo.nullable()),
  /** Whose names stand on the documents of a cohort: the space's own organisation, its funders, its partners. */
  ofCohort: query(z.strictObject({ cohortId: Id }), z.array(NamedLogo)),
  /** Takes a picture in, as the one logo of this organisation. */
  set: job(
    z.strictObject({
      organisationId: Id,
      path: z
        .string()
        .min(1)
        .max(4096)
        .refine((path) => !path.includes('\0')),
    }),
    Logo,
  ),
  remove: command(ById, Nothing),
}
