import { createHash } from 'node:crypto'
import type { WriteContext } from '../context.ts'
import { unlogged } from './drafts.ts'

/** Letters and figures that are not mistaken for one another when read aloud or copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Four signs for a device: short enough to say, one chance in a million that two installs share them. */
export function deviceCode(deviceId: string): string {
  const digest = createHash('sha256').update(deviceId).digest()
  return [...digest.subarray(0, 4)].map((byte) => alphabet.charAt(byte % 32)).join('')
}

/**
 * `OR-2026-0418-K7QX`: the year, a sequence of this device, this device. The sequence never goes back, because a
 * number may have left in a file before its referral was undone.
 */
export async function nextNumber(tx: WriteContext): Promise<string> {
  const year = Number(tx.today().slice(0, 4))
  const code = deviceCode(tx.deviceId)
  const known = await tx.db
    .selectFrom('referralNumbers')
    .select('last')
    .where('code', '=', code)
    .where('year', '=', year)
    .executeTakeFirst()
  const last = (known?.last ?? 0) + 1
  await unlogged(tx)
    .insertInto('referralNumbers')
    .values({ code, year, last })
    .onConflict((conflict) => conflict.columns(['code', 'year']).doUpdateSet({ last }))
    .execute()
  return `OR-${year}-${String(last).padStart(4, '0')}-${code}`
}
