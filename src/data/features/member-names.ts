import type { ReadDb } from '../context.ts'

export type MemberNames = ReadonlyMap<string, string>

/** Whoever used this install, gone or not: what they did stays signed. A few names, read once for many rows. */
export async function memberNames(db: ReadDb): Promise<MemberNames> {
  const rows = await db.selectFrom('members').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export function nameOf(names: MemberNames, memberId: string | null): string | null {
  return memberId === null ? null : (names.get(memberId) ?? null)
}
