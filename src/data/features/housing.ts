import { AppError } from '../../shared/errors.ts'
import type { ReadDb } from '../context.ts'

export interface Housing {
  readonly landlordId: string | null
  readonly residenceId: string | null
}
export interface HousingSaid {
  readonly landlordId: string | null | undefined
  readonly residenceId: string | null | undefined
}

/**
 * A residence brings its landlord; another landlord leaves the residence behind. What is said of both at once
 * must agree.
 */
export async function housingPatch(
  db: ReadDb,
  said: HousingSaid,
  current: Housing | null,
): Promise<{ landlordId?: string | null; residenceId?: string | null }> {
  if (said.residenceId) {
    const landlordId = await landlordOfResidence(db, said.residenceId)
    if (said.landlordId && said.landlordId !== landlordId) {
      throw new AppError('invalid', { field: 'residenceId' })
    }
    return { residenceId: said.residenceId, landlordId }
  }
  const patch: { landlordId?: string | null; residenceId?: string | null } = {}
  if (said.residenceId === null) patch.residenceId = null
  if (said.landlordId !== undefined) {
    patch.landlordId = said.landlordId
    if (said.landlordId !== null) await refuseNoLandlord(db, said.landlordId)
    const leaves = current?.residenceId != null && current.landlordId !== said.landlordId
    if (leaves) patch.residenceId = null
  }
  return patch
}

async function landlordOfResidence(db: ReadDb, id: string): Promise<string> {
  const row = await db
    .selectFrom('residences')
    .select('landlordId')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('invalid', { field: 'residenceId' })
  return row.landlordId
}

/** Only an organisation of that kind, and not in the trash, can house someone. */
export async function refuseNoLandlord(db: ReadDb, id: string): Promise<void> {
  const row = await db
    .selectFrom('organisations')
    .select('kind')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (row?.kind !== 'landlord') throw new AppError('invalid', { field: 'landlordId' })
}
