import { AppError } from '../../shared/errors.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import {
  type EnrolmentMoveVerdict,
  type EnrolmentReason,
  type EnrolmentStage,
  checkEnrolmentMove,
} from '../../shared/rules/enrolment-stages.ts'
import type { OutcomeClass } from '../../shared/rules/values.ts'
import type { WriteContext } from '../context.ts'
import { emptyAsNull } from './fields.ts'
import { situationOn } from './entry-situation.ts'
import { tellReferral } from './enrolment-referral.ts'
import { type EnrolmentRecord, illegalStage } from './enrolment-row.ts'
import { leaveWaitingPlace, takeWaitingPlace } from './enrolment-waiting-list.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { signature } from './referral-row.ts'

export interface AskedStage {
  readonly to: EnrolmentStage
  readonly on: IsoDay
  readonly reasons: readonly EnrolmentReason[]
  readonly outcomeClass: OutcomeClass | null
  readonly note: string | null
  readonly rank: number | null
}

/** Makes a move of the table, or says why it cannot be made; nothing else changes the stage of an enrolment. */
export async function moveEnrolment(tx: WriteContext, row: EnrolmentRecord, asked: AskedStage): Promise<void> {
  refuseSensitiveNumbers({ note: asked.note })
  const verdict = checkEnrolmentMove(row.stage, asked.to, { ...asked, reopeningReason: asked.note })
  if (!verdict.ok) throw refusalOf(verdict, row.stage, asked.to)
  if (asked.on > tx.today() || asked.on < row.stageSince) throw new AppError('invalid', { field: 'on' })
  const exits = verdict.rule.requires.includes('outcomeClass')
  const rank = asked.to === 'waitlisted' ? await takeWaitingPlace(tx, row, asked.rank) : null
  await tx.write.update('enrolments', row.id, {
    stage: asked.to,
    stageSince: asked.on,
    rank,
    reasons: JSON.stringify(asked.reasons),
    messageSentOn: null,
    ...(exits ? { outcomeClass: asked.outcomeClass, endedOn: asked.on } : {}),
    ...(verdict.rule.requires.includes('reopeningReason') ? { outcomeClass: null, endedOn: null } : {}),
    ...(asked.to === 'enrolled' ? await entryColumns(tx, row, asked.on) : {}),
  })
  if (row.stage === 'waitlisted') await leaveWaitingPlace(tx, row)
  await logStage(tx, row.id, row.stage, asked)
  const { feedback } = verdict.rule
  if (feedback) await tellReferral(tx, row, { occasion: feedback, on: asked.on, outcomeClass: asked.outcomeClass })
}

/** What is frozen on the day of entry, once. */
export async function entryColumns(
  tx: WriteContext,
  { personId, entryOn }: Pick<EnrolmentRecord, 'personId' | 'entryOn'>,
  on: IsoDay,
) {
  return { enrolledOn: on, ...(entryOn === null ? await situationOn(tx, personId, on) : {}) }
}

/** The trace of one move: dated, signed, kept. */
export async function logStage(
  tx: WriteContext,
  enrolmentId: string,
  from: EnrolmentStage | null,
  { to, on, reasons, note }: Pick<AskedStage, 'to' | 'on' | 'reasons' | 'note'>,
): Promise<void> {
  await tx.write.insert('enrolmentMoves', {
    enrolmentId,
    fromStage: from,
    toStage: to,
    movedOn: on,
    at: tx.now().toISOString(),
    memberId: signature(tx),
    reasons: JSON.stringify(reasons),
    note: emptyAsNull(note),
  })
}

function refusalOf(
  verdict: EnrolmentMoveVerdict & { ok: false },
  from: EnrolmentStage | null,
  to: EnrolmentStage,
): AppError {
  if (verdict.reason !== 'missingInputs')
    return verdict.reason === 'impossibleMove' ? illegalStage(from, to) : new AppError('invalid', { field: 'reasons' })
  const [first] = verdict.missing
  return new AppError('invalid', { field: first === 'reopeningReason' ? 'note' : (first ?? 'to'), from, to })
}
