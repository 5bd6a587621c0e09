import { AppError } from '../../shared/errors.ts'
import type { Interaction, InteractionFields, interactions as contract } from '../../shared/features/interactions.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'

export const interactions: Handlers<typeof contract> = {
  async get({ db }, { id }) {
    return readInteraction(db, id)
  },
  async create(tx, { personId, organisationId, kind, at, ...input }) {
    if (personId === null && organisationId === null) throw new AppError('invalid', { field: 'personId' })
    await refuseMissing(tx.db, 'people', personId)
    await refuseMissing(tx.db, 'organisations', organisationId)
    const fields = checked(tx, { kind, at, minutes: null, result: null, note: null, ...given(input) })
    const id = await tx.write.insert('interactions', {
      ...fields,
      personId,
      organisationId,
      memberId: tx.member?.id ?? null,
    })
    return readInteraction(tx.db, id)
  },
  async update(tx, { id, version, fields }) {
    const { kind, at, minutes, result, note } = await readInteraction(tx.db, id)
    const asked = given(fields)
    const whole = checked(tx, { kind, at, minutes, result, note, ...asked })
    // what another choice makes void goes with it: the result of a call that was none
    const patch = { ...pick(whole, Object.keys(asked)), ...(whole.result === result ? {} : { result: whole.result }) }
    await tx.write.update('interactions', id, patch, version)
    return { outcome: 'saved', record: await readInteraction(tx.db, id) }
  },
  async remove(tx, { id }) {
    await tx.write.trash('interactions', id)
    return {}
  },
}

/** Nothing is noted before it happened; only a call has a result, and a note takes no time. */
function checked(tx: WriteContext, fields: InteractionFields): InteractionFields {
  refuseSensitiveNumbers({ note: fields.note })
  const at = new Date(fields.at).toISOString()
  if (at > tx.now().toISOString()) throw new AppError('invalid', { field: 'at' })
  const note = emptyAsNull(fields.note)
  if (fields.kind === 'note' && note === null) throw new AppError('invalid', { field: 'note' })
  const result = fields.kind === 'call' ? fields.result : null
  return { kind: fields.kind, at, minutes: fields.minutes, result, note }
}

function pick(fields: InteractionFields, names: readonly string[]): Partial<InteractionFields> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
}

async function readInteraction(db: ReadDb, id: string): Promise<Interaction> {
  const row = await db
    .selectFrom('interactions')
    .leftJoin('people', 'people.id', 'interactions.personId')
    .leftJoin('organisations', 'organisations.id', 'interactions.organisationId')
    .leftJoin('members', 'members.id', 'interactions.memberId')
    .select([
      'interactions.id',
      'interactions.version',
      'interactions.personId',
      'interactions.organisationId',
      'interactions.kind',
      'interactions.at',
      'interactions.minutes',
      'interactions.result',
      'interactions.note',
      'people.firstName',
      'people.lastName',
      'organisations.name as organisationName',
      'members.name as memberName',
    ])
    .where('interactions.id', '=', id)
    .where('interactions.deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'interactions', id })
  return row as Interaction // the closed lists were checked when these codes were written
}

async function refuseMissing(db: ReadDb, entity: 'people' | 'organisations', id: string | null): Promise<void> {
  if (id === null) return
  const row = await db
    .selectFrom(entity as 'people')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity, id })
}
