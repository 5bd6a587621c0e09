import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { Cohort, CohortFields, QuotaInput, cohorts as contract } from '../../shared/features/cohorts.ts'
import { fold, sortKey } from '../../shared/rules/fold.ts'
import type { ProgrammeKind } from '../../shared/rules/programmes.ts'
import type { Handlers, ReadContext, ReadDb, WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { copyCohort, previewCopy } from './cohort-copy.ts'
import { quotasOf, takenPlaces } from './cohort-filling.ts'
import { cohortSummaries, workshopCounts } from './cohort-summaries.ts'
import { updateFields } from './conflicts.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { refuseBackwards, refuseGone } from './live-records.ts'
import { setParts } from './set-parts.ts'
import { checkedQpvCode } from './territory.ts'

export const cohorts: Handlers<typeof contract> = {
  async list(context, { text }) {
    const wanted = fold(text)
    const all = await cohortSummaries(context, {})
    return all.filter(({ name, programmeName }) => fold(`${programmeName} ${name}`).includes(wanted))
  },
  async ofProgramme(context, { programmeId }) {
    return cohortSummaries(context, { programmeIds: [programmeId] })
  },
  async get(context, { id }) {
    return readCohort(context, id)
  },
  async create(tx, { programmeId, ...fields }) {
    await refuseGone(tx.db, 'programmes', programmeId)
    const columns = await columnsOf(tx, fields)
    refuseWrongDates(columns, null)
    const id = await tx.write.insert('cohorts', { programmeId, ...named(fields.name), ...columns })
    return readCohort(tx, id)
  },
  async update(tx, { id, version, fields }) {
    const row = await readRow(tx.db, id)
    const columns = await columnsOf(tx, fields)
    refuseWrongDates(columns, row)
    await updateFields(tx, 'cohorts', id, columns, new Set(Object.keys(fields)), version)
    return { outcome: 'saved', record: await readCohort(tx, id) }
  },
  async setQuotas(tx, { id, quotas }) {
    await refuseGone(tx.db, 'cohorts', id)
    if (await setQuotas(tx, id, quotas)) await tx.write.touch('cohorts', id)
    return readCohort(tx, id)
  },
  async previewCopy(context, { id, startsOn }) {
    return previewCopy(context, id, startsOn)
  },
  async copy(tx, input) {
    return readCohort(tx, await copyCohort(tx, input))
  },
  async trash(tx, { id }) {
    await refuseGone(tx.db, 'cohorts', id)
    await refuseInUse(tx.db, id)
    await tx.write.trash('cohorts', id)
    return { changed: 1 }
  },
  async restore(tx, { id }) {
    const row = await tx.db.selectFrom('cohorts').select('programmeId').where('id', '=', id).executeTakeFirst()
    if (!row) throw new AppError('notFound', { entity: 'cohorts', id })
    await refuseGone(tx.db, 'programmes', row.programmeId)
    await tx.write.restore('cohorts', id)
    return readCohort(tx, id)
  },
}

type CohortPatch = z.output<ReturnType<typeof CohortFields.partial>>

/** A cohort with its filling, in the trash or not. */
export async function readCohort(context: ReadContext, id: string): Promise<Cohort> {
  const { db } = context
  const row = await db
    .selectFrom('cohorts')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .leftJoin('members', 'members.id', 'cohorts.coordinatorId')
    .leftJoin('cohorts as before', 'before.id', 'cohorts.previousId')
    .selectAll('cohorts')
    .select([
      'programmes.name as programmeName',
      'programmes.kind as programmeKind',
      'members.name as coordinatorName',
      'before.name as previousName',
    ])
    .where('cohorts.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'cohorts', id })
  const { sortKey: _sortKey, previousId, previousName, ...plain } = row
  return {
    ...plain,
    programmeKind: row.programmeKind as ProgrammeKind,
    previous: previousId === null ? null : { id: previousId, name: previousName ?? '' },
    taken: (await takenPlaces(db, [id])).get(id) ?? 0,
    quotas: await quotasOf(context, id),
    workshops: (await workshopCounts(db, [id])).get(id) ?? 0,
  }
}

async function readRow(db: ReadDb, id: string) {
  await refuseGone(db, 'cohorts', id)
  return db.selectFrom('cohorts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function columnsOf(tx: WriteContext, said: CohortPatch) {
  const { name, place, note, ...plain } = said
  refuseSensitiveNumbers({ name, place, note })
  if (plain.coordinatorId) await refuseGone(tx.db, 'members', plain.coordinatorId)
  return {
    ...given({
      ...plain,
      place: place === undefined ? place : emptyAsNull(place),
      note: note === undefined ? note : emptyAsNull(note),
    }),
    ...(name === undefined ? {} : named(name)),
  }
}

function named(name: string) {
  return { name: name.trim(), sortKey: sortKey(name, '') }
}

type Dates = Pick<CohortPatch, 'startsOn' | 'endsOn' | 'callOpensOn' | 'callClosesOn'>

/** As they will be once changed: those not said stay. */
function refuseWrongDates(said: Dates, row: Dates | null): void {
  const now = (field: keyof Dates) => (said[field] === undefined ? (row?.[field] ?? null) : (said[field] ?? null))
  refuseBackwards(now('startsOn'), now('endsOn'))
  refuseBackwards(now('callOpensOn'), now('callClosesOn'), 'callClosesOn')
}

async function setQuotas(
  tx: WriteContext,
  cohortId: string,
  quotas: readonly z.output<typeof QuotaInput>[],
): Promise<boolean> {
  const before = await tx.db
    .selectFrom('cohortQuotas')
    .select('id')
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .execute()
  return setParts(tx, {
    entity: 'cohortQuotas',
    before,
    wanted: quotas.map((quota, position) => ({
      id: quota.id,
      row: {
        cohortId,
        kind: quota.kind,
        code: quotaCode(quota, position),
        label: quotaLabel(quota, position),
        places: quota.places,
        position,
      },
    })),
  })
}

/** The neighbourhood or the commune; a quota of another kind has none. */
function quotaCode({ kind, code }: z.output<typeof QuotaInput>, place: number): string | null {
  if (kind !== 'qpvCode' && kind !== 'commune') return null
  const typed = emptyAsNull(code)
  if (typed === null) throw new AppError('invalid', { field: `quotas.${place}.code`, reason: 'empty' })
  return kind === 'qpvCode' ? checkedQpvCode(typed) : typed
}

function quotaLabel({ kind, label }: z.output<typeof QuotaInput>, place: number): string | null {
  refuseSensitiveNumbers({ [`quotas.${place}.label`]: label })
  const typed = emptyAsNull(label)
  if (kind === 'other' && typed === null)
    throw new AppError('invalid', { field: `quotas.${place}.label`, reason: 'empty' })
  return typed
}

async function refuseInUse(db: ReadDb, id: string): Promise<void> {
  const count = async (table: 'enrolments' | 'workshops') => {
    const row = await db
      .selectFrom(table as 'enrolments')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('cohortId', '=', id)
      .where('deletedAt', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  const [enrolments, workshops] = [await count('enrolments'), await count('workshops')]
  if (enrolments + workshops === 0) return
  throw new AppError('inUse', { entity: 'cohorts', id, label: await labelOf(db, 'cohorts', id), enrolments, workshops })
}
