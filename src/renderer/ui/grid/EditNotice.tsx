import { Button } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import type { CellEditRequestEvent, GridApi, IRowNode } from 'ag-grid-community'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format'
import type { EditOutcome, GridColumn, GridRow } from './columns'

/** An edit that could not be saved as it was, and waits for a decision beside its cell. */
export interface PendingEdit<Row extends GridRow> {
  readonly column: GridColumn<Row>
  readonly node: IRowNode<Row>
  readonly typed: string
  readonly outcome: Exclude<EditOutcome<Row>, { outcome: 'saved' }>
  readonly place: { readonly left: number; readonly top: number }
}

/** Saves what was typed; what cannot be saved is shown, never dropped. */
export async function saveEdit<Row extends GridRow>(
  event: CellEditRequestEvent<Row>,
  columns: readonly GridColumn<Row>[],
  show: (pending: PendingEdit<Row> | null) => void,
): Promise<void> {
  const column = columns.find(({ field }) => field === event.column.getColId())
  const edit = column?.edit
  if (!column || !edit) return
  const value: unknown = event.newValue
  const typed = typeof value === 'string' ? value : null
  if ((typed ?? '') === (edit.valueOf(event.data) ?? '')) return
  const outcome = await (edit.kind === 'text' ? edit.save(event.data, typed ?? '') : edit.save(event.data, typed))
  settle({ column, node: event.node, typed: typed ?? '' }, outcome, show)
}

function settle<Row extends GridRow>(
  edit: Pick<PendingEdit<Row>, 'column' | 'node' | 'typed'>,
  outcome: EditOutcome<Row>,
  show: (pending: PendingEdit<Row> | null) => void,
): void {
  if (outcome.outcome === 'saved') {
    edit.node.setData(outcome.row)
    return show(null)
  }
  show({ ...edit, outcome, place: placeOf(edit.node.id, edit.column.field) })
}

interface EditNoticeProps<Row extends GridRow> {
  readonly pending: PendingEdit<Row>
  readonly api: GridApi<Row>
  readonly onClose: (next: PendingEdit<Row> | null) => void
}

export function EditNotice<Row extends GridRow>({ pending, api, onClose }: EditNoticeProps<Row>) {
  const { t } = useTranslation()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [pending])
  const { outcome } = pending

  function editAgain(): void {
    const rowIndex = pending.node.rowIndex
    onClose(null)
    if (rowIndex !== null) api.startEditingCell({ rowIndex, colKey: pending.column.field, key: 'F2' })
  }

  async function overwrite(): Promise<void> {
    if (outcome.outcome === 'conflict') settle(pending, await outcome.overwrite(), onClose)
  }

  function keepTheirs(): void {
    if (outcome.outcome === 'conflict') pending.node.setData(outcome.row)
    onClose(null)
  }

  useWindowEvent('keydown', (event) => {
    if (event.key === 'Escape') keepTheirs()
  })

  return (
    <div className="edit-notice" role="alertdialog" aria-label={pending.column.header} style={pending.place}>
      {outcome.outcome === 'refused' ? (
        <>
          <p>{outcome.message}</p>
          <div className="edit-notice-acts">
            <Button size="xs" variant="subtle" onClick={() => onClose(null)}>
              {t('grid.leaveAsItWas')}
            </Button>
            <Button size="xs" ref={first} onClick={editAgain}>
              {t('grid.editAgain')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <ConflictWords pending={pending} outcome={outcome} />
          <div className="edit-notice-acts">
            <Button size="xs" variant="subtle" onClick={() => void overwrite()}>
              {t('grid.writeMine')}
            </Button>
            <Button size="xs" ref={first} onClick={keepTheirs}>
              {t('grid.keepTheirs')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function ConflictWords<Row extends GridRow>({
  pending,
  outcome,
}: {
  pending: PendingEdit<Row>
  outcome: Extract<EditOutcome<Row>, { outcome: 'conflict' }>
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = format.instant(outcome.conflict.at)
  return (
    <>
      <p className="semi">
        {outcome.conflict.by
          ? t('grid.changedBy', { name: outcome.conflict.by, at })
          : t('grid.changedMeanwhile', { at })}
      </p>
      <dl className="kv">
        <dt>{t('grid.theirs')}</dt>
        <dd>{outcome.theirs || t('common.none')}</dd>
        <dt>{t('grid.mine')}</dt>
        <dd>{pending.typed || t('common.none')}</dd>
      </dl>
    </>
  )
}

/** Under the cell, inside the grid. */
function placeOf(rowId: string | undefined, field: string): { left: number; top: number } {
  const grid = document.querySelector('.grid-body')
  const cell = grid?.querySelector(`[row-id="${CSS.escape(rowId ?? '')}"] [col-id="${CSS.escape(field)}"]`)
  if (!grid || !cell) return { left: 60, top: 60 }
  const around = grid.getBoundingClientRect()
  const here = cell.getBoundingClientRect()
  return {
    left: Math.max(8, Math.min(here.left - around.left, around.width - 336)),
    top: Math.max(8, Math.min(here.bottom - around.top + 4, around.height - 140)),
  }
}
