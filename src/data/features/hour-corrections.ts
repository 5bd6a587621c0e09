import { AppError } from '../../shared/errors.ts'
import type { CorrectionTarget } from '../../shared/features/hours.ts'
import { type AttendanceState, isThere, mayBeMarked } from '../../shared/rules/attendance.ts'
import type { WriteContext } from '../context.ts'
import { ConflictFound } from '../writer.ts'
import { readWorkshop } from './attendance-reading.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { signature } from './referral-row.ts'
import { settledStatements } from './settled-months.ts'

interface Corrected {
  readonly personId: string
  readonly coachId: string | null
  readonly heldOn: string
  readonly minutes: number
  /** Changes the minutes, and gives the row that now holds them. */
  readonly write: (minutes: number) => Promise<{ readonly sessionId?: string; readonly attendanceId?: string }>
}

/**
 * Changes hours of a month that was validated, and leaves a trace on every statement that holds them: the person's
 * and the coach's. Gives how many. Hours of an open month are changed where they are noted, without a reason.
 */
export async function correctHours(
  tx: WriteContext,
  { target, minutes, reason, from }: { target: CorrectionTarget; minutes: number; reason: string; from: number },
): Promise<number> {
  const memberId = signature(tx)
  refuseSensitiveNumbers({ reason })
  const found = target.kind === 'session' ? await sessionToCorrect(tx, target) : await attendanceToCorrect(tx, target)
  const { personId, coachId, heldOn, minutes: before } = found
  if (before !== from) throw new ConflictFound([{ field: 'minutes', yours: minutes, theirs: before, by: null, at: '' }])
  if (before === minutes) throw new AppError('invalid', { field: 'minutes', reason: 'same' })
  const coachIds = coachId === null ? [] : [coachId]
  const statements = await settledStatements(tx.db, { personIds: [personId], coachIds, heldOn })
  if (statements.length === 0) throw new AppError('invalid', { field: 'target', reason: 'monthOpen' })
  const row = await found.write(minutes)
  for (const statement of statements) {
    await tx.write.insert('hourCorrections', {
      statementId: statement.id,
      beforeMinutes: before,
      afterMinutes: minutes,
      reason,
      memberId,
      sessionId: row.sessionId ?? null,
      attendanceId: row.attendanceId ?? null,
      at: tx.now().toISOString(),
    })
  }
  return statements.length
}

async function sessionToCorrect(
  tx: WriteContext,
  { sessionId }: Extract<CorrectionTarget, { kind: 'session' }>,
): Promise<Corrected> {
  const row = await tx.db
    .selectFrom('sessions')
    .select(['personId', 'coachId', 'heldOn', 'minutes'])
    .where('id', '=', sessionId)
    .where('state', '=', 'held')
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'sessions', id: sessionId })
  return {
    ...row,
    async write(minutes) {
      await tx.write.update('sessions', sessionId, { minutes })
      return { sessionId }
    },
  }
}

/** Minutes make someone present who was not, and none make them absent. */
async function attendanceToCorrect(
  tx: WriteContext,
  { workshopId, personId, halfDay }: Extract<CorrectionTarget, { kind: 'attendance' }>,
): Promise<Corrected> {
  const { heldOn, halfDays, cohortId, cancelledOn } = await readWorkshop(tx.db, workshopId)
  if (!mayBeMarked('present', heldOn, tx.today()))
    throw new AppError('invalid', { field: 'workshopId', reason: 'ahead', day: heldOn })
  if (cancelledOn !== null) throw new AppError('invalid', { field: 'workshopId', reason: 'cancelled' })
  const whole = halfDays.find((half) => half.halfDay === halfDay)?.minutes
  if (whole === undefined) throw new AppError('invalid', { field: 'halfDay' })
  const row = await tx.db
    .selectFrom('attendances')
    .select(['id', 'state', 'minutes'])
    .where('workshopId', '=', workshopId)
    .where('personId', '=', personId)
    .where('halfDay', '=', halfDay)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return {
    personId,
    coachId: null,
    heldOn,
    minutes: row?.minutes ?? 0,
    async write(minutes) {
      if (minutes > whole) throw new AppError('invalid', { field: 'minutes', reason: 'tooMany' })
      const was = row ? (row.state as AttendanceState) : 'absent'
      const state = minutes === 0 ? 'absent' : isThere(was) ? was : 'present'
      if (row) {
        await tx.write.update('attendances', row.id, { minutes, state })
        return { attendanceId: row.id }
      }
      const enrolment = await tx.db
        .selectFrom('enrolments')
        .select('id')
        .where('cohortId', '=', cohortId)
        .where('personId', '=', personId)
        .where('deletedAt', 'is', null)
        .executeTakeFirst()
      if (!enrolment) throw new AppError('notFound', { entity: 'enrolments', id: personId })
      const added = { workshopId, personId, enrolmentId: enrolment.id, halfDay, state, minutes }
      return { attendanceId: await tx.write.insert('attendances', { ...added, walkIn: 0 }) }
    },
  }
}
