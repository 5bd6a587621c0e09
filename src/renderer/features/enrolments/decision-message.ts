import type { Enrolment } from '../../../shared/features/enrolments'
import {
  type EnrolmentRefusalReason,
  type EnrolmentStage,
  enrolmentRefusalReasons,
} from '../../../shared/rules/enrolment-stages'

/** The steps that a person is owed a word about. */
export const messageStages = [
  'shortlisted',
  'waitlisted',
  'selected',
  'enrolled',
  'completed',
  'refused',
  'withdrawn',
] as const satisfies readonly EnrolmentStage[]
export type MessageStage = (typeof messageStages)[number]

export function messageStageOf(stage: EnrolmentStage): MessageStage | null {
  return messageStages.find((one) => one === stage) ?? null
}

type Said = Pick<Enrolment, 'firstName' | 'lastName' | 'programmeName' | 'cohortName' | 'reasons' | 'rank'>

export interface MessageWords {
  readonly greeting: (name: string) => string
  readonly decision: (stage: MessageStage, said: { programme: string; cohort: string; rank: number | null }) => string
  readonly reason: (reason: EnrolmentRefusalReason) => string
  readonly next: (stage: MessageStage) => string
  readonly closing: string
  readonly signature: string
}

/** The message to someone about where they stand: drafted for a member to read again and send; nothing comes from notes. */
export function decisionMessage(stage: MessageStage, said: Said, words: MessageWords): string {
  const reasons = enrolmentRefusalReasons.filter((reason) => stage === 'refused' && said.reasons.includes(reason))
  return [
    words.greeting(`${said.firstName} ${said.lastName}`.trim()),
    '',
    words.decision(stage, { programme: said.programmeName, cohort: said.cohortName, rank: said.rank }),
    ...reasons.map((reason) => words.reason(reason)).filter((text) => text !== ''),
    words.next(stage),
    '',
    words.closing,
    words.signature,
  ].join('\n')
}
