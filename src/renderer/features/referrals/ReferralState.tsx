import type { Deadline } from '../../../shared/features/referrals'
import type { ReferralState as State } from '../../../shared/rules/referral-transitions'
import { useChoiceLabel } from '../../i18n/choices'
import { Countdown } from '../../ui/Countdown'
import { StateDot } from '../../ui/StateDot'
import type { Tone } from '../../ui/tones'

interface Look {
  readonly tone: Tone
  /** Ended without outcome. */
  readonly hollow?: boolean
}

const looks: Readonly<Record<State, Look>> = {
  draft: { tone: 'neutral', hollow: true },
  sent: { tone: 'info' },
  received: { tone: 'info' },
  contacting: { tone: 'info' },
  met: { tone: 'progress' },
  waitlisted: { tone: 'warn' },
  accepted: { tone: 'done' },
  refused: { tone: 'neutral', hollow: true },
  redirected: { tone: 'neutral', hollow: true },
  withdrawn: { tone: 'neutral', hollow: true },
  expired: { tone: 'neutral', hollow: true },
  closed: { tone: 'done' },
}

export function toneOf(state: State): Tone {
  return looks[state].tone
}

/** The state of a referral: a dot and a word. */
export function ReferralState({ state }: { state: State }) {
  const label = useChoiceLabel()
  return <StateDot {...looks[state]}>{label('referralState', state)}</StateDot>
}

/** The countdown of a referral; in full, what is due and the day. */
export function ReferralDeadline({ deadline, full = false }: { deadline: Deadline | null; full?: boolean }) {
  const label = useChoiceLabel()
  if (!deadline) return null
  return <Countdown {...deadline} {...(full ? { what: label('deadlineRule', deadline.rule) } : {})} />
}
