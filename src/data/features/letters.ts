import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type {
  LetterModel,
  LetterModelFields,
  LetterText,
  MergedLetter,
  letters as contract,
} from '../../shared/features/letters.ts'
import { type LetterKind, mostLetters } from '../../shared/rules/letters.ts'
import { type MergeField, merge, mergeFieldNames, unknownFields } from '../../shared/rules/merge-fields.ts'
import type { Handlers, ReadContext, ReadDb, WriteContext } from '../context.ts'
import { writeDrafts } from '../files/mail-drafts.ts'
import { writeNewFile } from '../files/new-file.ts'
import { idsOfSelection } from '../list.ts'
import { updateFields } from './conflicts.ts'
import { asFileError } from './exporting/file-errors.ts'
import { given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { firstModels } from './letter-first-models.ts'
import { type Recipient, type Sender, readRecipients, readSender } from './letter-values.ts'
import { peopleList } from './people-list.ts'

export const letters: Handlers<typeof contract> = {
  async models({ db }, { trashed }) {
    const rows = await modelRows(db)
      .where('deletedAt', trashed ? 'is not' : 'is', null)
      .orderBy('position')
      .orderBy('name')
      .execute()
    return rows.map(toModel)
  },
  async createModel(tx, fields) {
    return readModel(tx.db, await insertModel(tx, fields, await nextPosition(tx.db)))
  },
  async updateModel(tx, { id, version, fields }) {
    const patch = given(fields)
    checkText(patch)
    await updateFields(tx, 'letterModels', id, patch, new Set(Object.keys(patch)), version)
    return { outcome: 'saved', record: await readModel(tx.db, id) }
  },
  async trashModel(tx, { id }) {
    await tx.write.trash('letterModels', id)
    return {}
  },
  async restoreModel(tx, { id }) {
    await tx.write.restore('letterModels', id)
    return readModel(tx.db, id)
  },
  async seedModels(tx, { locale }) {
    const some = await tx.db.selectFrom('letterModels').select('id').where('deletedAt', 'is', null).executeTakeFirst()
    if (some) return { added: 0 }
    const models = firstModels[locale]
    for (const [position, model] of models.entries()) await insertModel(tx, model, position)
    return { added: models.length }
  },
  async preview(context, { text, selection, locale }) {
    checkText(text)
    const ids = await idsOfSelection(context, peopleList, selection)
    if (ids.length > mostLetters) throw new AppError('invalid', { field: 'selection', reason: String(mostLetters) })
    const sender = await readSender(context, locale)
    return { letters: await mergedFor(context, ids, text, sender, locale), sender }
  },
  async record(tx, said) {
    await note(tx, { ...said, sha256: '' })
    return { noted: said.letters.length }
  },
  async *saveDrafts(job, { text, title, personIds, path, locale, recipient, purpose }) {
    checkText(text)
    if (!path.toLowerCase().endsWith('.zip')) throw new AppError('invalid', { field: 'path', reason: 'zip' })
    yield { step: 'write', done: 0, total: personIds.length }
    const merged = await mergedFor(job, personIds, text, await readSender(job, locale), locale)
    const drafts = merged.flatMap(({ personId, email, subject, body }) =>
      email === null ? [] : [{ personId, to: email, subject, body }],
    )
    if (drafts.length === 0) throw new AppError('invalid', { field: 'email' })
    const sha256 = await writeNewFile(path, (file) => writeDrafts(file, drafts)).catch((error: unknown) => {
      throw asFileError(error)
    })
    await job.transaction((tx) =>
      note(tx, {
        kind: text.kind,
        title,
        letters: drafts,
        fileName: basename(path),
        recipient,
        purpose,
        sha256,
      }),
    )
    return { path, drafts: drafts.length, leftOut: personIds.length - drafts.length }
  },
}

async function mergedFor(
  context: ReadContext,
  ids: readonly string[],
  text: LetterText,
  sender: Sender,
  locale: 'fr' | 'en',
): Promise<MergedLetter[]> {
  if (ids.length === 0) return []
  const recipients = await readRecipients(context, ids, sender, locale)
  return recipients.map((recipient) => mergedLetter(recipient, text, locale))
}

function mergedLetter(recipient: Recipient, text: LetterText, locale: 'fr' | 'en'): MergedLetter {
  const { values, ...known } = recipient
  const subject = merge(text.subject, values)
  const body = merge(text.body, values)
  const missing: readonly MergeField[] = [...new Set([...subject.missing, ...body.missing])]
  return {
    ...known,
    subject: subject.text.replaceAll(/\s+/gu, ' ').trim(),
    body: body.text,
    missing: missing.map((field) => mergeFieldNames[field][locale]),
  }
}

/** A field that does not exist is refused by its name: it would leave as it was typed. */
function checkText(text: { readonly subject?: string; readonly body?: string; readonly name?: string }): void {
  refuseSensitiveNumbers(text)
  for (const field of ['subject', 'body'] as const) {
    const [unknown] = unknownFields(text[field] ?? '')
    if (unknown !== undefined) throw new AppError('invalid', { field, reason: 'unknownField', name: unknown })
  }
}

interface Noted {
  readonly kind: LetterKind
  readonly title: string
  readonly letters: readonly { readonly personId: string; readonly subject: string }[]
  readonly fileName: string
  readonly recipient: string
  readonly purpose: string
  readonly sha256: string
}

/** Nothing leaves unnoted: once among the files, and once for each person, where their record is read. */
async function note(tx: WriteContext, { kind, title, letters: sent, ...left }: Noted): Promise<void> {
  const memberId = tx.member?.id ?? null
  await tx.write.insert('exports', {
    ...left,
    what: kind === 'letter' ? 'letters' : 'emails',
    rows: sent.length,
    columns: JSON.stringify([title]),
    memberId,
  })
  const at = tx.now().toISOString()
  for (const { personId, subject } of sent)
    await tx.write.insert('interactions', { personId, kind, at, note: subject === '' ? title : subject, memberId })
}

/** The row of a model, after those that are there. */
export async function insertModel(tx: WriteContext, fields: LetterModelFields, position: number): Promise<string> {
  checkText(fields)
  return tx.write.insert('letterModels', { ...fields, position })
}

async function nextPosition(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('letterModels')
    .select((eb) => eb.fn.max('position').as('last'))
    .executeTakeFirst()
  return (row?.last ?? -1) + 1
}

function modelRows(db: ReadDb) {
  return db
    .selectFrom('letterModels')
    .select(['id', 'version', 'deletedAt', 'updatedAt', 'kind', 'name', 'subject', 'body'])
}

async function readModel(db: ReadDb, id: string): Promise<LetterModel> {
  const row = await modelRows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'letterModels', id })
  return toModel(row)
}

function toModel(row: Awaited<ReturnType<ReturnType<typeof modelRows>['execute']>>[number]): LetterModel {
  return { ...row, kind: row.kind === 'letter' ? 'letter' : 'email', subject: row.subject ?? '' }
}
