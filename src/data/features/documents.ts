import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Document, DocumentOwner, documents as contract } from '../../shared/features/documents.ts'
import { logoKind } from '../../shared/rules/logos.ts'
import { type PaperFormat, formatOfMediaType, mediaTypes, shownFileName } from '../../shared/rules/papers.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { writeNewFile } from '../files/new-file.ts'
import { writePrivateCopy } from '../files/private-copies.ts'
import { pictureOf } from '../files/picture.ts'
import { labelOf } from '../labels.ts'
import { updateFields } from './conflicts.ts'
import { bytesOf, keepBytes, readPaper } from './document-bytes.ts'
import { columnOf, expiringPapers, ownerOf, refuseMissingOwner } from './document-owners.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { asFileError } from './exporting/file-errors.ts'

export const documents: Handlers<typeof contract> = {
  async ofRecord({ db }, { owner, trashed }) {
    const { column, id } = columnOf(owner)
    const rows = await rowsOf(db)
      .where(column, '=', id)
      .where('documents.deletedAt', trashed ? 'is not' : 'is', null)
      .orderBy('documents.createdAt', 'desc')
      .orderBy('documents.id', 'desc')
      .execute()
    return rows.map(toDocument)
  },
  async get({ db }, { id }) {
    return readDocument(db, id)
  },
  async picture({ db }, { id }) {
    const { format, mediaType, sha256 } = await readPaperOf(db, id)
    return pictureOf(format, mediaType, await bytesOf(db, sha256))
  },
  async expiring({ db }, { until, limit }) {
    const expiring = await expiringPapers(db, until)
      .select([
        'documents.id',
        'documents.personId',
        'documents.organisationId',
        'documents.referralId',
        'documents.programmeId',
        'documents.cohortId',
        'documents.workshopId',
      ])
      .orderBy('documents.expiresOn')
      .orderBy('documents.id')
      .limit(limit)
      .execute()
    const found = []
    for (const { id, ...row } of expiring) {
      const owner = ownerOf(row)
      if (owner === null) continue
      const ownerLabel = await labelOf(db, owner.entity, owner.id)
      found.push({ ...(await readDocument(db, id)), ownerEntity: owner.entity, ownerId: owner.id, ownerLabel })
    }
    return found
  },
  async *add(job, { path, ...said }) {
    yield { step: 'read', done: 0, total: null }
    const { bytes, sha256, format } = await readPaper(path)
    yield { step: 'write', done: 0, total: null }
    await refuseMissingOwner(job.db, said.owner)
    await job.staging((db) => keepBytes(db, sha256, bytes, job.now().toISOString()))
    const fileName = shownFileName(path)
    return job.transaction(async (tx) =>
      readDocument(tx.db, await insertDocument(tx, { ...said, fileName, format, size: bytes.length, sha256 })),
    )
  },
  async update(tx, { id, version, fields }) {
    const row = await tx.db
      .selectFrom('documents')
      .select(['documentOn', 'expiresOn'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw new AppError('notFound', { entity: 'documents', id })
    const { note, ...rest } = given(fields)
    refuseSensitiveNumbers({ title: fields.title, note })
    refuseEndBeforeBegin({ ...row, ...rest })
    const patch = { ...rest, ...(note === undefined ? {} : { note: emptyAsNull(note) }) }
    await updateFields(tx, 'documents', id, patch, new Set(Object.keys(patch)), version)
    return { outcome: 'saved', record: await readDocument(tx.db, id) }
  },
  async trash(tx, { id }) {
    await tx.write.trash('documents', id)
    return {}
  },
  async restore(tx, { id }) {
    await tx.write.restore('documents', id)
    return readDocument(tx.db, id)
  },
  async *open(job, { id }) {
    yield { step: 'write', done: 0, total: null }
    const { format, sha256 } = await readPaperOf(job.db, id)
    return { path: await writePrivateCopy(job.copies, await bytesOf(job.db, sha256), format) }
  },
  async *saveCopy(job, { id, path, recipient, purpose }) {
    const { title, format, sha256 } = await readPaperOf(job.db, id)
    // the disk shows what it is by its end: a copy never takes that of another kind of file
    if (!path.toLowerCase().endsWith(`.${format}`)) throw new AppError('invalid', { field: 'path', reason: format })
    yield { step: 'write', done: 0, total: null }
    const bytes = await bytesOf(job.db, sha256)
    await writeNewFile(path, (file) => file.write(bytes)).catch((error: unknown) => {
      throw asFileError(error)
    })
    await job.transaction((tx) =>
      tx.write.insert('exports', {
        what: 'document',
        rows: 1,
        columns: JSON.stringify([title]),
        recipient,
        purpose,
        fileName: basename(path),
        sha256,
        memberId: tx.member?.id ?? null,
      }),
    )
    return { path }
  },
}

export interface NewDocument {
  readonly owner: DocumentOwner
  readonly kind: Document['kind'] | typeof logoKind
  readonly title: string | null
  readonly documentOn: string | null
  readonly expiresOn: string | null
  readonly note: string | null
  readonly fileName: string
  readonly format: PaperFormat
  readonly size: number
  readonly sha256: string
}

/** The row of a paper whose bytes are kept already. */
export async function insertDocument(tx: WriteContext, document: NewDocument): Promise<string> {
  const { owner, title, note, format, ...row } = document
  refuseSensitiveNumbers({ title, note })
  refuseEndBeforeBegin(row)
  const { column, id } = columnOf(owner)
  await refuseMissingOwner(tx.db, owner)
  return tx.write.insert('documents', {
    ...row,
    [column]: id,
    title: emptyAsNull(title) ?? titleOf(row.fileName),
    note: emptyAsNull(note),
    mediaType: mediaTypes[format],
    addedById: tx.member?.id ?? null,
  })
}

/** A file is called as it was, without its extension and what stands for a space. */
function titleOf(fileName: string): string {
  const bare = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[_\s]+/gu, ' ')
    .trim()
  return bare === '' ? fileName : bare
}

function refuseEndBeforeBegin(dates: {
  readonly documentOn?: string | null
  readonly expiresOn?: string | null
}): void {
  const { documentOn, expiresOn } = dates
  if (documentOn && expiresOn && expiresOn < documentOn) throw new AppError('invalid', { field: 'expiresOn' })
}

async function readDocument(db: ReadDb, id: string): Promise<Document> {
  const row = await rowsOf(db).where('documents.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'documents', id })
  return toDocument(row)
}

async function readPaperOf(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('documents')
    .select(['title', 'mediaType', 'sha256'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'documents', id })
  return { ...row, format: formatOfMediaType(row.mediaType) }
}

/** The papers; a logo is shown with its organisation, and is none of them. */
function rowsOf(db: ReadDb) {
  return db
    .selectFrom('documents')
    .leftJoin('members', 'members.id', 'documents.addedById')
    .select([
      'documents.id',
      'documents.version',
      'documents.createdAt',
      'documents.updatedAt',
      'documents.deletedAt',
      'documents.kind',
      'title',
      'fileName',
      'mediaType',
      'size',
      'documentOn',
      'expiresOn',
      'documents.note',
      'members.name as addedBy',
    ])
    .where('documents.kind', '!=', logoKind)
}

type DocumentRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

function toDocument(row: DocumentRow): Document {
  const { id, version, createdAt, updatedAt, deletedAt, title, fileName, mediaType, size } = row
  const { documentOn, expiresOn, note, addedBy } = row
  const kind = row.kind as Document['kind'] // a code of the closed list: nothing else is written
  const file = { fileName, mediaType, size, addedBy }
  return { id, version, createdAt, updatedAt, deletedAt, kind, title, documentOn, expiresOn, note, ...file }
}
