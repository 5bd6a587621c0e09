import { AppError } from '../../shared/errors.ts'
import { localDay } from '../../shared/rules/days.ts'
import { isFinalState } from '../../shared/rules/referral-transitions.ts'
import type { ContactAttemptResult, ContactChannel } from '../../shared/rules/values.ts'
import type { WriteContext } from '../context.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { applyMove } from './referral-moves.ts'
import { illegal, liveReferral, signature } from './referral-row.ts'

export interface NewAttempt {
  readonly id: string
  readonly at: string
  readonly channel: ContactChannel
  readonly result: ContactAttemptResult
  readonly note: string | null
}

/** Records an attempt to reach the person; the first one is also the move from received to contacting. */
export async function addAttempt(tx: WriteContext, attempt: NewAttempt): Promise<void> {
  const row = await liveReferral(tx.db, attempt.id)
  if (tx.space.kind !== 'association' || row.state === 'draft' || row.state === 'sent' || isFinalState(row.state)) {
    throw illegal(row.state, 'contacting')
  }
  refuseSensitiveNumbers({ note: attempt.note })
  const at = new Date(attempt.at).toISOString()
  const on = localDay(at)
  if (at > tx.now().toISOString() || on < (row.receivedOn ?? row.stateSince))
    throw new AppError('invalid', { field: 'at' })
  const { channel, result, note } = attempt
  await tx.write.insert('contactAttempts', { referralId: row.id, at, channel, result, note, memberId: signature(tx) })
  if (row.state !== 'received') return
  if (on < row.stateSince) throw new AppError('invalid', { field: 'at' })
  await applyMove(tx, row, {
    to: 'contacting',
    on,
    mover: 'association',
    byName: null,
    reasons: [],
    note: null,
    rank: null,
    columns: {},
  })
}
