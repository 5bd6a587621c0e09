import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format'
import { ErrorState } from './ErrorState'
import type { GridRow } from './grid/columns'
import { GridBody } from './grid/GridBody'
import { startAhead } from './grid/head-start'
import type { GridProps } from './grid/props'
import { RowsContext, type RowsState, useRowsState } from './grid/rows-state'
import { KeepSeenLines, useSeenLines } from './grid/seen-lines'
import './grid/frame.css'

/** A working list: rows fetched by page, and what is needed around them. */
export function Grid<Row extends GridRow>(props: GridProps<Row>) {
  const { t } = useTranslation()
  const rows = useRowsState()
  const footId = useId()
  const [headStart] = useState(() => startAhead(props))
  const isEmpty = rows.counts?.total === 0 && !rows.failure
  return (
    <RowsContext value={rows}>
      <KeepSeenLines>
        <section className="grid-frame" aria-label={props.label} aria-describedby={footId}>
          <GridBody {...props} headStart={headStart} />
          {rows.counts || rows.failure ? null : <WaitingRows />}
          {isEmpty ? <div className="grid-over">{props.empty}</div> : null}
          {rows.failure ? (
            <div className="grid-over">
              <ErrorState title={t('grid.failed')} body={t('grid.failedBody')} onRetry={rows.retry} />
            </div>
          ) : null}
        </section>
        <GridFoot {...props} rows={rows} id={footId} />
      </KeepSeenLines>
    </RowsContext>
  )
}

function GridFoot<Row extends GridRow>({
  summary,
  rowMeaning,
  columns,
  sort,
  rows,
  id,
}: GridProps<Row> & { rows: RowsState; id: string }) {
  const { t } = useTranslation()
  const sorted = columns.find(({ field }) => field === sort[0]?.field)
  const { counts } = rows
  return (
    <footer className="grid-foot" id={id}>
      <span aria-live="polite">{counts ? summary(counts) : t('common.loading')}</span>
      <span>{rowMeaning}</span>
      <span className="grid-foot-end">
        {sorted ? <span>{t('grid.sortedBy', { column: sorted.header })}</span> : null}
        {counts && counts.total > 0 ? <LinesSeen total={counts.total} /> : null}
      </span>
    </footer>
  )
}

function LinesSeen({ total }: { readonly total: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const lines = useSeenLines()
  if (!lines) return null
  return (
    <span>
      {t('grid.lines', { first: format.number(lines.first), last: format.number(Math.min(lines.last, total)) })}
    </span>
  )
}

/** Rows drawn empty below the grid's header, while the first page comes. */
function WaitingRows() {
  return (
    <div className="grid-waiting" aria-hidden="true">
      {Array.from({ length: 24 }, (_, index) => (
        <div className="grid-waiting-row" key={index}>
          <i />
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  )
}
