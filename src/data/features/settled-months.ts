import { AppError } from '../../shared/errors.ts'
import { monthOf } from '../../shared/rules/hours.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'

/** Whose hours a change touches: the person's, and the coach's when it is a session. */
export interface HoursTouched {
  readonly personId: string
  readonly coachId?: string
  readonly heldOn: string
}

/**
 * Refuses a change of hours in a month that was validated for the person or for the coach: only a correction may
 * change them. For every command that writes a session's or an attendance's minutes or its day.
 */
export async function refuseSettled(tx: WriteContext, { personId, coachId, heldOn }: HoursTouched): Promise<void> {
  await refuseSettledPeople(tx, [personId], heldOn)
  if (coachId === undefined) return
  await refuseStatements(tx, { personIds: [], coachIds: [coachId], heldOn })
}

/** The same, for the people of a whole roll call. */
export async function refuseSettledPeople(
  tx: WriteContext,
  personIds: readonly string[],
  heldOn: string,
): Promise<void> {
  await refuseStatements(tx, { personIds, coachIds: [], heldOn })
}

/** Says whose statement it is, so that the screen can lead to it. */
async function refuseStatements(tx: WriteContext, asked: Parameters<typeof settledStatements>[1]): Promise<void> {
  const [statement] = await settledStatements(tx.db, asked)
  if (!statement) return
  const { month, personId, coachId } = statement
  throw new AppError('monthSettled', { month, personId, coachId, name: await nameOf(tx, statement) })
}

/** The validated statements that hold the hours of a day, of these people and coaches. */
export async function settledStatements(
  db: ReadDb,
  { personIds, coachIds, heldOn }: { personIds: readonly string[]; coachIds: readonly string[]; heldOn: string },
) {
  if (personIds.length + coachIds.length === 0) return []
  return db
    .selectFrom('hourStatements')
    .select(['id', 'month', 'personId', 'coachId'])
    .where('month', '=', monthOf(heldOn))
    .where('deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        ...(personIds.length > 0 ? [eb('personId', 'in', [...personIds])] : []),
        ...(coachIds.length > 0 ? [eb('coachId', 'in', [...coachIds])] : []),
      ]),
    )
    .execute()
}

function nameOf(
  tx: WriteContext,
  { personId, coachId }: { readonly personId: string | null; readonly coachId: string | null },
): Promise<string> {
  return personId === null ? labelOf(tx.db, 'members', coachId ?? '') : labelOf(tx.db, 'people', personId)
}
