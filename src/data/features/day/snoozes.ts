import { AppError } from '../../../shared/errors.ts'
import { dayReasons } from '../../../shared/rules/day.ts'
import type { IsoDay } from '../../../shared/rules/days.ts'
import type { WriteContext } from '../../context.ts'
import { signature } from '../referral-row.ts'

/** Puts a line off, for this member; said again, it is the last day said that counts. */
export async function snoozeLine(tx: WriteContext, itemKey: string, until: IsoDay): Promise<void> {
  const memberId = signature(tx)
  if (until <= tx.today()) throw new AppError('invalid', { field: 'until' })
  if (!dayReasons.some((reason) => itemKey.startsWith(`${reason}:`))) throw new AppError('invalid', { field: 'key' })
  const known = await ownSnooze(tx, itemKey)
  if (known) await tx.write.update('snoozes', known.id, { until })
  else await tx.write.insert('snoozes', { itemKey, memberId, until })
}

export async function unsnoozeLine(tx: WriteContext, itemKey: string): Promise<void> {
  const known = await ownSnooze(tx, itemKey)
  if (!known) throw new AppError('notFound', { entity: 'snoozes', id: itemKey })
  await tx.write.trash('snoozes', known.id)
}

function ownSnooze(tx: WriteContext, itemKey: string) {
  return tx.db
    .selectFrom('snoozes')
    .select('id')
    .where('itemKey', '=', itemKey)
    .where('memberId', '=', signature(tx))
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
}
