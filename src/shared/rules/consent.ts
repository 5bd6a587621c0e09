import { type IsoDay, addMonths } from './days.ts'
import type { RefusalReason, ReferralState } from './referral-transitions.ts'
import type { OutcomeClass } from './values.ts'

/**
 * What a person agrees to, how the agreement was given, and what may go back to the landlord with it. The
 * agreement to be contacted is what a referral needs to leave; the other scope is free.
 */
export const consentScopes = ['contact', 'statusBack'] as const
export type ConsentScope = (typeof consentScopes)[number]

/** A signed form, an e-mail, or an oral agreement noted with its day and who heard it. */
export const consentHows = ['signedForm', 'email', 'oral'] as const
export type ConsentHow = (typeof consentHows)[number]

export const consentPurposes = [
  'referral',
  'photo',
  'testimony',
  'newsletter',
  'contact',
  'disabilityRecognition',
] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export interface Agreement {
  readonly scope: readonly ConsentScope[]
  readonly givenOn: string
  readonly withdrawnOn: string | null
}

function isInForce(agreement: Agreement, scope: ConsentScope, day: string): boolean {
  const withdrawn = agreement.withdrawnOn !== null && agreement.withdrawnOn <= day
  return agreement.scope.includes(scope) && agreement.givenOn <= day && !withdrawn
}

/** Whether any agreement of a person covers a scope on a day. */
export function agreedTo(agreements: readonly Agreement[], scope: ConsentScope, day: string): boolean {
  return agreements.some((agreement) => isInForce(agreement, scope, day))
}

/** Where an answer stands: what one agreed to, or refused, until a later answer or a withdrawal. */
export const consentStates = ['inForce', 'refused', 'withdrawn', 'replaced'] as const
export type ConsentState = (typeof consentStates)[number]

export function consentState(answer: {
  readonly refused: boolean
  readonly withdrawnOn: string | null
  /** A later answer says the same anew, or otherwise. */
  readonly replaced: boolean
}): ConsentState {
  if (answer.withdrawnOn !== null) return 'withdrawn'
  if (answer.replaced) return 'replaced'
  return answer.refused ? 'refused' : 'inForce'
}

/** The day since which nothing newer is known of what was answered; null when nothing was. */
export function lastAnsweredOn(
  answers: readonly { readonly givenOn: IsoDay; readonly withdrawnOn: IsoDay | null }[],
): IsoDay | null {
  return answers.reduce<IsoDay | null>((last, { givenOn, withdrawnOn }) => {
    const day = withdrawnOn ?? givenOn
    return last === null || day > last ? day : last
  }, null)
}

/** Months after which an agreement is to be confirmed again: as long as a record is kept in use without any contact. */
export const usualConsentMonths = 24

/** The day by which an agreement given on a day is to be confirmed again; null where it never is (0 months). */
export function confirmAgainOn(givenOn: IsoDay, months: number): IsoDay | null {
  return months === 0 ? null : addMonths(givenOn, months)
}

/** Whether someone who agrees again agrees to less than before. */
export function saysLess(later: Pick<Agreement, 'scope'>, earlier: Pick<Agreement, 'scope'>): boolean {
  return earlier.scope.some((scope) => !later.scope.includes(scope))
}

/**
 * The only fields of a referral that may go back to the landlord: status, dates, decision with its coded
 * reasons, class of outcome. Never needs, income, health, nor what was said in a session.
 */
export interface LandlordFeedback {
  readonly number: string
  readonly state: ReferralState
  readonly sentOn: string | null
  readonly receivedOn: string | null
  readonly metOn: string | null
  readonly decidedOn: string | null
  readonly enteredOn: string | null
  readonly closedOn: string | null
  readonly refusalReasons: readonly RefusalReason[]
  readonly outcomeClass: OutcomeClass | null
}

/**
 * What the landlord may be told of a referral: nothing without the person's agreement to it, and otherwise
 * exactly the fields above, whatever else the record given here carries.
 */
export function landlordFeedbackOf(
  referral: LandlordFeedback,
  agreements: readonly Agreement[],
  day: string,
): LandlordFeedback | null {
  if (!agreedTo(agreements, 'statusBack', day)) return null
  const { number, state, sentOn, receivedOn, metOn, decidedOn, enteredOn, closedOn, refusalReasons, outcomeClass } =
    referral
  return { number, state, sentOn, receivedOn, metOn, decidedOn, enteredOn, closedOn, refusalReasons, outcomeClass }
}

/** The wordings of the agreement to a referral that say a short note goes with it; under any other it stays with who wrote it. */
const tellingOfNote: readonly string[] = ['2026-11-26']

export function letsNoteTravel(wordingVersion: string): boolean {
  return tellingOfNote.includes(wordingVersion)
}
