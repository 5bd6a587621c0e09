import type { ReferralRow } from '../../../shared/features/referrals'
import type { ReferralState } from '../../../shared/rules/referral-transitions'
import type { SpaceKind } from '../../../shared/rules/values'

export type ColumnId = 'draft' | 'sent' | 'received' | 'contacting' | 'taken' | 'met' | 'waitlisted' | 'decided'

interface ColumnStates {
  readonly id: ColumnId
  readonly states: readonly ReferralState[]
}

export const decidedStates = [
  'accepted',
  'refused',
  'redirected',
  'withdrawn',
  'expired',
] as const satisfies readonly ReferralState[]

const decided: ColumnStates = { id: 'decided', states: decidedStates }

/** The columns of the board: what an association works on; what a landlord waits for. */
export const boardColumns: Readonly<Record<SpaceKind, readonly ColumnStates[]>> = {
  association: [
    { id: 'received', states: ['received'] },
    { id: 'contacting', states: ['contacting'] },
    { id: 'met', states: ['met'] },
    { id: 'waitlisted', states: ['waitlisted'] },
    decided,
  ],
  landlord: [
    { id: 'draft', states: ['draft'] },
    { id: 'sent', states: ['sent'] },
    { id: 'taken', states: ['received', 'contacting'] },
    { id: 'met', states: ['met', 'waitlisted'] },
    decided,
  ],
}

/** The states of a column that a referral may move to from where it is. */
export function targetsIn(column: ColumnStates, row: Pick<ReferralRow, 'state' | 'nextStates'>): ReferralState[] {
  if (column.states.includes(row.state)) return []
  return row.nextStates.filter((state) => column.states.includes(state))
}

/** Where the drawer opens: what a move still needs, or a decision to prepare. */
export type DrawerStep = ReferralState | 'attempt' | 'agreement' | null

/** What dropping a card on a state asks: nothing more, or a step to fill in first. */
export function stepOf(row: Pick<ReferralRow, 'state' | 'agreementOn'>, to: ReferralState): DrawerStep {
  switch (to) {
    case 'contacting':
      return 'attempt'
    case 'sent':
      return row.agreementOn === null ? 'agreement' : null
    case 'met':
    case 'waitlisted':
      return null
    case 'draft':
    case 'received':
    case 'accepted':
    case 'refused':
    case 'redirected':
    case 'withdrawn':
    case 'expired':
    case 'closed':
      return to
  }
}
