import { AppError } from '../../shared/errors.ts'
import type { PrintedSheet, SheetState, sheets as contract } from '../../shared/features/attendances.ts'
import type { NamedLogo } from '../../shared/features/logos.ts'
import type { Handlers, ReadContext, ReadDb, WriteContext } from '../context.ts'
import type { Patch } from '../writer.ts'
import { readWorkshop } from './attendance-reading.ts'
import { emptyAsNull } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { partnersOfCohort, withLogos } from './logos-named.ts'
import { readRollCall } from './roll-call.ts'
import { asSheetState, isProven, sheetStates } from './sheet-reading.ts'

export const sheets: Handlers<typeof contract> = {
  async state({ db }, { workshopId }) {
    const { trainerName } = await readWorkshop(db, workshopId)
    return { ...(await readState(db, workshopId)), trainerName }
  },
  get: (context, { workshopId }) => readPrintedSheet(context, workshopId),
  async unsigned({ db, today }, { cohortId }) {
    const rows = await sheetStates(db)
      .where('workshops.heldOn', '<=', today())
      .where('workshops.cancelledOn', 'is', null)
      .$if(cohortId !== null, (query) => query.where('workshops.cohortId', '=', cohortId ?? ''))
      .orderBy('workshops.heldOn')
      .orderBy('workshops.startTime')
      .execute()
    return rows.map(asSheetState).filter((sheet) => !isProven(sheet))
  },
  async sign(tx, { workshopId, documentId, signedOn }) {
    if (documentId !== null) await refuseNoDocument(tx.db, documentId)
    const on = documentId === null ? null : (signedOn ?? tx.today())
    await refuseBeforeHeld(tx.db, workshopId, on, 'signedOn')
    await writeSheet(tx, workshopId, { documentId, signedOn: on })
    return readState(tx.db, workshopId)
  },
  async countersign(tx, { workshopId, on, by }) {
    const name = emptyAsNull(by)
    refuseSensitiveNumbers({ by: name })
    await refuseBeforeHeld(tx.db, workshopId, on, 'on')
    if (on !== null && name === null) throw new AppError('invalid', { field: 'by', reason: 'empty' })
    await writeSheet(tx, workshopId, { countersignedOn: on, countersignedBy: on === null ? null : name })
    return readState(tx.db, workshopId)
  },
}

async function readState(db: ReadDb, workshopId: string): Promise<SheetState> {
  const row = await sheetStates(db).where('workshops.id', '=', workshopId).executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'workshops', id: workshopId })
  return asSheetState(row)
}

async function writeSheet(tx: WriteContext, workshopId: string, patch: Patch<'attendanceSheets'>): Promise<void> {
  const row = await tx.db
    .selectFrom('attendanceSheets')
    .select('id')
    .where('workshopId', '=', workshopId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (row) await tx.write.update('attendanceSheets', row.id, patch)
  else await tx.write.insert('attendanceSheets', { workshopId, ...patch } as never)
}

/** Nobody signs for what was not held yet. */
async function refuseBeforeHeld(db: ReadDb, workshopId: string, on: string | null, field: string): Promise<void> {
  const { heldOn } = await readWorkshop(db, workshopId)
  if (on !== null && on < heldOn) throw new AppError('invalid', { field, reason: 'beforeHeld' })
}

async function refuseNoDocument(db: ReadDb, id: string): Promise<void> {
  const row = await db
    .selectFrom('documents')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'documents', id })
}

/** All that the paper says: everyone expected, whether they were called or not, and whose names stand on it. */
async function readPrintedSheet({ db, space }: ReadContext, workshopId: string): Promise<PrintedSheet> {
  const { workshop, people } = await readRollCall(db, workshopId)
  const { programmeName, startTime, endTime, place, trainerName, halfDays } = workshop
  return {
    ...(await readState(db, workshopId)),
    programmeName,
    startTime,
    endTime,
    place,
    trainerName,
    halfDays: halfDays.map(({ halfDay }) => halfDay),
    people: people.map(({ firstName, lastName }) => ({ firstName, lastName })),
    organisations: await organisationsOf({ db, space }, workshopId, workshop.cohortId),
    actions: await actionsOf(db, workshopId),
  }
}

/** Who pays for this workshop stands as its funder, before those of the programme. */
async function organisationsOf(
  context: Pick<ReadContext, 'db' | 'space'>,
  workshopId: string,
  cohortId: string,
): Promise<NamedLogo[]> {
  const funders = await fundingsOf(context.db, workshopId)
  const named = funders.map(({ funderId: organisationId, funderName: name }) => ({
    organisationId,
    name,
    role: 'funder' as const,
  }))
  return withLogos(context, [...named, ...(await partnersOfCohort(context.db, cohortId))])
}

async function actionsOf(db: ReadDb, workshopId: string): Promise<string[]> {
  return (await fundingsOf(db, workshopId)).map(({ title }) => title)
}

function fundingsOf(db: ReadDb, workshopId: string) {
  return db
    .selectFrom('workshopFundings')
    .innerJoin('fundedActions', 'fundedActions.id', 'workshopFundings.fundedActionId')
    .innerJoin('organisations', 'organisations.id', 'fundedActions.funderId')
    .select(['organisations.id as funderId', 'organisations.name as funderName', 'fundedActions.title'])
    .where('workshopFundings.workshopId', '=', workshopId)
    .where('workshopFundings.deletedAt', 'is', null)
    .where('fundedActions.deletedAt', 'is', null)
    .orderBy('workshopFundings.share', 'desc')
    .orderBy('fundedActions.title')
    .execute()
}
