import type { Page } from '../../../shared/features/lists'
import type { GridRow } from './columns'
import type { GridProps, RowsRequest } from './props'

/** Rows that the grid asks for at a time. */
export const pageOfRows = 50

/** The first page, asked while the grid is built. */
export interface HeadStart<Row> {
  /** That page, once, if it is what is asked now; else null, and the grid asks for itself. */
  readonly take: (
    asked: RowsRequest,
    now: Pick<GridProps<GridRow>, 'loadKey' | 'refreshKey'>,
  ) => Promise<Page<Row>> | null
}

export function startAhead<Row extends GridRow>(list: GridProps<Row>): HeadStart<Row> {
  const { sort, loadKey, refreshKey } = list
  const request = { offset: 0, limit: pageOfRows, sort: [...sort] }
  let page: Promise<Page<Row>> | null = list.load(request)
  page.catch(() => undefined) // told by the grid, if it takes it
  return {
    take(asked, now) {
      const same = JSON.stringify(asked) === JSON.stringify(request)
      const taken = same && now.loadKey === loadKey && now.refreshKey === refreshKey ? page : null
      page = null
      return taken
    },
  }
}
