import { AppError } from '../../shared/errors.ts'
import { type BulkPersonChange, PersonFields, type people as contract } from '../../shared/features/people.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { letOthersGo } from '../letting-go.ts'
import { idsOfSelection, pageOfIds } from '../list.ts'
import { setContactPoints } from './contact-points.ts'
import { findDuplicates } from './people-duplicates.ts'
import { peopleList, readPersonRows } from './people-list.ts'
import { readPerson } from './people-read.ts'
import { withdrawAgreement } from './referral-agreements.ts'
import { readTimeline } from './people-timeline.ts'
import { restorePerson, trashPerson } from './people-trash.ts'
import { type PersonPatch, createPerson, updatePerson } from './people-write.ts'
import { trashEach } from './trash-each.ts'
import { addTag, setTags, tagNamed, usedTags } from './tags.ts'

export const people: Handlers<typeof contract> = {
  async list(context, request) {
    const { ids, total, unfiltered } = await pageOfIds(context, peopleList, request)
    return { rows: await readPersonRows(context, ids), total, unfiltered }
  },
  async get(context, { id }) {
    return readPerson(context, id)
  },
  async timeline({ db }, { id, limit }) {
    return readTimeline(db, id, limit)
  },
  async duplicates({ db }, probe) {
    return findDuplicates(db, probe)
  },
  async tags({ db }) {
    return usedTags(db)
  },
  async create(tx, input) {
    return readPerson(tx, await createPerson(tx, input))
  },
  async update(tx, { id, version, fields }) {
    await updatePerson(tx, id, fields, version)
    return { outcome: 'saved', record: await readPerson(tx, id) }
  },
  async setContactPoints(tx, { id, contactPoints }) {
    await refuseTrashed(tx, id)
    if (await setContactPoints(tx, { personId: id }, contactPoints)) await tx.write.touch('people', id)
    return readPerson(tx, id)
  },
  async setTags(tx, { id, tags }) {
    await refuseTrashed(tx, id)
    if (await setTags(tx, id, tags)) await tx.write.touch('people', id)
    return readPerson(tx, id)
  },
  async withdrawConsent(tx, { consentId, on }) {
    const { personId } = await withdrawAgreement(tx, consentId, on)
    return readPerson(tx, personId)
  },
  async bulkChange(tx, { selection, change }) {
    const fields = bulkFields(change)
    const ids = await idsOfSelection(tx, peopleList, selection)
    return { changed: await countTrue(ids, (id) => updatePerson(tx, id, fields)) }
  },
  async addTag(tx, { selection, tag }) {
    const ids = await idsOfSelection(tx, peopleList, selection)
    const tagId = await tagNamed(tx, tag)
    const changed = await countTrue(ids, async (id) => {
      const added = await addTag(tx, id, tagId)
      if (added) await tx.write.touch('people', id)
      return added
    })
    return { changed }
  },
  async trash(tx, { selection }) {
    const ids = await idsOfSelection(tx, peopleList, selection)
    return trashEach(ids, (id) => trashPerson(tx, id))
  },
  async restore(tx, { id }) {
    await restorePerson(tx, id)
    return readPerson(tx, id)
  },
}

async function refuseTrashed(tx: WriteContext, id: string): Promise<void> {
  const row = await tx.db
    .selectFrom('people')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'people', id })
}

/** The one field of a change to many, held to the same rules as in a form. */
function bulkFields({ field, value, qpvHow, qpvCode }: ReturnType<typeof BulkPersonChange.parse>): PersonPatch {
  const said = field === 'qpvState' ? { qpvState: value, qpvHow, qpvCode } : { [field]: value }
  const read = PersonFields.partial().safeParse(said)
  if (!read.success) throw new AppError('invalid', { field })
  return read.data
}

/** Applies `work` to each, and counts those it changed. */
async function countTrue(ids: readonly string[], work: (id: string) => Promise<boolean>): Promise<number> {
  let count = 0
  for (const [index, id] of ids.entries()) {
    if (await work(id)) count += 1
    if (index % 200 === 199) await letOthersGo()
  }
  return count
}
