import type { ContactPoint } from '../../shared/features/people'
import { parseEmail } from '../../shared/rules/email'
import { formatPhone } from '../../shared/rules/phone'
import type { ContactPointKind } from '../../shared/rules/values'
import { isReadablePhone } from './person-values'

/** A phone or an e-mail as typed; `id` is null for one that is new, `key` names its line. */
export interface TypedPoint {
  readonly key: string
  readonly id: string | null
  readonly kind: ContactPointKind
  readonly value: string
  readonly label: string | null
  readonly preferred: boolean
}

/** Another line to type in. */
export function emptyPoint(kind: ContactPointKind, points: readonly TypedPoint[] = []): TypedPoint {
  const numbers = points.flatMap(({ key }) => (key.startsWith(`${kind} `) ? [Number(key.slice(kind.length + 1))] : []))
  const key = `${kind} ${Math.max(0, ...numbers) + 1}`
  return { key, id: null, kind, value: '', label: null, preferred: false }
}

export function typedPoints(points: readonly ContactPoint[]): TypedPoint[] {
  return points.map(({ id, kind, value, label, preferred }) => ({
    key: id,
    id,
    kind,
    value: kind === 'phone' ? formatPhone(value) : value,
    label,
    preferred,
  }))
}

/** Those that say something, as the contract takes them. */
export function pointsToKeep(points: readonly TypedPoint[]): Omit<TypedPoint, 'key'>[] {
  return points
    .filter(({ value }) => value.trim() !== '')
    .map(({ id, kind, value, label, preferred }) => ({ id, kind, value: value.trim(), label, preferred }))
}

export function isReadablePoint({ kind, value }: TypedPoint): boolean {
  if (value.trim() === '') return true
  return kind === 'phone' ? isReadablePhone(value) : parseEmail(value).ok
}
