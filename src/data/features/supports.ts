import { AppError } from '../../shared/errors.ts'
import type { SupportFields, supports as contract } from '../../shared/features/supports.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import type { Patch } from '../writer.ts'
import { refuseBackwards, refuseFuture, refuseInactiveCoach, refuseMissingPerson } from './coaching-checks.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { handOver, previewHandOver } from './support-hand-over.ts'
import { readCaseload, readLoads } from './support-loads.ts'
import { readSupport, readSupports } from './support-read.ts'
import { readSummary } from './support-summary.ts'

export const supports: Handlers<typeof contract> = {
  async ofPerson(context, { personId }) {
    return readSupports(context, (query) =>
      query
        .where('supports.personId', '=', personId)
        .orderBy((eb) => eb.case().when('supports.endedOn', 'is', null).then(0).else(1).end())
        .orderBy('supports.endedOn', 'desc')
        .orderBy('supports.startedOn', 'desc')
        .orderBy('supports.id', 'desc'),
    )
  },
  async get(context, { id }) {
    return readSupport(context, id)
  },
  async caseload(context, { coachId }) {
    return readCaseload(context, coachId)
  },
  async loads(context, { quietDays }) {
    return readLoads(context, quietDays)
  },
  async programmes({ db }) {
    return db
      .selectFrom('programmes')
      .select(['id', 'name'])
      .where('deletedAt', 'is', null)
      .orderBy('sortKey')
      .limit(200)
      .execute()
  },
  async open(tx, { personId, coachId, programmeId, startedOn }) {
    await refuseMissingPerson(tx.db, personId)
    await refuseInactiveCoach(tx.db, coachId, 'coachId')
    await refuseMissingProgramme(tx.db, programmeId)
    refuseFuture(tx, 'startedOn', startedOn)
    await refuseSecondSpell(tx.db, personId, coachId)
    const previousId = await lastSpell(tx.db, personId)
    return readSupport(tx, await tx.write.insert('supports', { personId, coachId, programmeId, startedOn, previousId }))
  },
  async update(tx, { id, version, fields }) {
    await tx.write.update('supports', id, await columnsOf(tx, await liveSupport(tx.db, id), fields), version)
    return { outcome: 'saved', record: await readSupport(tx, id) }
  },
  async end(tx, { id, endedOn, endReason, endNote }) {
    const row = await liveSupport(tx.db, id)
    if (row.endedOn !== null) throw new AppError('illegalMove', { from: 'ended', to: 'ended' })
    if (endReason === 'handedOver') throw new AppError('invalid', { field: 'endReason' }) // by handing over, which begins the next
    refuseFuture(tx, 'endedOn', endedOn)
    refuseBackwards('endedOn', row.startedOn, endedOn)
    refuseSensitiveNumbers({ endNote })
    await tx.write.update('supports', id, { endedOn, endReason, endNote: emptyAsNull(endNote) })
    return readSupport(tx, id)
  },
  async trash(tx, { id }) {
    await liveSupport(tx.db, id)
    await refuseUsed(tx.db, id)
    await tx.write.trash('supports', id)
    return {}
  },
  async previewHandOver(context, { fromId, toId }) {
    return previewHandOver(context, fromId, toId)
  },
  async handOver(tx, input) {
    return handOver(tx, input)
  },
  async summary(context, { id }) {
    return readSummary(context, id)
  },
}

/** A spell that is not in the trash, open or over. */
async function liveSupport(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('supports')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'supports', id })
  return row
}

async function columnsOf(
  tx: WriteContext,
  row: Awaited<ReturnType<typeof liveSupport>>,
  fields: Partial<{ [Name in keyof SupportFields]: SupportFields[Name] | undefined }>,
): Promise<Patch<'supports'>> {
  const { programmeId, startedOn, endedOn, endReason, endNote, personWords, coachWords } = fields
  if (row.endedOn === null && (endedOn !== undefined || endReason !== undefined))
    throw new AppError('illegalMove', { from: 'open', to: 'ended' })
  if (endReason !== undefined && (endReason === 'handedOver') !== (row.endReason === 'handedOver'))
    throw new AppError('invalid', { field: 'endReason' }) // another spell relies on it
  if (programmeId !== undefined) await refuseMissingProgramme(tx.db, programmeId)
  refuseFuture(tx, 'startedOn', startedOn)
  refuseFuture(tx, 'endedOn', endedOn)
  refuseBackwards('endedOn', startedOn ?? row.startedOn, endedOn ?? row.endedOn)
  const texts = given({ endNote, personWords, coachWords })
  refuseSensitiveNumbers(texts)
  return {
    ...given({ programmeId, startedOn, endedOn, endReason }),
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, emptyAsNull(text)])),
  }
}

async function refuseMissingProgramme(db: ReadDb, id: string | null): Promise<void> {
  if (id === null) return
  const programme = await db
    .selectFrom('programmes')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!programme) throw new AppError('invalid', { field: 'programmeId' })
}

/** One open spell per person and coach: two would count the same sessions twice. */
async function refuseSecondSpell(db: ReadDb, personId: string, coachId: string): Promise<void> {
  const other = await db
    .selectFrom('supports')
    .select('id')
    .where('personId', '=', personId)
    .where('coachId', '=', coachId)
    .where('endedOn', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (other) throw new AppError('alreadyExists', { field: 'coachId', id: other.id })
}

/** The spell that this one comes after, of whichever coach: someone who comes back is not reopened. */
async function lastSpell(db: ReadDb, personId: string): Promise<string | null> {
  const last = await db
    .selectFrom('supports')
    .select('id')
    .where('personId', '=', personId)
    .where('endedOn', 'is not', null)
    .where('deletedAt', 'is', null)
    .orderBy('endedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.id ?? null
}

async function refuseUsed(db: ReadDb, id: string): Promise<void> {
  const row = await db
    .selectFrom('supports')
    .select((eb) => [
      eb
        .selectFrom('sessions')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .where('supportId', '=', id)
        .where('deletedAt', 'is', null)
        .as('sessions'),
      eb
        .selectFrom('goalReviews')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .where('supportId', '=', id)
        .where('deletedAt', 'is', null)
        .as('ratings'),
      eb
        .selectFrom('supports as later')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .where('later.previousId', '=', id)
        .where('later.deletedAt', 'is', null)
        .as('later'),
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (Number(row.sessions) + Number(row.ratings) + Number(row.later) > 0)
    throw new AppError('inUse', { entity: 'supports', id, label: await labelOf(db, 'supports', id) })
}
