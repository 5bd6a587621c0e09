import type { IDatasource } from 'ag-grid-community'
import { useContext, useEffect, useMemo, useRef } from 'react'
import { afterFirstRows, drawTheRest } from '../../first-rows'
import { RowsContext } from './rows-state'
import type { GridRow } from './columns'
import type { HeadStart } from './head-start'
import type { GridProps } from './props'

/** Feeds the grid page by page, and tells the frame around it what came. */
export function useDatasource<Row extends GridRow>(props: GridProps<Row> & { readonly headStart: HeadStart<Row> }) {
  const rows = useContext(RowsContext)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const { loadKey } = props
  const { attempt, report } = rows
  const datasource = useMemo<IDatasource>(() => {
    return {
      async getRows(request) {
        const sort = request.sortModel.map(({ colId, sort: direction }) => ({ field: colId, direction }))
        const limit = request.endRow - request.startRow
        try {
          const asked = { offset: request.startRow, limit, sort }
          const list = latest.current
          const page = await (list.headStart.take(asked, list) ?? list.load(asked))
          if (latest.current.loadKey !== loadKey) return
          request.successCallback([...page.rows], page.total)
          const counts = { total: page.total, unfiltered: page.unfiltered }
          afterFirstRows(() => {
            report({ kind: 'loaded', counts })
            latest.current.onLoaded?.(counts)
          })
          if (page.rows.length === 0) drawTheRest()
        } catch (error) {
          if (latest.current.loadKey !== loadKey) return
          request.failCallback()
          drawTheRest()
          report({ kind: 'failed', error })
        }
      },
    }
    // oxlint-disable-next-line react/exhaustive-deps -- another list, or another attempt, is another source
  }, [loadKey, attempt, report])
  return { datasource, rows }
}
