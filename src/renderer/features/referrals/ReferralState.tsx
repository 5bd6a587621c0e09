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

/** What is left, in the unit of its rule: acknowledgement and feedback run in working days. */
export function daysLeftOf({ rule, daysLeft, workingDaysLeft }: Deadline): number {
  return rule === 'acknowledge' || rule === 'feedback' ? workingDaysLeft : daysLeft
}

/** The countdown of a referral; in full, the day and what is due then. */
export function ReferralDeadline({ deadline, full = false }: { deadline: Deadline | null; full?: boolean }) {
  const label = useChoiceLabel()
  if (!deadline) return null
  const { dueOn, rule, totalDays } = deadline
  const clock = {
    daysLeft: daysLeftOf(deadline),
    outOf: totalDays,
    soon: Math.max(2, Math.floor(totalDays * 0.15)),
  }
  if (!full) return <Countdown {...clock} />
  return (
    <span className="row">
      <Countdown {...clock} dueOn={dueOn} />
      <span className="t3">{label('deadlineRule', rule)}</span>
    </span>
  )
}
