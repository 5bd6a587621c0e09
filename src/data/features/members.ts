import type { Member, members as contract } from '../../shared/features/space.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers, ReadDb } from '../context.ts'

export const members: Handlers<typeof contract> = {
  async list({ db }) {
    const rows = await db.selectFrom('members').selectAll().where('deletedAt', 'is', null).orderBy('name').execute()
    return rows.map(toMember)
  },
  async current({ db, member }) {
    return member === null ? null : readMember(db, member.id)
  },
  async create(tx, input) {
    const id = await tx.write.insert('members', { ...input, active: 1 })
    return readMember(tx.db, id)
  },
  async update(tx, { id, active, ...fields }) {
    await tx.write.update('members', id, { ...fields, active: active ? 1 : 0 })
    return readMember(tx.db, id)
  },
}

export async function readMember(db: ReadDb, id: string): Promise<Member> {
  const row = await db
    .selectFrom('members')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'members', id })
  return toMember(row)
}

function toMember(row: {
  id: string
  version: number
  name: string
  role: string
  email: string | null
  active: number
}): Member {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    role: row.role,
    email: row.email,
    active: row.active === 1,
  }
}
