import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReferralRow } from '../../../shared/features/referrals'
import { displayName } from '../../../shared/rules/fold'
import { ask, onChange } from '../../api'
import { useFormat } from '../../i18n/format'
import { Grid } from '../../ui/Grid'
import type { GridColumn } from '../../ui/grid/columns'
import type { Counts } from '../../ui/grid/props'
import { countSelected, everythingSelected, noSelection } from '../../ui/grid/selection'
import type { ListState } from '../../ui/list-state'
import { SelectionBar } from '../../ui/SelectionBar'

interface ReferralGridProps {
  readonly list: ListState
  readonly columns: readonly GridColumn<ReferralRow>[]
  readonly total: number
  readonly onOpen: (row: ReferralRow) => void
  readonly onLoaded: (counts: Counts) => void
  readonly onExport?: (() => void) | undefined
  readonly empty: ReactNode
}

/** The referrals as a list: one line each. */
export function ReferralGrid({ list, columns, total, onOpen, onLoaded, onExport, empty }: ReferralGridProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const written = useSyncExternalStore(onChange, writes)
  const selected = countSelected(list.selection, total)
  return (
    <div className="referral-grid">
      <Grid<ReferralRow>
        label={t('referrals.title')}
        columns={columns}
        load={({ offset, limit, sort }) => ask('referrals.list', { filter: list.filter, sort, offset, limit })}
        loadKey={list.loadKey}
        refreshKey={written}
        sort={list.sort}
        onSortChange={list.setSort}
        columnStates={list.columnStates}
        onColumnStatesChange={list.setColumnStates}
        selection={list.selection}
        onSelectionChange={list.setSelection}
        onOpen={onOpen}
        rowLabel={(row) => displayName(row.lastName, row.firstName)}
        filteredFields={list.filter.conditions.map(({ field }) => field)}
        onLoaded={onLoaded}
        summary={(counts) =>
          counts.total === counts.unfiltered
            ? t('referrals.countAll', { count: counts.total })
            : t('referrals.countOf', { count: counts.total, whole: format.number(counts.unfiltered) })
        }
        rowMeaning={t('referrals.rowMeaning')}
        empty={empty}
      />
      {onExport ? (
        <SelectionBar
          count={selected}
          summary={t('referrals.selected', { count: selected })}
          takeAll={selected < total ? t('referrals.takeAll', { count: total }) : null}
          onTakeAll={() => list.setSelection(everythingSelected)}
          onClear={() => list.setSelection(noSelection)}
        >
          <Button size="xs" variant="transparent" leftSection={<IconDownload size={15} />} onClick={onExport}>
            {t('grid.export')}
          </Button>
        </SelectionBar>
      ) : null}
    </div>
  )
}

let count = 0
onChange(() => (count += 1))

/** How many changes were announced: when it grows, what is on screen is read again. */
function writes(): number {
  return count
}
