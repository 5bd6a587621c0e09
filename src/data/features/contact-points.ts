import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { ContactPoint, ContactPointInput } from '../../shared/features/people.ts'
import { parseEmail } from '../../shared/rules/email.ts'
import { parsePhone } from '../../shared/rules/phone.ts'
import type { ContactPointKind } from '../../shared/rules/values.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import { emptyAsNull } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'

export type NewContactPoint = z.output<typeof ContactPointInput>
export type Owner = { readonly personId: string } | { readonly organisationId: string }

/** How to reach each of these people or organisations, in their order. */
export async function contactPointsOf(
  db: ReadDb,
  owner: 'personId' | 'organisationId',
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ContactPoint[]>> {
  const rows = await db
    .selectFrom('contactPoints')
    .select(['id', owner, 'kind', 'value', 'label', 'preferred'])
    .where(owner, 'in', ids)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute()
  const found = new Map<string, ContactPoint[]>()
  for (const { [owner]: ownerId, ...row } of rows) {
    const point = { ...row, kind: row.kind as ContactPointKind, preferred: row.preferred === 1 }
    const points = found.get(ownerId ?? '')
    if (points) points.push(point)
    else found.set(ownerId ?? '', [point])
  }
  return found
}

/** The one a list shows: the preferred one, otherwise the first. */
export function firstValue(points: readonly ContactPoint[] | undefined, kind: ContactPointKind): string | null {
  const ofKind = (points ?? []).filter((point) => point.kind === kind)
  return (ofKind.find((point) => point.preferred) ?? ofKind[0])?.value ?? null
}

/**
 * Makes these, in this order, the contact points of their owner: those named by their id change, those no
 * longer there go, the others come. A value said twice is kept once, and one of each kind is preferred at most.
 */
export async function setContactPoints(
  tx: WriteContext,
  owner: Owner,
  inputs: readonly NewContactPoint[],
): Promise<boolean> {
  const wanted = withoutRepeats(inputs.map(readContactPoint))
  const before = await ownedBy(tx.db, owner)
  const known = new Set(before.map(({ id }) => id))
  const already = tx.write.touched.length
  for (const { id } of before) {
    if (!wanted.some((point) => point.id === id)) await tx.write.trash('contactPoints', id)
  }
  for (const [position, { id, ...point }] of wanted.entries()) {
    const row = { ...point, preferred: point.preferred ? 1 : 0, position }
    if (id === null) await tx.write.insert('contactPoints', { ...owner, ...row })
    else if (known.has(id)) await tx.write.update('contactPoints', id, row)
    else throw new AppError('notFound', { entity: 'contactPoints', id })
  }
  return tx.write.touched.length > already
}

/** Adds the phones and e-mails that are not there yet, after those that are. */
export async function addContactPoints(
  tx: WriteContext,
  owner: Owner,
  inputs: readonly NewContactPoint[],
): Promise<boolean> {
  const before = await ownedBy(tx.db, owner)
  const kept = before.map((row) => ({ ...row, kind: row.kind as ContactPointKind, preferred: row.preferred === 1 }))
  return setContactPoints(tx, owner, [...kept, ...inputs])
}

function ownedBy(db: ReadDb, owner: Owner) {
  const [column, id] =
    'personId' in owner ? (['personId', owner.personId] as const) : (['organisationId', owner.organisationId] as const)
  return db
    .selectFrom('contactPoints')
    .select(['id', 'kind', 'value', 'label', 'preferred'])
    .where(column, '=', id)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute()
}

/** A phone as E.164, an e-mail as typed; refused by the place it has in the form. */
function readContactPoint(point: NewContactPoint, place: number): NewContactPoint {
  const read = point.kind === 'phone' ? parsePhone(point.value) : parseEmail(point.value)
  if (!read.ok) throw new AppError('invalid', { field: `contactPoints.${place}.value`, reason: read.reason })
  refuseSensitiveNumbers({ [`contactPoints.${place}.label`]: point.label })
  return { ...point, value: read.value, label: emptyAsNull(point.label) }
}

function withoutRepeats(points: readonly NewContactPoint[]): readonly NewContactPoint[] {
  const kept = new Map<string, NewContactPoint>()
  const preferred = new Set<ContactPointKind>()
  for (const point of points) {
    const key = `${point.kind} ${point.value.toLowerCase()}`
    const before = kept.get(key)
    // of two writings of one value, the one that is already a row stays
    if (before && (before.id !== null || point.id === null)) continue
    const isPreferred = point.preferred && !preferred.has(point.kind)
    if (isPreferred) preferred.add(point.kind)
    kept.set(key, { ...point, preferred: before?.preferred === true || isPreferred })
  }
  return [...kept.values()]
}
