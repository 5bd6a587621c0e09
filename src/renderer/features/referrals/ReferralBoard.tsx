import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../shared/features/lists'
import type { ReferralRow } from '../../../shared/features/referrals'
import { addDays } from '../../../shared/rules/days'
import { displayName } from '../../../shared/rules/fold'
import type { ReferralState } from '../../../shared/rules/referral-transitions'
import type { SpaceKind } from '../../../shared/rules/values'
import { type OutputOf, ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { Board } from '../../ui/Board'
import type { BoardColumn } from '../../ui/board/moves'
import { ErrorState } from '../../ui/ErrorState'
import { showToast } from '../../ui/toasts'
import { type ColumnId, type DrawerStep, boardColumns, decidedStates, stepOf, targetsIn } from './board-columns'
import { useMovedMeanwhile } from './moved-meanwhile'
import { ReferralCard } from './ReferralCard'
import { today } from '../../today'
import { useTold } from '../../told'

const shown = 50 // cards read for each column
const recentDays = 30 // of decisions that stay on the board

interface ReferralBoardProps {
  readonly kind: SpaceKind
  readonly filter: Filter
  readonly opened: string | null
  readonly onOpen: (id: string, step: DrawerStep) => void
  /** The cards in the order they stand, for the drawer's arrows. */
  readonly onOrder: (ids: readonly string[]) => void
  readonly onShowAll: (states: readonly ReferralState[]) => void
}

export type Levels = OutputOf<'settings.get'>['serviceLevels']

/** The referrals under way, a column for each step; a card only goes where the rules let it. */
export function ReferralBoard(props: ReferralBoardProps) {
  const { kind, filter, opened, onOpen, onShowAll } = props
  const { t } = useTranslation()
  const words = useErrorWords()
  const label = useChoiceLabel()
  const told = useTold()
  const moved = useMovedMeanwhile()
  const board = useQuery('referrals.board', { filter, limit: shown }, { keepPrevious: true })
  const decided = useQuery('referrals.list', decidedRequest(filter), { keepPrevious: true })
  const levels = useQuery('settings.get', {}).data?.serviceLevels
  const hints = useHints(levels)
  const columns = useMemo(
    () =>
      boardColumns[kind].map((column): BoardColumn<ReferralRow> => {
        const parts = (board.data ?? []).filter(({ state }) => column.states.includes(state))
        const isDecided = column.id === 'decided'
        const rows = isDecided ? (decided.data?.rows ?? []) : parts.flatMap((part) => part.rows)
        const total = isDecided ? (decided.data?.total ?? 0) : parts.reduce((sum, part) => sum + part.total, 0)
        return {
          id: column.id,
          title: t(`referrals.columns.${column.id}`),
          hint: hints[column.id],
          cards: rows,
          count: total,
        }
      }),
    [kind, board.data, decided.data, hints, t],
  )

  if (board.error && !board.data) {
    return (
      <ErrorState title={t('referrals.boardFailed')} body={words(board.error)} onRetry={() => void board.refetch()} />
    )
  }
  if (!board.data || !decided.data) return <WaitingBoard columns={columns} />

  const definitionOf = (id: string) => boardColumns[kind].find((column) => column.id === id)
  const targetOf = (row: ReferralRow, id: string): ReferralState | null => {
    const column = definitionOf(id)
    return column ? (targetsIn(column, row)[0] ?? null) : null
  }

  async function move(row: ReferralRow, columnId: string): Promise<boolean> {
    const to = targetOf(row, columnId)
    if (to === null) return false
    const step = stepOf(row, to)
    if (step !== null) {
      onOpen(row.id, step)
      return false
    }
    try {
      const answer = await ask('referrals.move', { id: row.id, version: row.version, to, on: today() })
      const [conflict] = answer.outcome === 'conflict' ? answer.conflicts : []
      if (conflict) {
        showToast({ tone: 'warn', text: moved(conflict) })
        onOpen(row.id, null)
        return false
      }
      told.done(t('referrals.movedTo', { name: nameOf(row), state: label('referralState', to) }))
      return true
    } catch (problem) {
      told.failed(problem)
      return false
    }
  }

  return (
    <Board<ReferralRow>
      label={t('referrals.board')}
      columns={columns}
      cardLabel={nameOf}
      renderCard={(row) => <ReferralCard row={row} kind={kind} />}
      canMove={(row, columnId) => targetOf(row, columnId) !== null}
      onMove={move}
      onOpen={(row) => {
        props.onOrder(columns.flatMap(({ cards }) => cards.map(({ id }) => id)))
        onOpen(row.id, null)
      }}
      opened={opened}
      renderMore={({ id, cards, count }) =>
        (count ?? 0) > cards.length ? (
          <button type="button" className="text-link" onClick={() => onShowAll(definitionOf(id)?.states ?? [])}>
            {t('referrals.seeAll', { count: count ?? 0 })}
          </button>
        ) : null
      }
    />
  )
}

function nameOf(row: ReferralRow): string {
  return displayName(row.lastName, row.firstName)
}

function decidedRequest(filter: Filter) {
  const recent = { field: 'stateSince', operator: 'after' as const, value: addDays(today(), -recentDays - 1) }
  const state = { field: 'state', operator: 'isAnyOf' as const, value: [...decidedStates] }
  return {
    filter: { ...filter, conditions: [...filter.conditions, state, recent] },
    sort: [{ field: 'stateSince', direction: 'desc' as const }],
    offset: 0,
    limit: shown,
  }
}

/** The rule of each column, from the service levels of this space. */
function useHints(levels: Levels | undefined): Readonly<Record<ColumnId, string>> {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      draft: t('referrals.hints.draft'),
      sent: levels ? t('referrals.hints.sent', { days: levels.acknowledgeWorkingDays }) : '',
      received: levels ? t('referrals.hints.received', { days: levels.contactDays }) : '',
      contacting: levels
        ? t('referrals.hints.contacting', { attempts: levels.contactAttempts, days: levels.contactDays })
        : '',
      taken: levels ? t('referrals.hints.received', { days: levels.contactDays }) : '',
      met: levels ? t('referrals.hints.met', { days: levels.decisionDays }) : '',
      waitlisted: levels ? t('referrals.hints.waitlisted', { days: levels.waitlistReviewDays }) : '',
      decided: t('referrals.hints.decided', { days: recentDays }),
    }),
    [t, levels],
  )
}

/** Cards drawn empty, while the first answer comes. */
function WaitingBoard({ columns }: { columns: readonly BoardColumn<ReferralRow>[] }) {
  return (
    <div className="board" aria-hidden="true">
      {columns.map((column) => (
        <section className="board-column" key={column.id}>
          <header className="board-head">
            <h2>{column.title}</h2>
          </header>
          {[0, 1, 2].map((place) => (
            <div className="referral-waiting" key={place} />
          ))}
        </section>
      ))}
    </div>
  )
}
