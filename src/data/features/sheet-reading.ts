import type { SheetState } from '../../shared/features/attendances.ts'
import type { ReadDb } from '../context.ts'

/** Those of these workshops whose sheet has both: the scan, still there, and the trainer's signature. */
export async function provenWorkshops(db: ReadDb, workshopIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (workshopIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('attendanceSheets')
    .innerJoin('documents', 'documents.id', 'attendanceSheets.documentId')
    .select('attendanceSheets.workshopId')
    .where('attendanceSheets.workshopId', 'in', [...workshopIds])
    .where('attendanceSheets.deletedAt', 'is', null)
    .where('documents.deletedAt', 'is', null)
    .where('countersignedOn', 'is not', null)
    .execute()
  return new Set(rows.map(({ workshopId }) => workshopId))
}

/** Workshops with the state of their sheet; a scan in the trash is no scan. */
export function sheetStates(db: ReadDb) {
  return db
    .selectFrom('workshops')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .leftJoin('attendanceSheets', (join) =>
      join.onRef('attendanceSheets.workshopId', '=', 'workshops.id').on('attendanceSheets.deletedAt', 'is', null),
    )
    .leftJoin('documents', (join) =>
      join.onRef('documents.id', '=', 'attendanceSheets.documentId').on('documents.deletedAt', 'is', null),
    )
    .select((eb) => [
      'workshops.id as workshopId',
      'workshops.title',
      'workshops.heldOn',
      'workshops.cohortId',
      'cohorts.name as cohortName',
      'documents.id as documentId',
      'attendanceSheets.signedOn',
      'attendanceSheets.countersignedOn',
      'attendanceSheets.countersignedBy',
      eb
        .selectFrom('attendances')
        .select((inner) => inner.fn.count<number>('attendances.personId').distinct().as('count'))
        .whereRef('attendances.workshopId', '=', 'workshops.id')
        .where('attendances.state', 'in', ['present', 'late'])
        .where('attendances.deletedAt', 'is', null)
        .as('present'),
    ])
    .where('workshops.deletedAt', 'is', null)
    .where('cohorts.deletedAt', 'is', null)
}

export type SheetRow = Awaited<ReturnType<ReturnType<typeof sheetStates>['execute']>>[number]

export function asSheetState({ signedOn, present, ...row }: SheetRow): SheetState {
  return { ...row, signedOn: row.documentId === null ? null : signedOn, present: present ?? 0 }
}

export function isProven({ documentId, countersignedOn }: SheetState): boolean {
  return documentId !== null && countersignedOn !== null
}
