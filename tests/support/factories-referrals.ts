import type { NewReferral } from '../../src/shared/features/referrals.ts'
import type { RefusalReason, ReferralState } from '../../src/shared/rules/referral-transitions.ts'
import type { Inputs, Outputs } from '../../src/shared/contract.ts'

export type Referral = Outputs['referrals']['get']
export type GivenAgreement = NonNullable<NewReferral['agreement']>

let counter = 0

export function anAgreement(agreement: Partial<GivenAgreement> = {}): GivenAgreement {
  return {
    how: 'signedForm',
    givenOn: '2026-10-01',
    scope: ['contact', 'statusBack'],
    wordingVersion: '2026-11',
    ...agreement,
  }
}

/** A referral of someone new, with what the rules ask for. */
export function aReferral(referral: Partial<NewReferral> = {}): NewReferral {
  counter += 1
  const person =
    referral.personId || referral.previousId ? null : { firstName: 'Corinne', lastName: `Vasselin ${counter}` }
  return {
    person,
    motive: 'businessCreation',
    project: 'Chambres d’hôtes à la ferme',
    needs: ['clarifyIdea', 'funding'],
    agreement: anAgreement(),
    ...referral,
  }
}

/** A move of this referral as the screen asks it, with what that move needs. */
export function aMove(
  referral: Pick<Referral, 'id' | 'version'>,
  to: ReferralState,
  move: Partial<Inputs['referrals']['move']> = {},
): Inputs['referrals']['move'] {
  const needed: Partial<Record<ReferralState, Partial<Inputs['referrals']['move']>>> = {
    refused: { reasons: ['notEligibleArea' satisfies RefusalReason] },
    redirected: { redirectTarget: { kind: 'partner', name: 'Couveuse Le Nid' } },
    closed: { outcomeClass: 'durableEmployment' },
    received: { note: 'La personne a rappelé.' },
  }
  return { id: referral.id, version: referral.version, to, on: '2026-11-23', ...needed[to], ...move }
}

/** The record of an answer that must have been saved. */
export function saved(answer: Outputs['referrals']['move']): Referral {
  if (answer.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(answer.conflicts)}`)
  return answer.record
}
