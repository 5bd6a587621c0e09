import type { FeedbackOccasion } from './referral-transitions.ts'
import type { OutcomeClass } from './values.ts'

/**
 * From application to alumni: the stages of a person in a cohort. Every move is dated, signed and kept, and one
 * that is not in the table is impossible. `selected` is the laureate whom the panel kept; `enrolled` has signed
 * and enters that day; who leaves before it has `withdrawn`, who leaves after it is a `dropout`, which counts.
 */
export const enrolmentStages = [
  'applied',
  'shortlisted',
  'waitlisted',
  'selected',
  'enrolled',
  'active',
  'completed',
  'alumnus',
  'refused',
  'withdrawn',
  'dropout',
] as const
export type EnrolmentStage = (typeof enrolmentStages)[number]

/** Waiting for a decision. */
export const candidateStages = ['applied', 'shortlisted', 'waitlisted'] as const satisfies readonly EnrolmentStage[]

/** Holding a place of the cohort: its capacity and its quotas are counted on these. */
export const placedStages = [
  'selected',
  'enrolled',
  'active',
  'completed',
  'alumnus',
] as const satisfies readonly EnrolmentStage[]

/** In the programme on this day: expected at its workshops. */
export const runningStages = ['enrolled', 'active'] as const satisfies readonly EnrolmentStage[]

/** The two ways out of the programme, each with its class of outcome. */
export const exitStages = ['completed', 'dropout'] as const satisfies readonly EnrolmentStage[]

/** Where one can begin: by an application, or by joining without one. */
export const firstStages = ['applied', 'enrolled'] as const satisfies readonly EnrolmentStage[]

/** Why an application was refused; one or several. */
export const enrolmentRefusalReasons = [
  'incompleteApplication',
  'notEligibleArea',
  'notEligibleAge',
  'notEligibleStage',
  'projectNotReady',
  'notAvailableThen',
  'otherSupportSuits',
  'noPlace',
  'notReachable',
  'other',
] as const
export type EnrolmentRefusalReason = (typeof enrolmentRefusalReasons)[number]

/** Why someone gave up before entering. */
export const enrolmentWithdrawalReasons = [
  'changedMind',
  'foundJob',
  'startedTraining',
  'notAvailableThen',
  'otherProgramme',
  'moved',
  'noAnswer',
  'other',
] as const
export type EnrolmentWithdrawalReason = (typeof enrolmentWithdrawalReasons)[number]

/** Why someone left before the end. */
export const dropoutReasons = [
  'foundJob',
  'startedTraining',
  'businessNeedsTime',
  'childcareOrMobility',
  'programmeDoesNotSuit',
  'moved',
  'noNews',
  'commitmentNotKept',
  'other',
] as const
export type DropoutReason = (typeof dropoutReasons)[number]

/** Every reason, each once: what a move may carry. */
export const enrolmentReasons = [
  ...new Set([...enrolmentRefusalReasons, ...enrolmentWithdrawalReasons, ...dropoutReasons]),
] as readonly (EnrolmentRefusalReason | EnrolmentWithdrawalReason | DropoutReason)[]
export type EnrolmentReason = (typeof enrolmentReasons)[number]

/** What a move must come with. */
export const enrolmentRequirements = ['reasons', 'outcomeClass', 'reopeningReason'] as const
export type EnrolmentRequirement = (typeof enrolmentRequirements)[number]

export interface EnrolmentMoveRule {
  /** null: it begins with this move. */
  readonly from: EnrolmentStage | null
  readonly to: EnrolmentStage
  readonly requires: readonly EnrolmentRequirement[]
  /** What a landlord who referred the person must then be told. */
  readonly feedback: FeedbackOccasion | null
}

/** What is given with a move. */
export interface EnrolmentMoveInputs {
  readonly reasons?: readonly EnrolmentReason[] | undefined
  readonly outcomeClass?: OutcomeClass | null | undefined
  /** In words, why it is taken up again. */
  readonly reopeningReason?: string | null | undefined
}

export type EnrolmentMoveVerdict =
  | { readonly ok: true; readonly rule: EnrolmentMoveRule }
  | { readonly ok: false; readonly reason: 'impossibleMove' | 'foreignReason' }
  | { readonly ok: false; readonly reason: 'missingInputs'; readonly missing: readonly EnrolmentRequirement[] }

function rule(
  from: EnrolmentStage | null,
  to: EnrolmentStage,
  requires: readonly EnrolmentRequirement[] = [],
  feedback: FeedbackOccasion | null = null,
): EnrolmentMoveRule {
  return { from, to, requires, feedback }
}

export const enrolmentMoveRules: readonly EnrolmentMoveRule[] = [
  rule(null, 'applied'),
  rule(null, 'enrolled', [], 'entry'),
  rule('applied', 'shortlisted'),
  ...(['applied', 'shortlisted'] as const).map((from) => rule(from, 'waitlisted')),
  ...candidateStages.map((from) => rule(from, 'selected')),
  ...candidateStages.map((from) => rule(from, 'refused', ['reasons'])),
  ...([...candidateStages, 'selected'] as const).map((from) => rule(from, 'withdrawn', ['reasons'])),
  rule('selected', 'enrolled', [], 'entry'),
  rule('enrolled', 'active'),
  // a programme of one day is over before anyone notes that it began
  ...runningStages.map((from) => rule(from, 'completed', ['outcomeClass'], 'exit')),
  ...runningStages.map((from) => rule(from, 'dropout', ['reasons', 'outcomeClass'], 'exit')),
  rule('completed', 'alumnus'),
  rule('refused', 'applied', ['reopeningReason']),
  rule('withdrawn', 'applied', ['reopeningReason']),
  rule('completed', 'active', ['reopeningReason']),
  rule('dropout', 'active', ['reopeningReason']),
]

export function enrolmentMoveRule(from: EnrolmentStage | null, to: EnrolmentStage): EnrolmentMoveRule | null {
  return enrolmentMoveRules.find((one) => one.from === from && one.to === to) ?? null
}

/** The stages that can come next, in the order of the table. */
export function stagesAfter(from: EnrolmentStage | null): readonly EnrolmentStage[] {
  return enrolmentMoveRules.filter((one) => one.from === from).map((one) => one.to)
}

/** The reasons proposed for a move to this stage; none where no reason is asked. */
export function reasonsFor(to: EnrolmentStage): readonly EnrolmentReason[] {
  switch (to) {
    case 'refused':
      return enrolmentRefusalReasons
    case 'withdrawn':
      return enrolmentWithdrawalReasons
    case 'dropout':
      return dropoutReasons
    case 'applied':
    case 'shortlisted':
    case 'waitlisted':
    case 'selected':
    case 'enrolled':
    case 'active':
    case 'completed':
    case 'alumnus':
      return []
  }
}

function isMissing(requirement: EnrolmentRequirement, inputs: EnrolmentMoveInputs): boolean {
  switch (requirement) {
    case 'reasons':
      return (inputs.reasons?.length ?? 0) === 0
    case 'outcomeClass':
      return inputs.outcomeClass === undefined || inputs.outcomeClass === null
    case 'reopeningReason':
      return (inputs.reopeningReason ?? '').trim() === ''
  }
}

/** Whether a move may be made, and if not, why: impossible, a reason that is not its own, or something is missing. */
export function checkEnrolmentMove(
  from: EnrolmentStage | null,
  to: EnrolmentStage,
  inputs: EnrolmentMoveInputs,
): EnrolmentMoveVerdict {
  const found = enrolmentMoveRule(from, to)
  if (!found) return { ok: false, reason: 'impossibleMove' }
  const own = reasonsFor(to)
  if ((inputs.reasons ?? []).some((reason) => !own.includes(reason))) return { ok: false, reason: 'foreignReason' }
  const missing = found.requires.filter((requirement) => isMissing(requirement, inputs))
  return missing.length > 0 ? { ok: false, reason: 'missingInputs', missing } : { ok: true, rule: found }
}

/** Whether a stage is one of a list of stages. */
export function isOneOf(stages: readonly EnrolmentStage[], stage: EnrolmentStage): boolean {
  return stages.includes(stage)
}

/** Added to a cohort in one act: a slip of the hand is not a cohort of everyone there is. */
export const mostEnrolledAtOnce = 1000
