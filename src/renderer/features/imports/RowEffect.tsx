import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PreviewRow } from '../../../shared/features/imports'
import { StateDot } from '../../ui/StateDot'
import { effectTones } from './EffectTabs'

/** What one row is told to do, whatever the others do. */
export type RowChoice = Pick<PreviewRow, 'decision' | 'strategy'>

interface RowEffectProps {
  readonly row: PreviewRow
  readonly selected: boolean
  /** Shows the row beside the record it may be the same as. */
  readonly onSelect: () => void
  readonly onChoose: (choice: RowChoice) => void
}

/** What becomes of a row, and the other things that could. A duplicate is settled beside the record it looks like. */
export function RowEffect({ row, selected, onSelect, onChoose }: RowEffectProps) {
  const { t } = useTranslation()
  const dot = <StateDot tone={effectTones[row.effect]}>{t(`imports.effect.${row.effect}`)}</StateDot>
  const ofRow = row.problems.filter((problem) => row.cells.every((cell) => cell.problem !== problem))
  return (
    <span className="row">
      {row.duplicate && row.effect === 'duplicate' ? (
        <button
          type="button"
          className="import-duplicate"
          aria-pressed={selected}
          onClick={(event) => {
            event.stopPropagation()
            onSelect()
          }}
        >
          {dot}
        </button>
      ) : row.effect === 'error' || row.cells.some(({ repaired }) => isLeftAnyway(repaired)) ? (
        dot
      ) : (
        <Choices row={row} onSelect={onSelect} onChoose={onChoose}>
          {dot}
        </Choices>
      )}
      {row.decision && row.duplicate ? <small className="t3">{t(`imports.decided.${row.decision}`)}</small> : null}
      {ofRow.map((problem) => (
        <span key={problem} className="import-flag tone-danger">
          {t(`imports.problem.${problem}`)}
        </span>
      ))}
    </span>
  )
}

/** A withdrawal that there is nothing to do with: no choice changes that. */
function isLeftAnyway(flag: PreviewRow['cells'][number]['repaired']): boolean {
  return flag === 'nothingToWithdraw' || flag === 'decidedHere'
}

const offers = {
  create: { decision: 'different', strategy: null },
  update: { decision: 'same', strategy: 'update' },
  fillBlanks: { decision: 'same', strategy: 'fillBlanks' },
  skip: { decision: 'ignore', strategy: null },
} as const satisfies Readonly<Record<string, RowChoice>>

function Choices({
  row,
  onSelect,
  onChoose,
  children,
}: Pick<RowEffectProps, 'row' | 'onSelect' | 'onChoose'> & { readonly children: React.ReactNode }) {
  const { t } = useTranslation()
  const known = row.recordId !== null || (row.duplicate !== null && row.duplicate.id !== null)
  const numbered = row.duplicate?.reasons.includes('sameNumber') === true // a number is that of one referral alone
  const offered = known
    ? ([...(['update', 'fillBlanks'] as const), ...(numbered ? [] : (['create'] as const)), 'skip'] as const)
    : row.effect === 'skip'
      ? (['create'] as const)
      : (['skip'] as const)
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton
          className="import-duplicate import-choice"
          aria-label={t('imports.chooseEffect', { line: row.line, effect: t(`imports.effect.${row.effect}`) })}
        >
          {children}
          <IconChevronDown size={13} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {row.duplicate ? <Menu.Item onClick={onSelect}>{t('imports.compare')}</Menu.Item> : null}
        {offered.map((offer) => (
          <Menu.Item key={offer} onClick={() => onChoose(offers[offer])}>
            {t(`imports.offer.${offer}`, { name: row.duplicate?.label ?? row.label })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
