import { useLocation, useRouter } from '@tanstack/react-router'
import type { ListToExport } from '../features/exports/ExportDialog'
import { ReferralList, type ReferralsOnScreen } from '../features/referrals/ReferralList'
import { completeColumnStates, type GridColumn, type GridRow } from '../ui/grid/columns'
import { countSelected, toCommandSelection } from '../ui/grid/selection'
import { useGate } from './gate'
import { PartnerFile } from './PartnerFile'
import { useListExport } from './use-list-export'

export function ReferralsPage() {
  const { space } = useGate()
  const { history } = useRouter()
  const { state } = useLocation()
  const { toExport, dialog } = useListExport()
  return (
    <>
      <ReferralList
        kind={space.kind}
        onCreate={() => history.push('/referrals/new')}
        onImport={() => history.push('/import?kind=referrals')}
        onExport={(shown) => toExport(listOf(shown))}
        acts={<PartnerFile />}
        arrival={state.__TSR_key ?? ''}
      />
      {dialog}
    </>
  )
}

/** The selected rows, or all of them when none is. */
function listOf({ filter, sort, selection, columns, columnStates, total }: ReferralsOnScreen): ListToExport {
  const chosen = countSelected(selection, total)
  const shown = completeColumnStates(columnStates, columns as readonly GridColumn<GridRow>[])
    .filter(({ hidden }) => !hidden)
    .map(({ field }) => ({ field, header: columns.find((column) => column.field === field)?.header ?? field }))
  return {
    list: 'referrals',
    filter,
    sort,
    columns: shown,
    headers: Object.fromEntries(columns.map(({ field, header }) => [field, header])),
    selection: chosen > 0 ? toCommandSelection(selection, filter, total) : null,
    count: chosen > 0 ? chosen : total,
  }
}
