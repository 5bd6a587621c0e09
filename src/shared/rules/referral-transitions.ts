import type { OutcomeClass, SpaceKind } from './values.ts'

/**
 * The life of a referral. One table serves both kinds of space; every move is dated, signed and kept, and a
 * move that is not in the table is impossible. The clocks are in `referral-clock.ts`.
 */
export const referralStates = [
  'draft',
  'sent',
  'received',
  'contacting',
  'met',
  'waitlisted',
  'accepted',
  'refused',
  'redirected',
  'withdrawn',
  'expired',
  'closed',
] as const
export type ReferralState = (typeof referralStates)[number]

/**
 * Waiting for a decision: whoever is in one of these states is owed something. A draft is nobody's yet, and
 * an accepted referral is decided.
 */
export const openReferralStates = [
  'sent',
  'received',
  'contacting',
  'met',
  'waitlisted',
] as const satisfies readonly ReferralState[]

/** Where a referral ends; three of them can be reopened. */
export const finalReferralStates = [
  'refused',
  'redirected',
  'withdrawn',
  'expired',
  'closed',
] as const satisfies readonly ReferralState[]

export const reopenableReferralStates = ['refused', 'withdrawn', 'expired'] as const satisfies readonly ReferralState[]

/** On whose behalf a move is made. `clock` proposes, and a member confirms. */
export const referralMovers = ['officer', 'association', 'person', 'clock'] as const
export type ReferralMover = (typeof referralMovers)[number]

/** Why a referral was refused; one or several. */
export const refusalReasons = [
  'notReachable',
  'notInterested',
  'notEligibleArea',
  'notEligibleAge',
  'notEligibleStage',
  'noPlace',
  'otherScheme',
  'moved',
  'duplicate',
  'other',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Why it was withdrawn, when that is told. */
export const withdrawalReasons = [
  'personChangedMind',
  'agreementWithdrawn',
  'personMoved',
  'sentByMistake',
  'other',
] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** Why the clock proposes that a referral expires: nobody answered it, or nobody could reach the person. */
export const expiryReasons = ['noReply', 'unreachable'] as const
export type ExpiryReason = (typeof expiryReasons)[number]

/** Where someone is redirected: another organisation, or another programme of the association. */
export const redirectTargetKinds = ['partner', 'programme'] as const
export type RedirectTargetKind = (typeof redirectTargetKinds)[number]

/** When the landlord is told. Entry is the day the person joins a programme, which is no state. */
export const feedbackOccasions = ['received', 'decision', 'entry', 'exit'] as const
export type FeedbackOccasion = (typeof feedbackOccasions)[number]

/** What a move must come with. */
export const moveRequirements = [
  'agreement',
  'contactAttempt',
  'rank',
  'alreadyKnown',
  'refusalReasons',
  'otherSchemeName',
  'redirectTarget',
  'expiryReason',
  'outcomeClass',
  'reopeningReason',
] as const
export type MoveRequirement = (typeof moveRequirements)[number]

export interface ReferralMoveRule {
  /** null: the referral begins with this move. */
  readonly from: ReferralState | null
  readonly to: ReferralState
  readonly movers: readonly ReferralMover[]
  /** The kinds of space whose members record this move; the other kind learns of it from a file. */
  readonly recordedIn: readonly SpaceKind[]
  readonly requires: readonly MoveRequirement[]
  /** What the landlord must then be told. */
  readonly feedback: FeedbackOccasion | null
}

/** What is given with a move. What the move does not require is ignored here. */
export interface MoveInputs {
  /** The person's agreement is recorded: date, how, scope. */
  readonly agreement?: boolean | undefined
  /** An attempt to reach the person is recorded with, or before, this move. */
  readonly contactAttempt?: boolean | undefined
  /** Place on the waiting list, 1 first. */
  readonly rank?: number | undefined
  /** The person was known before this referral, so that no meeting is needed to accept. */
  readonly alreadyKnown?: boolean | undefined
  readonly refusalReasons?: readonly RefusalReason[] | undefined
  /** Which other scheme suits better, with the refusal reason `otherScheme`. */
  readonly otherSchemeName?: string | undefined
  readonly redirectTarget?: { readonly kind: RedirectTargetKind; readonly name: string } | undefined
  /** What the clock found: see `expiryProposal`. A member only confirms it. */
  readonly expiryReason?: ExpiryReason | undefined
  readonly outcomeClass?: OutcomeClass | undefined
  /** In words, why the referral is reopened. */
  readonly reopeningReason?: string | undefined
}

export type MoveVerdict =
  | { readonly ok: true; readonly rule: ReferralMoveRule }
  | { readonly ok: false; readonly reason: 'impossibleMove' | 'notTheirMove' }
  | { readonly ok: false; readonly reason: 'missingInputs'; readonly missing: readonly MoveRequirement[] }

const both: readonly SpaceKind[] = ['association', 'landlord']

function byAssociation(
  from: ReferralState | null,
  to: ReferralState,
  feedback: FeedbackOccasion | null,
  requires: readonly MoveRequirement[] = [],
): ReferralMoveRule {
  return { from, to, movers: ['association'], recordedIn: ['association'], requires, feedback }
}

const undecided = ['received', 'contacting', 'met', 'waitlisted'] as const

export const referralMoveRules: readonly ReferralMoveRule[] = [
  { from: null, to: 'draft', movers: ['officer'], recordedIn: ['landlord'], requires: [], feedback: null },
  { from: 'draft', to: 'sent', movers: ['officer'], recordedIn: ['landlord'], requires: ['agreement'], feedback: null },
  byAssociation(null, 'received', 'received', ['agreement']),
  byAssociation('sent', 'received', 'received', ['agreement']),
  byAssociation('received', 'contacting', null, ['contactAttempt']),
  byAssociation('received', 'met', null),
  byAssociation('contacting', 'met', null),
  byAssociation('met', 'waitlisted', null, ['rank']),
  byAssociation('received', 'accepted', 'decision', ['alreadyKnown']),
  byAssociation('contacting', 'accepted', 'decision', ['alreadyKnown']),
  byAssociation('met', 'accepted', 'decision'),
  byAssociation('waitlisted', 'accepted', 'decision'),
  ...undecided.map((from) => byAssociation(from, 'refused', 'decision', ['refusalReasons', 'otherSchemeName'])),
  ...undecided.map((from) => byAssociation(from, 'redirected', 'decision', ['redirectTarget'])),
  ...openReferralStates.map((from): ReferralMoveRule => ({
    from,
    to: 'withdrawn',
    movers: ['person', 'officer'],
    recordedIn: both,
    requires: [],
    feedback: 'decision',
  })),
  {
    from: 'sent',
    to: 'expired',
    movers: ['clock'],
    recordedIn: both,
    requires: ['expiryReason'],
    feedback: 'decision',
  },
  {
    from: 'contacting',
    to: 'expired',
    movers: ['clock'],
    recordedIn: ['association'],
    requires: ['expiryReason'],
    feedback: 'decision',
  },
  byAssociation('accepted', 'closed', 'exit', ['outcomeClass']),
  ...reopenableReferralStates.map((from) =>
    byAssociation(from, 'received', 'received', ['agreement', 'reopeningReason']),
  ),
]

export function moveRule(from: ReferralState | null, to: ReferralState): ReferralMoveRule | null {
  return referralMoveRules.find((rule) => rule.from === from && rule.to === to) ?? null
}

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}

function isMissing(requirement: MoveRequirement, rule: ReferralMoveRule, inputs: MoveInputs): boolean {
  switch (requirement) {
    case 'agreement':
      return inputs.agreement !== true
    case 'contactAttempt':
      return inputs.contactAttempt !== true
    case 'rank':
      return !Number.isInteger(inputs.rank) || Number(inputs.rank) < 1
    case 'alreadyKnown':
      return inputs.alreadyKnown !== true
    case 'refusalReasons':
      return (inputs.refusalReasons?.length ?? 0) === 0
    case 'otherSchemeName':
      return (inputs.refusalReasons?.includes('otherScheme') ?? false) && !isFilled(inputs.otherSchemeName)
    case 'redirectTarget':
      return !isFilled(inputs.redirectTarget?.name)
    case 'expiryReason':
      return inputs.expiryReason !== (rule.from === 'sent' ? 'noReply' : 'unreachable')
    case 'outcomeClass':
      return inputs.outcomeClass === undefined
    case 'reopeningReason':
      return !isFilled(inputs.reopeningReason)
  }
}

/** Whether a move may be made, and if not, why: impossible, not theirs to make, or something is missing. */
export function checkMove(
  from: ReferralState | null,
  to: ReferralState,
  by: ReferralMover,
  inputs: MoveInputs,
): MoveVerdict {
  const rule = moveRule(from, to)
  if (!rule) return { ok: false, reason: 'impossibleMove' }
  if (!rule.movers.includes(by)) return { ok: false, reason: 'notTheirMove' }
  const missing = rule.requires.filter((requirement) => isMissing(requirement, rule, inputs))
  return missing.length > 0 ? { ok: false, reason: 'missingInputs', missing } : { ok: true, rule }
}

/** Whether the table has this move for this mover, whatever must still be given with it. */
export function canMove(from: ReferralState | null, to: ReferralState, by: ReferralMover): boolean {
  return moveRule(from, to)?.movers.includes(by) ?? false
}

/** The moves a member of this kind of space can record from a state, in the order of the table. */
export function movesFrom(from: ReferralState | null, space: SpaceKind): readonly ReferralMoveRule[] {
  return referralMoveRules.filter((rule) => rule.from === from && rule.recordedIn.includes(space))
}

/**
 * The states that can come after one, by one move or several. A partner's file tells where a referral stands
 * now, not each step: it is believed only when that state can follow the one known here.
 */
export function statesAfter(from: ReferralState): ReadonlySet<ReferralState> {
  const reached = new Set<ReferralState>()
  const toVisit: ReferralState[] = [from]
  for (let state = toVisit.pop(); state !== undefined; state = toVisit.pop()) {
    for (const rule of referralMoveRules) {
      if (rule.from !== state || reached.has(rule.to)) continue
      reached.add(rule.to)
      toVisit.push(rule.to)
    }
  }
  return reached
}

export function isOpenState(state: ReferralState): boolean {
  return openReferralStates.some((open) => open === state)
}

export function isFinalState(state: ReferralState): boolean {
  return finalReferralStates.some((final) => final === state)
}
