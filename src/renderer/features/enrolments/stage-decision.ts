import {
  type EnrolmentReason,
  type EnrolmentRequirement,
  type EnrolmentStage,
  checkEnrolmentMove,
  enrolmentMoveRule,
} from '../../../shared/rules/enrolment-stages'
import type { OutcomeClass } from '../../../shared/rules/values'
import { today } from '../../today'

/** A decision being prepared, for one person or for several. */
export interface StageDecision {
  readonly to: EnrolmentStage
  readonly on: string | null
  readonly reasons: readonly EnrolmentReason[]
  readonly outcomeClass: OutcomeClass | null
  readonly rank: number | null
  readonly note: string
}

export function newDecision(to: EnrolmentStage): StageDecision {
  return { to, on: today(), reasons: [], outcomeClass: null, rank: null, note: '' }
}

/** What the rules still ask of it. */
export function missingFrom(from: EnrolmentStage, decision: StageDecision): readonly EnrolmentRequirement[] {
  const verdict = checkEnrolmentMove(from, decision.to, { ...decision, reopeningReason: decision.note })
  return !verdict.ok && verdict.reason === 'missingInputs' ? verdict.missing : []
}

/** A day that is not given, to come, or before the move that it follows. */
export function isDayWrong(since: string, { on }: StageDecision): boolean {
  return on === null || on > today() || on < since
}

/** Whether this move takes up again what was over. */
export function reopens(from: EnrolmentStage, to: EnrolmentStage): boolean {
  return enrolmentMoveRule(from, to)?.requires.includes('reopeningReason') ?? false
}

/** What is sent of it, whoever it is about. */
export function toInput({ to, on, reasons, outcomeClass, note }: StageDecision) {
  return { to, on: on ?? today(), reasons: [...reasons], outcomeClass, note: note.trim() || null }
}

/** The stages that everyone of these may move to, in the order of the first one's table. */
export function commonStages(rows: readonly { readonly nextStages: readonly EnrolmentStage[] }[]): EnrolmentStage[] {
  const [first, ...others] = rows
  return (first?.nextStages ?? []).filter((stage) => others.every(({ nextStages }) => nextStages.includes(stage)))
}
