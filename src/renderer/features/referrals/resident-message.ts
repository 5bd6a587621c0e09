import type { Referral } from '../../../shared/features/referrals'
import { type ReferralState, refusalReasons } from '../../../shared/rules/referral-transitions'

type Said = Pick<Referral, 'firstName' | 'lastName' | 'landlordName' | 'reasons' | 'redirectedTo' | 'otherSchemeName'>

/** The decisions that whoever was referred is owed a word about. */
export type ToldState = 'refused' | 'redirected' | 'expired'
export const toldStates = ['refused', 'redirected', 'expired'] as const satisfies readonly ReferralState[]

export interface ResidentWords {
  readonly greeting: (name: string) => string
  readonly opening: (landlord: string | null) => string
  readonly decision: (state: ToldState, said: { readonly to: string | null }) => string
  readonly reason: (code: (typeof refusalReasons)[number], scheme: string | null) => string
  readonly closing: string
  readonly signature: string
}

/** A message to the person themselves, drafted for someone to read again and send; nothing of it comes from notes. */
export function residentMessage(state: ToldState, referral: Said, words: ResidentWords): string {
  const reasons = refusalReasons.filter((code) => state === 'refused' && referral.reasons.includes(code))
  return [
    words.greeting(`${referral.firstName} ${referral.lastName}`.trim()),
    '',
    words.opening(referral.landlordName),
    words.decision(state, { to: referral.redirectedTo }),
    ...reasons.map((code) => words.reason(code, referral.otherSchemeName)),
    words.closing,
    '',
    words.signature,
  ].join('\n')
}
