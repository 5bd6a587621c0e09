import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type {
  FundedAction,
  Programme,
  ProgrammeFields,
  ProgrammeRow,
  programmes as contract,
} from '../../shared/features/programmes.ts'
import { type PartnerRole, type ProgrammeKind, periodState, periodStates } from '../../shared/rules/programmes.ts'
import { sortKey } from '../../shared/rules/fold.ts'
import type { Handlers, ReadContext, ReadDb, WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { cohortSummaries } from './cohort-summaries.ts'
import { updateFields } from './conflicts.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { refuseBackwards, refuseGone } from './live-records.ts'
import { goalsOf } from './programme-goals.ts'
import { setFundedActions, setGoals, setPartners } from './programme-parts.ts'

export const programmes: Handlers<typeof contract> = {
  async list(context) {
    return readProgrammeRows(context)
  },
  async get(context, { id }) {
    return readProgramme(context, id)
  },
  async create(tx, input) {
    const columns = columnsOf(input)
    refuseBackwards(columns.startsOn ?? null, columns.endsOn ?? null)
    const required = { kind: input.kind, ...named(input.name) }
    return readProgramme(tx, await tx.write.insert('programmes', { ...required, ...columns }))
  },
  async update(tx, { id, version, fields }) {
    const row = await readRow(tx.db, id)
    const columns = columnsOf(fields)
    refuseBackwards(
      columns.startsOn === undefined ? row.startsOn : columns.startsOn,
      columns.endsOn === undefined ? row.endsOn : columns.endsOn,
    )
    await updateFields(tx, 'programmes', id, columns, new Set(Object.keys(fields)), version)
    return { outcome: 'saved', record: await readProgramme(tx, id) }
  },
  async setPartners(tx, { id, partners }) {
    return changeParts(tx, id, () => setPartners(tx, id, partners))
  },
  async setFundedActions(tx, { id, fundedActions }) {
    return changeParts(tx, id, () => setFundedActions(tx, id, fundedActions))
  },
  async setGoals(tx, { id, goals }) {
    return changeParts(tx, id, () => setGoals(tx, id, goals))
  },
  async trash(tx, { id }) {
    await readRow(tx.db, id)
    await refuseInUse(tx.db, id)
    await tx.write.trash('programmes', id)
    return { changed: 1 }
  },
  async restore(tx, { id }) {
    await tx.write.restore('programmes', id)
    return readProgramme(tx, id)
  },
}

type ProgrammePatch = z.output<ReturnType<typeof ProgrammeFields.partial>>

/** A programme with all that hangs on it, in the trash or not. */
export async function readProgramme(context: ReadContext, id: string): Promise<Programme> {
  const { db } = context
  const row = await db.selectFrom('programmes').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'programmes', id })
  const { sortKey: _sortKey, ...plain } = row
  return {
    ...plain,
    kind: row.kind as ProgrammeKind,
    partners: await partnersOf(db, id),
    fundedActions: (await fundedActionsOf(db, [id])).map(({ programmeId: _of, ...action }) => action),
    goals: await goalsOf(db, id),
    cohorts: await cohortSummaries(context, { programmeIds: [id] }),
  }
}

async function readProgrammeRows(context: ReadContext): Promise<ProgrammeRow[]> {
  const rows = await context.db
    .selectFrom('programmes')
    .select(['id', 'version', 'kind', 'name', 'startsOn', 'endsOn'])
    .where('deletedAt', 'is', null)
    .orderBy('sortKey')
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const actions = await fundedActionsOf(context.db, ids)
  const cohorts = await cohortSummaries(context, { programmeIds: ids })
  const today = context.today()
  const place = (row: (typeof rows)[number]) => periodStates.indexOf(periodState(row, today))
  return rows
    .map((row) => ({
      ...row,
      kind: row.kind as ProgrammeKind,
      funders: [
        ...new Set(actions.filter(({ programmeId }) => programmeId === row.id).map(({ funderName }) => funderName)),
      ],
      cohorts: cohorts.filter(({ programmeId }) => programmeId === row.id),
    }))
    .sort((one, other) => place(one) - place(other))
}

async function partnersOf(db: ReadDb, programmeId: string) {
  const rows = await db
    .selectFrom('programmePartners')
    .innerJoin('organisations', 'organisations.id', 'programmePartners.organisationId')
    .select(['programmePartners.id', 'organisationId', 'organisations.name as organisationName', 'role'])
    .where('programmeId', '=', programmeId)
    .where('programmePartners.deletedAt', 'is', null)
    .orderBy('organisations.sortKey')
    .orderBy('role')
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as PartnerRole }))
}

/** The actions of these programmes, in the order they were added. */
async function fundedActionsOf(
  db: ReadDb,
  programmeIds: readonly string[],
): Promise<(FundedAction & { readonly programmeId: string })[]> {
  if (programmeIds.length === 0) return []
  return db
    .selectFrom('fundedActions')
    .innerJoin('organisations', 'organisations.id', 'fundedActions.funderId')
    .select([
      'fundedActions.id',
      'programmeId',
      'funderId',
      'organisations.name as funderName',
      'title',
      'code',
      'share',
      'amountCents',
      'startsOn',
      'endsOn',
    ])
    .where('programmeId', 'in', programmeIds)
    .where('fundedActions.deletedAt', 'is', null)
    .orderBy('fundedActions.createdAt')
    .orderBy('fundedActions.id')
    .execute()
}

async function readRow(db: ReadDb, id: string) {
  await refuseGone(db, 'programmes', id)
  return db.selectFrom('programmes').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function changeParts(tx: WriteContext, id: string, change: () => Promise<boolean>): Promise<Programme> {
  await refuseGone(tx.db, 'programmes', id)
  if (await change()) await tx.write.touch('programmes', id)
  return readProgramme(tx, id)
}

function columnsOf({ name, aim, note, ...plain }: ProgrammePatch) {
  refuseSensitiveNumbers({ name, aim, note })
  return {
    ...given({
      ...plain,
      aim: aim === undefined ? aim : emptyAsNull(aim),
      note: note === undefined ? note : emptyAsNull(note),
    }),
    ...(name === undefined ? {} : named(name)),
  }
}

function named(name: string) {
  return { name: name.trim(), sortKey: sortKey(name, '') }
}

async function refuseInUse(db: ReadDb, id: string): Promise<void> {
  const { count } = await db
    .selectFrom('cohorts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('programmeId', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) === 0) return
  throw new AppError('inUse', { entity: 'programmes', id, label: await labelOf(db, 'programmes', id), cohorts: count })
}
