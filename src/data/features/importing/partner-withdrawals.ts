import type { IsoDay } from '../../../shared/rules/days.ts'
import { displayName } from '../../../shared/rules/fold.ts'
import { canMove } from '../../../shared/rules/referral-transitions.ts'
import type { ReadDb, WriteContext } from '../../context.ts'
import { type ToldWithdrawal, withdrawFromPartner } from '../referral-partner-news.ts'
import type { Applied } from './applied.ts'
import type { KnownReferral } from './known-referrals.ts'
import { newNotes } from './notes.ts'
import {
  type PlanContext,
  type PlannedRow,
  type ReadRecord,
  cellsOf,
  duplicateOf,
  problemsOf,
  refusedRow,
} from './planned.ts'
import { type Reading, textValue } from './reading.ts'

/** A referral of the landlord's that it handed over and withdrew since. */
export interface WithdrawalPlan {
  readonly referralId: string
  readonly withdrawal: ToldWithdrawal
}

/** In a landlord's file only a withdrawal names its state: the other rows are the referrals themselves. */
export function tellsWithdrawal({ space, partnerFile }: PlanContext, reading: Reading): boolean {
  return space.kind === 'association' && partnerFile === 'forAssociation' && textValue(reading, 'state') === 'withdrawn'
}

/** The last day each of these was withdrawn here, whether it was reopened since or not. */
export async function lastWithdrawals(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, IsoDay>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('referralMoves')
    .select((eb) => ['referralId', eb.fn.max('movedOn').as('on')])
    .where('referralId', 'in', ids)
    .where('toState', '=', 'withdrawn')
    .where('deletedAt', 'is', null)
    .groupBy('referralId')
    .execute()
  return new Map(rows.map(({ referralId, on }) => [referralId, on]))
}

/**
 * What a withdrawal does here: it ends a referral that is still open. One that is not known, or that was decided, is
 * left as it is and said; one already told, even of a referral reopened since, changes nothing.
 */
export function planWithdrawal(
  context: PlanContext,
  record: ReadRecord,
  known: KnownReferral | null,
  lastOn: IsoDay | null,
): PlannedRow {
  const { reading } = record
  const notes = newNotes()
  const number = textValue(reading, 'number') ?? ''
  const on = textValue(reading, 'withdrawnOn') ?? null
  const label = known ? `${known.number} · ${displayName(known.lastName, known.firstName)}` : number
  if (on === null) notes.problems.set(reading.has('withdrawnOn') ? 'withdrawnOn' : 'state', 'required')
  else if (on > context.today) notes.problems.set('withdrawnOn', 'futureDate')
  else if (known?.sentOn && on < known.sentOn) notes.problems.set('withdrawnOn', 'impossibleDay')
  if (on === null || problemsOf(reading, notes).length > 0) return refusedRow(record, label, notes)
  const by = textValue(reading, 'withdrawnBy') === 'person' ? 'person' : 'officer'
  const told = lastOn !== null && lastOn >= on
  const moves = known !== null && !told && canMove(known.state, 'withdrawn', by)
  if (known === null) notes.flags.set('number', 'nothingToWithdraw')
  else if (!told && !moves && known.state !== 'withdrawn') notes.flags.set('state', 'decidedHere')
  const byName = textValue(reading, 'senderName') ?? context.space.settings.partnerName ?? ''
  const left = notes.flags.size > 0 || record.decision === 'ignore' || record.strategy === 'skip'
  const before = new Map(known && moves && !left ? [['state', known.state as string]] : [])
  return {
    line: record.line,
    effect: left ? 'skip' : moves ? 'update' : 'unchanged',
    label,
    recordId: known?.id ?? null,
    cells: cellsOf(reading, notes, before, namesOf(known)),
    problems: [],
    // its number says which one it is: there is nothing to compare, nor another to create
    duplicate: known && duplicateOf({ id: known.id, line: null, label, level: 'same', reasons: ['sameNumber'] }),
    values: known && ({ withdrawal: { referralId: known.id, withdrawal: { on, by, byName } } } satisfies object),
    keys: number === '' ? [] : [`number:${number}`],
  }
}

/** Who it is, from what is known here: the file gives a number. */
function namesOf(known: KnownReferral | null): ReadonlyMap<string, string> {
  return new Map(known ? [['lastName', known.lastName] as const, ['firstName', known.firstName] as const] : [])
}

export async function applyWithdrawal(tx: WriteContext, { referralId, withdrawal }: WithdrawalPlan): Promise<Applied> {
  const did = (await withdrawFromPartner(tx, referralId, withdrawal)) ? 'updated' : 'unchanged'
  return { recordId: referralId, did }
}
