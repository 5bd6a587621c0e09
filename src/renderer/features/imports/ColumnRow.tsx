import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping, ImportDraft, SourceColumn } from '../../../shared/features/imports'
import { useFieldWord } from './import-words'

interface ColumnRowProps {
  readonly draft: ImportDraft
  readonly column: SourceColumn
  readonly mapping: ColumnMapping | null
  readonly onField: (field: string | null) => void
  readonly onDateOrder: (order: ColumnMapping['dateOrder']) => void
}

const nowhere = ''
const told = ''

/** One column of the file: its title, what it holds, where it goes. */
export function ColumnRow({ draft, column, mapping, onField, onDateOrder }: ColumnRowProps) {
  const { t } = useTranslation()
  const fieldWord = useFieldWord()
  const header = column.header || t('imports.columnNumber', { number: column.index + 1 })
  const target = draft.fields.find(({ field }) => field === mapping?.field)
  const word = (field: string, required: boolean) =>
    required ? t('imports.needed', { field: fieldWord(field) }) : fieldWord(field)

  return (
    <tr data-muted={mapping?.field === null || undefined}>
      <th scope="row" className="import-column">
        <span className="cut">{header}</span>
        {column.empty > 0 ? <small>{t('imports.empty', { count: column.empty })}</small> : null}
      </th>
      <td className="import-samples cut">{column.refused ? t('imports.nirShort') : column.samples.join(' · ')}</td>
      <td>
        {column.refused ? (
          <span className="t3">{t('imports.notImported')}</span>
        ) : (
          <div className="row">
            <Select
              aria-label={t('imports.target', { header })}
              data={[
                { value: nowhere, label: t('imports.notImported') },
                ...draft.fields.map(({ field, required }) => ({ value: field, label: word(field, required) })),
              ]}
              value={mapping?.field ?? nowhere}
              searchable
              onChange={(field) => onField(field === nowhere ? null : field)}
              className="import-target"
            />
            {target?.kind === 'date' && mapping ? (
              <Select
                aria-label={t('imports.dateOrderOf', { header })}
                data={[
                  { value: told, label: t('imports.dateOrders.told') },
                  { value: 'dmy', label: t('imports.dateOrders.dmy') },
                  { value: 'mdy', label: t('imports.dateOrders.mdy') },
                ]}
                value={mapping.dateOrder ?? told}
                onChange={(order) => onDateOrder(order === 'dmy' || order === 'mdy' ? order : null)}
              />
            ) : null}
          </div>
        )}
      </td>
    </tr>
  )
}
