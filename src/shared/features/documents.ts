import * as z from 'zod'
import { Nothing, Saved, command, job, query } from '../endpoint.ts'
import { documentKinds } from '../rules/papers.ts'
import { Text } from './fields.ts'
import { IsoDate } from './people.ts'

const Id = z.string().min(1).max(60)

/** The one record a paper belongs to. */
export const DocumentOwner = z.union([
  z.strictObject({ personId: Id }),
  z.strictObject({ organisationId: Id }),
  z.strictObject({ referralId: Id }),
  z.strictObject({ programmeId: Id }),
  z.strictObject({ cohortId: Id }),
  z.strictObject({ workshopId: Id }),
])
export type DocumentOwner = z.infer<typeof DocumentOwner>

export const DocumentFields = z.strictObject({
  kind: z.enum(documentKinds),
  title: Text(200).min(1),
  documentOn: IsoDate.nullable(),
  expiresOn: IsoDate.nullable(),
  note: Text(500).nullable(),
})
export type DocumentFields = z.infer<typeof DocumentFields>

export const Document = DocumentFields.extend({
  id: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  addedBy: z.string().nullable(),
})
export type Document = z.infer<typeof Document>

export const documentOwners = ['people', 'organisations', 'referrals', 'programmes', 'cohorts', 'workshops'] as const

/** A paper that expires, with whose it is: an address of the application, and a name. */
export const ExpiringDocument = Document.extend({
  ownerEntity: z.enum(documentOwners),
  ownerId: z.string(),
  ownerLabel: z.string(),
})
export type ExpiringDocument = z.infer<typeof ExpiringDocument>

/** A picture to look at in the window: its bytes in base64, and how large it is drawn. */
export const Picture = z.object({
  mediaType: z.string(),
  base64: z.string(),
  width: z.number().int(),
  height: z.number().int(),
})
export type Picture = z.infer<typeof Picture>

const ById = z.strictObject({ id: Id })
/** A path a person chose. */
const Path = z
  .string()
  .min(1)
  .max(4096)
  .refine((path) => !path.includes('\0'))

export const documents = {
  /** The papers of a record, the latest first; or those in its trash. */
  ofRecord: query(z.strictObject({ owner: DocumentOwner, trashed: z.boolean().default(false) }), z.array(Document)),
  get: query(ById, Document),
  /** A paper that is a picture, to look at without a copy of it. */
  picture: query(ById, Picture),
  /** Those whose last day is this one or before, the first to expire first. */
  expiring: query(
    z.strictObject({ until: IsoDate, limit: z.number().int().min(1).max(500).default(100) }),
    z.array(ExpiringDocument),
  ),
  /** Takes a file in: its bytes enter the space, the file stays where it was. */
  add: job(
    z.strictObject({
      owner: DocumentOwner,
      path: Path,
      kind: z.enum(documentKinds),
      /** Null: called after the file. */
      title: Text(200).nullable().default(null),
      documentOn: IsoDate.nullable().default(null),
      expiresOn: IsoDate.nullable().default(null),
      note: Text(500).nullable().default(null),
    }),
    Document,
  ),
  update: command(
    z.strictObject({ id: Id, version: z.number().int(), fields: DocumentFields.partial() }),
    Saved(Document),
  ),
  trash: command(ById, Nothing),
  restore: command(ById, Document),
  /** A private copy of our own to look at, gone when the space is locked or the application quits. */
  open: job(ById, z.object({ path: z.string() })),
  /** A copy that leaves the space, noted with whom it is for and why. */
  saveCopy: job(
    z.strictObject({
      id: Id,
      path: Path,
      recipient: Text(200),
      purpose: Text(200),
    }),
    z.object({ path: z.string() }),
  ),
}
