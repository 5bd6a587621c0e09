import { createGrid } from 'ag-grid-community'
import { styleNonce } from '../../theme/ThemeProvider'
import { modules, rowSelection } from './modules'
import { gridTheme } from './theme'

/**
 * A grid that nobody sees, made while the window waits for its data. The first grid of a page costs twice what the next
 * ones do: its code is compiled, and its style sheets are put in, for which the whole page is styled anew. This one
 * stays, for the sheets would go with the last grid.
 */
export function rehearseGrid(): void {
  const hidden = document.createElement('div')
  hidden.hidden = true
  document.body.append(hidden)
  createGrid(
    hidden,
    {
      theme: gridTheme,
      styleNonce,
      rowModelType: 'infinite',
      datasource: { getRows: (request) => request.successCallback([], 0) },
      columnDefs: [{ field: 'id' }],
      rowSelection,
      suppressNoRowsOverlay: true,
    },
    { modules },
  )
}
