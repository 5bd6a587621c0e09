import type { Session } from '../../../shared/features/sessions'
import type { Tone } from '../../ui/tones'

/** How the state of a session shows; one that waits for its report says so instead. */
export function sessionLook({ state, toWriteUp }: Pick<Session, 'state' | 'toWriteUp'>): {
  readonly tone: Tone
  readonly hollow?: boolean
} {
  if (toWriteUp) return { tone: 'warn' }
  switch (state) {
    case 'held':
      return { tone: 'done' }
    case 'planned':
      return { tone: 'info' }
    case 'noShow':
      return { tone: 'danger', hollow: true }
    case 'excused':
    case 'cancelled':
      return { tone: 'neutral', hollow: true }
  }
}
