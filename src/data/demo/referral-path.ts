import { addDays } from '../../shared/rules/days.ts'
import type { ReferralState } from '../../shared/rules/referral-transitions.ts'
import type { WriteContext } from '../context.ts'
import { addAttempt } from '../features/referral-attempts.ts'
import { moveReferral } from '../features/referral-moves.ts'
import { liveReferral } from '../features/referral-row.ts'
import type { Chance } from './chance.ts'
import { earliest, two } from './invent.ts'

/** Where each referral of the demo ends up, so that every state is shown. */
export const destinies: readonly ReferralState[] = [
  'received',
  'contacting',
  'contacting',
  'met',
  'accepted',
  'accepted',
  'accepted',
  'refused',
  'waitlisted',
  'redirected',
  'withdrawn',
  'expired',
  'closed',
  'met',
  'received',
]
export const landlordDestinies: readonly ReferralState[] = [
  'draft',
  'sent',
  'sent',
  'sent',
  'withdrawn',
  'draft',
  'sent',
]

/** Of a base that has served for a year: most are decided, one in five is under way. */
export const olderDestinies: readonly ReferralState[] = [
  'closed',
  'accepted',
  'refused',
  'closed',
  'contacting',
  'accepted',
  'expired',
  'closed',
  'met',
  'refused',
  'closed',
  'accepted',
  'redirected',
  'received',
  'closed',
  'refused',
  'accepted',
  'withdrawn',
  'waitlisted',
  'expired',
]

/** What is open began lately, so that few are late; what is decided goes back to the first months. */
export function daysAgo(chance: Chance, destiny: ReferralState): number {
  switch (destiny) {
    case 'draft':
    case 'sent':
    case 'received':
    case 'contacting':
      return chance.upTo(9)
    case 'met':
    case 'waitlisted':
      return 12 + chance.upTo(chance.happens(0.15) ? 60 : 22)
    case 'accepted':
    case 'refused':
    case 'redirected':
    case 'withdrawn':
    case 'expired':
    case 'closed':
      return 20 + chance.upTo(300)
  }
}

const stepsTo: Partial<Record<ReferralState, readonly ReferralState[]>> = {
  met: ['met'],
  accepted: ['met', 'accepted'],
  refused: ['met', 'refused'],
  waitlisted: ['met', 'waitlisted'],
  redirected: ['met', 'redirected'],
  withdrawn: ['withdrawn'],
  expired: ['expired'],
  closed: ['met', 'accepted', 'closed'],
}

/** Takes a referral from the day it began to where it ends up: calls, moves, each on a day of its own. */
export async function walk(
  tx: WriteContext,
  chance: Chance,
  id: string,
  destiny: ReferralState,
  began: string,
): Promise<void> {
  let day = began
  const attempts =
    destiny === 'expired'
      ? 3
      : destiny === 'contacting'
        ? 1 + chance.upTo(2)
        : destiny === 'draft' || destiny === 'sent' || destiny === 'received' || destiny === 'withdrawn'
          ? 0
          : 1
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    day = earliest(addDays(day, 1 + chance.upTo(2)), tx.today())
    const last = attempt === attempts - 1 && destiny !== 'expired' && destiny !== 'contacting'
    await addAttempt(tx, {
      id,
      at: earliest(`${day}T0${8 + chance.upTo(2)}:${two(chance.upTo(60))}:00.000Z`, tx.now().toISOString()),
      channel: attempt === 1 ? 'textMessage' : 'phone',
      result: last ? 'reached' : chance.pick(['noAnswer', 'messageLeft'] as const),
      note: null,
    })
  }
  for (const to of stepsTo[destiny] ?? []) {
    day = earliest(addDays(day, 2 + chance.upTo(6)), tx.today())
    const { version } = await liveReferral(tx.db, id)
    await moveReferral(tx, {
      id,
      version,
      to,
      on: day,
      reasons:
        to === 'refused'
          ? [chance.pick(['notEligibleArea', 'notInterested', 'noPlace', 'notEligibleStage'] as const)]
          : to === 'expired'
            ? ['unreachable']
            : [],
      redirectTarget: to === 'redirected' ? { kind: 'partner', name: 'Couveuse Le Nid', organisationId: null } : null,
      otherSchemeName: null,
      rank: null,
      outcomeClass:
        to === 'closed'
          ? chance.pick(['durableEmployment', 'transitionEmployment', 'positiveExit', 'otherExit'] as const)
          : null,
      askedBy: to === 'withdrawn' ? 'person' : null,
      alreadyKnown: false,
      note: null,
    })
  }
}
