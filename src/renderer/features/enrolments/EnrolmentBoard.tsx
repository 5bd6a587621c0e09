import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import type { EnrolmentStage } from '../../../shared/rules/enrolment-stages'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { today } from '../../today'
import { useTold } from '../../told'
import { Board } from '../../ui/Board'
import type { BoardColumn } from '../../ui/board/moves'
import { showToast } from '../../ui/toasts'
import { type Phase, boardColumns, movesAtOnce, targetIn } from './board-columns'
import { EnrolmentCard } from './EnrolmentCard'
import { useMovedMeanwhile } from './moved-meanwhile'
import { listedName, spokenName } from './names'

const shown = 60 // cards drawn in each column; the list has them all

interface EnrolmentBoardProps {
  readonly rows: readonly EnrolmentRow[]
  readonly phase: Phase
  readonly opened: string | null
  /** Opens a person, on a decision to prepare when the move needs one. */
  readonly onOpen: (id: string, step: EnrolmentStage | null) => void
  readonly onShowAll: (stages: readonly EnrolmentStage[]) => void
}

/** A cohort stage by stage: a card goes only where the rules let it, by drag, by menu or by keyboard. */
export function EnrolmentBoard({ rows, phase, opened, onOpen, onShowAll }: EnrolmentBoardProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const moved = useMovedMeanwhile()
  const definitions = boardColumns[phase]
  const columns = useMemo(
    () =>
      definitions.map((column): BoardColumn<EnrolmentRow> => {
        const cards = rows.filter(({ stage }) => column.stages.includes(stage))
        return {
          id: column.id,
          title: t(`enrolments.columns.${column.id}`),
          cards: cards.slice(0, shown),
          count: cards.length,
        }
      }),
    [definitions, rows, t],
  )

  async function move(row: EnrolmentRow, columnId: string): Promise<boolean> {
    const to = targetIn(definitions, columnId, row)
    if (to === null) return false
    if (!movesAtOnce(row.stage, to)) {
      onOpen(row.id, to)
      return false
    }
    try {
      const answer = await ask('enrolments.move', { id: row.id, version: row.version, to, on: today() })
      const [conflict] = answer.outcome === 'conflict' ? answer.conflicts : []
      if (conflict) {
        showToast({ tone: 'warn', text: moved(conflict) })
        onOpen(row.id, null)
        return false
      }
      told.done(t('enrolments.movedTo', { name: spokenName(row), stage: label('enrolmentStage', to) }))
      return true
    } catch (problem) {
      told.failed(problem)
      return false
    }
  }

  return (
    <Board<EnrolmentRow>
      label={t('enrolments.board')}
      columns={columns}
      cardLabel={listedName}
      renderCard={(row) => <EnrolmentCard row={row} />}
      canMove={(row, columnId) => targetIn(definitions, columnId, row) !== null}
      onMove={move}
      onOpen={(row) => onOpen(row.id, null)}
      opened={opened}
      renderMore={({ id, cards, count = 0 }) =>
        count > cards.length ? (
          <button
            type="button"
            className="text-link"
            onClick={() => onShowAll(definitions.find((column) => column.id === id)?.stages ?? [])}
          >
            {t('enrolments.seeAll', { count })}
          </button>
        ) : null
      }
    />
  )
}
