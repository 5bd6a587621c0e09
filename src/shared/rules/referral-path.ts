import type { IsoDay } from './days.ts'
import type { ReferralState } from './referral-transitions.ts'

export interface PathStep {
  readonly state: ReferralState
  /** Null: not reached. */
  readonly on: IsoDay | null
}

interface Travelled {
  readonly state: ReferralState
  readonly moves: readonly { readonly to: ReferralState; readonly on: IsoDay }[]
}

const way: readonly ReferralState[] = ['sent', 'received', 'contacting', 'met', 'accepted', 'closed']
const ended: readonly ReferralState[] = ['refused', 'redirected', 'withdrawn', 'expired']

/** The steps reached, then those a referral takes from there; one that ended off the path stops where it did. */
export function referralPath({ state, moves }: Travelled): readonly PathStep[] {
  const onOf = (wanted: ReferralState) => moves.findLast(({ to }) => to === wanted)?.on ?? null
  const here = state === 'waitlisted' ? 'waitlisted' : null
  const stages = way.flatMap((stage): ReferralState[] => (stage === 'accepted' && here ? [here, stage] : [stage]))
  const isEnded = ended.includes(state)
  const reached = moves.map(({ to }) => stages.indexOf(to))
  // reopened: what came after the reopening is ahead again
  const last = isEnded ? Math.max(-1, ...reached) : stages.indexOf(state)
  const steps = stages.flatMap((stage, index): PathStep[] => {
    const on = index <= last ? onOf(stage) : null
    // a step that was jumped over is no step of this path
    if (index <= last && on === null) return []
    return isEnded && on === null ? [] : [{ state: stage, on }]
  })
  return isEnded ? [...steps, { state, on: onOf(state) }] : steps
}
