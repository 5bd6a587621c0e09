import type { drafts as contract } from '../../shared/features/space.ts'
import type { Db, Handlers, ReadContext, WriteContext } from '../context.ts'

/** Half-filled forms, each member's own. They are no part of the history, so they are written beside the writer. */
export const drafts: Handlers<typeof contract> = {
  async get(context, { key }) {
    const row = await ownDrafts(context).where('key', '=', key).executeTakeFirst()
    return row ? { key: row.key, data: JSON.parse(row.data) as unknown, savedAt: row.savedAt } : null
  },
  async list(context) {
    const rows = await ownDrafts(context).orderBy('savedAt', 'desc').execute()
    return rows.map((row) => ({ key: row.key, data: JSON.parse(row.data) as unknown, savedAt: row.savedAt }))
  },
  async save(tx, { key, data }) {
    const savedAt = tx.now().toISOString()
    const row = { key, memberId: memberOf(tx), data: JSON.stringify(data ?? null), savedAt }
    await unlogged(tx)
      .insertInto('drafts')
      .values(row)
      .onConflict((conflict) => conflict.columns(['memberId', 'key']).doUpdateSet({ data: row.data, savedAt }))
      .execute()
    return { key, data, savedAt }
  },
  async discard(tx, { key }) {
    await unlogged(tx).deleteFrom('drafts').where('memberId', '=', memberOf(tx)).where('key', '=', key).execute()
    return {}
  },
}

function ownDrafts(context: ReadContext) {
  return context.db.selectFrom('drafts').selectAll().where('memberId', '=', memberOf(context))
}

function memberOf({ member }: Pick<ReadContext, 'member'>): string {
  return member?.id ?? ''
}

/** For preferences, drafts and saved views alone, which are not logged: a command's database that writes. */
export function unlogged(tx: WriteContext): Db {
  return tx.db as unknown as Db
}
