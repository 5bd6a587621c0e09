import { AppError } from '../../shared/errors.ts'
import type { HandOverLine } from '../../shared/features/supports.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { refuseFuture, refuseInactiveCoach } from './coaching-checks.ts'
import { emptyAsNull } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'

interface AskedHandOver {
  readonly fromId: string
  readonly toId: string
  readonly on: IsoDay
  readonly lines: readonly { readonly supportId: string; readonly note: string | null }[]
}

/** What handing over would do to each open spell of a coach, before anything is written. */
export async function previewHandOver(context: ReadContext, fromId: string, toId: string): Promise<HandOverLine[]> {
  const spells = await openSpells(context, fromId)
  const already = new Set((await openSpells(context, toId)).map(({ personId }) => personId))
  return spells.map((spell) => ({
    ...spell,
    plannedSessions: Number(spell.plannedSessions ?? 0),
    effect: already.has(spell.personId) ? ('alreadyFollowed' as const) : ('goesOn' as const),
  }))
}

/**
 * Ends the spells of one coach and begins as many with another, each with its note; what was planned, and what was
 * promised in a session, follows. A person whom the other coach follows already gets no second spell.
 */
export async function handOver(tx: WriteContext, { fromId, toId, on, lines }: AskedHandOver) {
  if (fromId === toId) throw new AppError('invalid', { field: 'toId' })
  await refuseInactiveCoach(tx.db, toId, 'toId')
  refuseFuture(tx, 'on', on)
  const spells = new Map((await openSpells(tx, fromId)).map((spell) => [spell.supportId, spell]))
  const theirs = new Map((await openSpells(tx, toId)).map((spell) => [spell.personId, spell.supportId]))
  const done = { goneOn: 0, ended: 0, sessions: 0 }
  for (const { supportId, note } of lines) {
    const spell = spells.get(supportId)
    if (!spell) throw new AppError('notFound', { entity: 'supports', id: supportId })
    if (on < spell.startedOn) throw new AppError('invalid', { field: 'on', reason: 'beforeStart' })
    refuseSensitiveNumbers({ note })
    await tx.write.update('supports', supportId, { endedOn: on, endReason: 'handedOver' })
    const existing = theirs.get(spell.personId)
    const nextId = existing ?? (await beginAnew(tx, spell, { toId, on, note: emptyAsNull(note) }))
    if (existing === undefined) done.goneOn += 1
    else {
      done.ended += 1
      if (emptyAsNull(note) !== null) await tx.write.update('supports', existing, { handoverNote: emptyAsNull(note) })
    }
    done.sessions += await passOn(tx, { supportId, personId: spell.personId, fromId, toId, nextId, on })
  }
  return done
}

type Spell = Awaited<ReturnType<typeof openSpells>>[number]

async function beginAnew(
  tx: WriteContext,
  spell: Spell,
  { toId, on, note }: { readonly toId: string; readonly on: IsoDay; readonly note: string | null },
): Promise<string> {
  const { programmeId } = await tx.db
    .selectFrom('supports')
    .select('programmeId')
    .where('id', '=', spell.supportId)
    .executeTakeFirstOrThrow()
  return tx.write.insert('supports', {
    personId: spell.personId,
    coachId: toId,
    programmeId,
    startedOn: on,
    previousId: spell.supportId,
    handoverNote: note,
  })
}

interface Passing {
  readonly supportId: string
  readonly personId: string
  readonly fromId: string
  readonly toId: string
  readonly nextId: string
  readonly on: IsoDay
}

/** The sessions still to come, and the next steps that the coach had taken on, become the other coach's. */
async function passOn(tx: WriteContext, { supportId, personId, fromId, toId, nextId, on }: Passing): Promise<number> {
  const planned = await tx.db
    .selectFrom('sessions')
    .select('id')
    .where('supportId', '=', supportId)
    .where('state', '=', 'planned')
    .where('heldOn', '>=', on)
    .where('deletedAt', 'is', null)
    .execute()
  for (const { id } of planned) await tx.write.update('sessions', id, { coachId: toId, supportId: nextId })
  const promised = await tx.db
    .selectFrom('tasks')
    .select('id')
    .where('personId', '=', personId)
    .where('assigneeId', '=', fromId)
    .where('origin', '=', 'session')
    .where('doneOn', 'is', null)
    .where('deletedAt', 'is', null)
    .execute()
  for (const { id } of promised) await tx.write.update('tasks', id, { assigneeId: toId })
  return planned.length
}

function openSpells({ db, today }: ReadContext, coachId: string) {
  return db
    .selectFrom('supports')
    .innerJoin('people', 'people.id', 'supports.personId')
    .select([
      'supports.id as supportId',
      'supports.version',
      'supports.personId',
      'supports.startedOn',
      'people.firstName',
      'people.lastName',
    ])
    .select((eb) =>
      eb
        .selectFrom('sessions')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('sessions.supportId', '=', 'supports.id')
        .where('sessions.state', '=', 'planned')
        .where('sessions.heldOn', '>=', today())
        .where('sessions.deletedAt', 'is', null)
        .as('plannedSessions'),
    )
    .where('supports.coachId', '=', coachId)
    .where('supports.endedOn', 'is', null)
    .where('supports.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .orderBy('people.sortKey')
    .execute()
}
