import { AppError } from '../../shared/errors.ts'
import type { StatementLine } from '../../shared/features/hours.ts'
import { type FundedShare, monthOf } from '../../shared/rules/hours.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'

/** Whose hours a change touches: the person's, and the coach's when it is a session. */
export interface HoursTouched {
  readonly personId: string
  readonly coachId?: string
  readonly heldOn: string
}

/**
 * Refuses a change of hours in a month that was validated for the person or for the coach: only a correction may
 * change them. For every command that writes a session's or an attendance's minutes or its day.
 */
export async function refuseSettled(tx: WriteContext, { personId, coachId, heldOn }: HoursTouched): Promise<void> {
  await refuseSettledPeople(tx, [personId], heldOn)
  if (coachId === undefined) return
  await refuseStatements(tx, { personIds: [], coachIds: [coachId], heldOn })
}

/** The same, for the people of a whole roll call. */
export async function refuseSettledPeople(
  tx: WriteContext,
  personIds: readonly string[],
  heldOn: string,
): Promise<void> {
  await refuseStatements(tx, { personIds, coachIds: [], heldOn })
}

interface Asked {
  readonly personIds: readonly string[]
  readonly coachIds: readonly string[]
  readonly heldOn: string
}

interface Paid extends Asked {
  /** The session or the workshop. */
  readonly id: string
  readonly shares: readonly FundedShare[]
}

/**
 * Refuses funded actions that take from hours what was validated with them. A part that none paid for can still be
 * given to an action, because the agreement of a funder is often signed after the hours.
 */
export async function refuseSettledShares(tx: WriteContext, { id, shares, ...asked }: Paid): Promise<void> {
  const now = new Set(shares.map(shareKey))
  for (const statement of await settledStatements(tx.db, asked)) {
    const lines = linesOf(statement).filter((line) => line.id === id || line.workshopId === id)
    if (lines.some((line) => line.shares.some((share) => !now.has(shareKey(share)))))
      throw await monthSettled(tx, statement, 'shares')
  }
}

/** Refuses another funder for an action that validated hours count for: they would be another's. */
export async function refuseSettledFunder(tx: WriteContext, fundedActionId: string): Promise<void> {
  const statements = await tx.db
    .selectFrom('hourStatements')
    .select(['month', 'personId', 'coachId', 'lines'])
    .where('deletedAt', 'is', null)
    .where('lines', 'like', `%${fundedActionId}%`)
    .execute()
  const statement = statements.find((one) =>
    linesOf(one).some(({ shares }) => shares.some((share) => share.fundedActionId === fundedActionId)),
  )
  if (statement) throw await monthSettled(tx, statement, 'shares')
}

export function shareKey({ fundedActionId, share }: FundedShare): string {
  return `${fundedActionId} ${share}`
}

/** A line as it is kept with the statement: what was attended, and who paid for it. */
export interface ValidatedLine extends StatementLine {
  readonly shares: readonly FundedShare[]
}

/** What a statement held when it was validated. */
export function linesOf({ lines }: { readonly lines: string }): readonly ValidatedLine[] {
  const kept = JSON.parse(lines) as readonly (StatementLine & Partial<ValidatedLine>)[] // written by validateMonth alone
  return kept.map((line) => ({ ...line, shares: line.shares ?? [] })) // the first ones were kept without
}

async function refuseStatements(tx: WriteContext, asked: Asked): Promise<void> {
  const [statement] = await settledStatements(tx.db, asked)
  if (statement) throw await monthSettled(tx, statement)
}

interface Settled {
  readonly month: string
  readonly personId: string | null
  readonly coachId: string | null
}

/** Says whose statement it is, so that the screen can lead to it. */
export async function monthSettled(
  tx: WriteContext,
  { month, personId, coachId }: Settled,
  reason: 'hours' | 'shares' = 'hours',
): Promise<AppError> {
  return new AppError('monthSettled', { month, personId, coachId, reason, name: await nameOf(tx, personId, coachId) })
}

/** The validated statements that hold the hours of a day, of these people and coaches. */
export async function settledStatements(db: ReadDb, { personIds, coachIds, heldOn }: Asked) {
  if (personIds.length + coachIds.length === 0) return []
  return db
    .selectFrom('hourStatements')
    .select(['id', 'month', 'personId', 'coachId', 'lines'])
    .where('month', '=', monthOf(heldOn))
    .where('deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        ...(personIds.length > 0 ? [eb('personId', 'in', [...personIds])] : []),
        ...(coachIds.length > 0 ? [eb('coachId', 'in', [...coachIds])] : []),
      ]),
    )
    .execute()
}

function nameOf(tx: WriteContext, personId: string | null, coachId: string | null): Promise<string> {
  return personId === null ? labelOf(tx.db, 'members', coachId ?? '') : labelOf(tx.db, 'people', personId)
}
