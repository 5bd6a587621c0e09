import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping, ImportDraft, PreviewRow } from '../../../shared/features/imports'
import { useCellWords, useFieldWord } from './import-words'
import { PreviewCellView } from './PreviewCellView'
import { type RowChoice, RowEffect } from './RowEffect'

interface PreviewTableProps {
  readonly draft: ImportDraft
  readonly mapping: readonly ColumnMapping[]
  /** Null while they are read: rows are drawn empty. */
  readonly rows: readonly PreviewRow[] | null
  readonly selected: number | null
  readonly onSelect: (line: number) => void
  readonly onChoose: (line: number, choice: RowChoice) => void
  readonly onEdit: (line: number, field: string, text: string) => Promise<void>
}

/** The rows of the file as they will be written, each value that changes beside the one it replaces. */
export function PreviewTable({ draft, mapping, rows, selected, onSelect, onChoose, onEdit }: PreviewTableProps) {
  const { t } = useTranslation()
  const fieldWord = useFieldWord()
  const cellWords = useCellWords(draft.fields)
  const chosen = useRef<HTMLTableRowElement>(null)
  const fields = [
    ...new Set(mapping.flatMap(({ field, column }) => (field && !isRefused(draft, column) ? [field] : []))),
  ]
  useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest' }), [selected])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the arrow keys, which needs the focus
    <div className="import-table" role="region" aria-label={t('imports.previewLabel')} tabIndex={0}>
      <table aria-busy={rows === null}>
        <thead>
          <tr>
            <th scope="col">{t('imports.line')}</th>
            <th scope="col">{t('imports.effectColumn')}</th>
            {fields.map((field) => (
              <th scope="col" key={field}>
                {fieldWord(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows === null ? <EmptyRows columns={fields.length + 2} /> : null}
          {rows?.length === 0 ? (
            <tr>
              <td colSpan={fields.length + 2} className="t3">
                {t('imports.nothingHere')}
              </td>
            </tr>
          ) : null}
          {rows?.map((row) => (
            <tr
              key={row.line}
              ref={row.line === selected ? chosen : null}
              data-selected={row.line === selected || undefined}
              onClick={row.duplicate ? () => onSelect(row.line) : undefined}
            >
              <td className="tab t3">{row.line}</td>
              <td>
                <RowEffect
                  row={row}
                  selected={row.line === selected}
                  onSelect={() => onSelect(row.line)}
                  onChoose={(choice) => onChoose(row.line, choice)}
                />
              </td>
              {fields.map((field) => (
                <PreviewCellView
                  key={field}
                  line={row.line}
                  field={field}
                  cell={row.cells.find((cell) => cell.field === field) ?? null}
                  words={cellWords}
                  onEdit={(text) => onEdit(row.line, field, text)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function EmptyRows({ columns }: { columns: number }) {
  const { t } = useTranslation()
  return [1, 2, 3, 4, 5, 6, 7, 8].map((row) => (
    <tr key={row}>
      <td colSpan={columns} aria-label={t('common.loading')}>
        <div className="import-waiting" />
      </td>
    </tr>
  ))
}

function isRefused(draft: ImportDraft, column: number): boolean {
  return draft.columns.some(({ index, refused }) => index === column && refused !== null)
}
