import { AppError } from '../../shared/errors.ts'
import { type SavedView, ViewDefinition, type lists as contract } from '../../shared/features/lists.ts'
import type { Handlers } from '../context.ts'
import { unlogged } from './drafts.ts'

/** Saved views are preferences: each member's own or shared with all, and no part of the history. */
export const lists: Handlers<typeof contract> = {
  async views({ db, member }, { list }) {
    const rows = await db
      .selectFrom('savedViews')
      .selectAll()
      .where('list', '=', list)
      .where((eb) => eb.or([eb('memberId', 'is', null), eb('memberId', '=', member?.id ?? '')]))
      .orderBy('position')
      .execute()
    return rows.map(toView)
  },
  async saveView(tx, { id, list, name, shared, definition }) {
    const db = unlogged(tx)
    const row = {
      list,
      name,
      memberId: shared ? null : (tx.member?.id ?? ''),
      definition: JSON.stringify(definition),
      updatedAt: tx.now().toISOString(),
    }
    const viewId = id ?? tx.newId()
    if (id === null) {
      const last = await tx.db
        .selectFrom('savedViews')
        .select((eb) => eb.fn.max('position').as('position'))
        .where('list', '=', list)
        .executeTakeFirst()
      await db
        .insertInto('savedViews')
        .values({ ...row, id: viewId, position: (last?.position ?? 0) + 1 })
        .execute()
    } else {
      await db.updateTable('savedViews').set(row).where('id', '=', id).execute()
    }
    const saved = await tx.db.selectFrom('savedViews').selectAll().where('id', '=', viewId).executeTakeFirst()
    if (!saved) throw new AppError('notFound', { entity: 'savedViews', id: viewId })
    return toView(saved)
  },
  async removeView(tx, { id }) {
    await unlogged(tx).deleteFrom('savedViews').where('id', '=', id).execute()
    return {}
  },
}

function toView(row: {
  id: string
  list: string
  name: string
  memberId: string | null
  position: number
  definition: string
}): SavedView {
  return {
    id: row.id,
    list: row.list as SavedView['list'],
    name: row.name,
    shared: row.memberId === null,
    position: row.position,
    definition: ViewDefinition.parse(JSON.parse(row.definition)),
  }
}
