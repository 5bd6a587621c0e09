import type { ErrorCode } from '../../../../shared/errors'
import type { KnownSpace } from '../../../../shared/features/space'
import { asAppError } from '../../../connection'

const damage: readonly ErrorCode[] = ['spaceDamaged', 'wrongKey']

/** A failure that a restore may mend, and that another passphrase will not. */
export function isDamage(problem: unknown): boolean {
  return damage.includes(asAppError(problem).code)
}

/** What can be told of a space before its passphrase is asked. */
export function conditionOf(space: KnownSpace): KnownSpace['condition'] {
  return space.condition === 'sound' && !space.present ? 'damaged' : space.condition
}
