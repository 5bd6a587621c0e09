import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import type { ReferralState } from '../../../shared/rules/referral-transitions'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Stairs } from '../../ui/Steps'

const way: readonly ReferralState[] = ['sent', 'received', 'contacting', 'met', 'accepted', 'closed']
const ended: readonly ReferralState[] = ['refused', 'redirected', 'withdrawn', 'expired']

/** How far the latest referral has come, as steps: those climbed with their day, those ahead. */
export function PersonPath({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const steps = stepsOf(referral)
  return (
    <div className="person-path">
      <Stairs
        label={t('people.path', { number: referral.number })}
        current={steps.findLastIndex(({ on }) => on !== null)}
        steps={steps.map(({ state, on }) => ({
          title: label('referralState', state),
          ...(on === null ? {} : { detail: format.day(on) }),
        }))}
      />
    </div>
  )
}

interface PathStep {
  readonly state: ReferralState
  /** Null: not reached. */
  readonly on: string | null
}

/** The steps reached, then those a referral takes from there; one that ended off the path stops where it did. */
function stepsOf({ state, moves }: Referral): PathStep[] {
  const onOf = (wanted: ReferralState) => moves.findLast(({ to }) => to === wanted)?.on ?? null
  const here = state === 'waitlisted' ? 'waitlisted' : null
  const stages = way.flatMap((stage): ReferralState[] => (stage === 'accepted' && here ? [here, stage] : [stage]))
  const last = Math.max(-1, ...moves.map(({ to }) => stages.indexOf(to)))
  const isEnded = ended.includes(state)
  const steps = stages.flatMap((stage, index): PathStep[] => {
    const on = index <= last ? onOf(stage) : null
    // a step that was jumped over is no step of this path
    if (index <= last && on === null) return []
    return isEnded && on === null ? [] : [{ state: stage, on }]
  })
  return isEnded ? [...steps, { state, on: onOf(state) ?? '' }] : steps
}
