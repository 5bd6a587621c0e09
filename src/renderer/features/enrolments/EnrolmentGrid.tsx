import { Button } from '@mantine/core'
import { IconGavel, IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import { useFormat } from '../../i18n/format'
import { NothingFound } from '../../ui/EmptyState'
import { Grid } from '../../ui/Grid'
import type { GridColumn } from '../../ui/grid/columns'
import { everythingSelected, noSelection } from '../../ui/grid/selection'
import type { ListState } from '../../ui/list-state'
import { SelectionBar } from '../../ui/SelectionBar'
import { messageStageOf } from './decision-message'
import { selectedRows, sortedRows } from './enrolment-list'
import { listedName } from './names'

interface EnrolmentGridProps {
  readonly list: ListState
  readonly columns: readonly GridColumn<EnrolmentRow>[]
  /** Those of the filter, and how many the cohort holds in all. */
  readonly rows: readonly EnrolmentRow[]
  readonly unfiltered: number
  readonly onOpen: (id: string) => void
  readonly onDecide: (rows: readonly EnrolmentRow[]) => void
  readonly onWrite: (rows: readonly EnrolmentRow[]) => void
}

/** A cohort as a list, and what is decided for those selected. */
export function EnrolmentGrid(props: EnrolmentGridProps) {
  const { list, columns, rows, unfiltered, onOpen, onDecide, onWrite } = props
  const { t } = useTranslation()
  const format = useFormat()
  const selected = selectedRows(sortedRows(rows, list.sort), list.selection)
  const toWrite = selected.filter(
    ({ stage, messageSentOn }) => messageSentOn === null && messageStageOf(stage) !== null,
  )
  return (
    <div className="enrolment-grid">
      <Grid<EnrolmentRow>
        label={t('enrolments.title')}
        columns={columns}
        load={({ offset, limit, sort }) =>
          Promise.resolve({
            rows: sortedRows(rows, sort).slice(offset, offset + limit),
            total: rows.length,
            unfiltered,
          })
        }
        loadKey={list.loadKey}
        refreshKey={rows}
        sort={list.sort}
        onSortChange={list.setSort}
        columnStates={list.columnStates}
        onColumnStatesChange={list.setColumnStates}
        selection={list.selection}
        onSelectionChange={list.setSelection}
        onOpen={({ id }) => onOpen(id)}
        rowLabel={listedName}
        filteredFields={list.filter.conditions.map(({ field }) => field)}
        summary={({ total }) =>
          total === unfiltered
            ? t('enrolments.count', { count: total })
            : t('enrolments.countOf', { count: total, whole: format.number(unfiltered) })
        }
        rowMeaning={t('enrolments.rowMeaning')}
        empty={
          <NothingFound
            title={t('lists.nothing')}
            body={t('lists.nothingBody')}
            acts={list.filtered ? <Button onClick={list.clearFilter}>{t('lists.clearFilter')}</Button> : null}
          />
        }
      />
      <SelectionBar
        count={selected.length}
        summary={t('enrolments.selected', { count: selected.length })}
        takeAll={selected.length < rows.length ? t('lists.takeAll', { total: format.number(rows.length) }) : null}
        onTakeAll={() => list.setSelection(everythingSelected)}
        onClear={() => list.setSelection(noSelection)}
      >
        <Button
          size="xs"
          variant="transparent"
          leftSection={<IconGavel size={15} />}
          onClick={() => onDecide(selected)}
        >
          {t('enrolments.decide')}
        </Button>
        {toWrite.length > 0 ? (
          <Button size="xs" variant="transparent" leftSection={<IconMail size={15} />} onClick={() => onWrite(toWrite)}>
            {t('enrolments.write', { count: toWrite.length })}
          </Button>
        ) : null}
      </SelectionBar>
    </div>
  )
}
