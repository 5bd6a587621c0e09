import { AppError } from '../../shared/errors.ts'
import type { Logo, logos as contract } from '../../shared/features/logos.ts'
import { isLogoFormat, largestLogo, logoKind, longestLogoSide } from '../../shared/rules/logos.ts'
import { formatOfMediaType, shownFileName } from '../../shared/rules/papers.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { imageSizeOf } from '../files/image-size.ts'
import { pictureOf } from '../files/picture.ts'
import { type PaperRead, bytesOf, keepBytes, readPaper } from './document-bytes.ts'
import { refuseMissingOwner } from './document-owners.ts'
import { insertDocument } from './documents.ts'
import { logosOfCohort } from './logos-named.ts'

export const logos: Handlers<typeof contract> = {
  ofOrganisation: ({ db }, { organisationId }) => readLogo(db, organisationId),
  ofCohort: (context, { cohortId }) => logosOfCohort(context, cohortId),
  async *set(job, { organisationId, path }) {
    yield { step: 'read', done: 0, total: null }
    const logo = await readPaper(path)
    refuseUnfit(logo)
    yield { step: 'write', done: 0, total: null }
    await refuseMissingOwner(job.db, { organisationId })
    await job.staging((db) => keepBytes(db, logo.sha256, logo.bytes, job.now().toISOString()))
    return job.transaction((tx) => setLogo(tx, { organisationId, fileName: shownFileName(path), logo }))
  },
  async remove(tx, { organisationId }) {
    if ((await trashLogos(tx, organisationId)) === 0)
      throw new AppError('notFound', { entity: 'organisations', id: organisationId })
    return {}
  },
}

export interface NewLogo {
  readonly organisationId: string
  readonly fileName: string
  readonly logo: PaperRead
}

/** Puts the former one aside. The bytes are kept already. */
export async function setLogo(tx: WriteContext, { organisationId, fileName, logo }: NewLogo): Promise<Logo> {
  await trashLogos(tx, organisationId)
  await insertDocument(tx, {
    owner: { organisationId },
    kind: logoKind,
    title: null,
    documentOn: null,
    expiresOn: null,
    note: null,
    fileName,
    format: logo.format,
    size: logo.bytes.length,
    sha256: logo.sha256,
  })
  const now = await readLogo(tx.db, organisationId)
  if (now === null) throw new Error('a logo that was just written is there')
  return now
}

/** What is refused here says so before anything is kept. */
function refuseUnfit({ bytes, format }: PaperRead): void {
  if (!isLogoFormat(format)) throw new AppError('fileFormatUnknown')
  const size = imageSizeOf(format, bytes)
  if (size === null) throw new AppError('fileUnreadable')
  if (bytes.length > largestLogo || Math.max(size.width, size.height) > longestLogoSide)
    throw new AppError('fileTooLarge')
}

async function trashLogos(tx: WriteContext, organisationId: string): Promise<number> {
  const rows = await tx.db
    .selectFrom('documents')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('kind', '=', logoKind)
    .where('deletedAt', 'is', null)
    .execute()
  for (const { id } of rows) await tx.write.trash('documents', id)
  return rows.length
}

async function readLogo(db: ReadDb, organisationId: string): Promise<Logo | null> {
  const row = await db
    .selectFrom('documents')
    .leftJoin('members', 'members.id', 'documents.addedById')
    .select(['documents.id as documentId', 'fileName', 'size', 'documents.createdAt as addedOn'])
    .select(['members.name as addedBy', 'mediaType', 'sha256'])
    .where('organisationId', '=', organisationId)
    .where('documents.kind', '=', logoKind)
    .where('documents.deletedAt', 'is', null)
    .orderBy('documents.createdAt', 'desc')
    .orderBy('documents.id', 'desc')
    .executeTakeFirst()
  if (!row) return null
  const { mediaType, sha256, ...logo } = row
  return { ...logo, picture: pictureOf(formatOfMediaType(mediaType), mediaType, await bytesOf(db, sha256)) }
}
