import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping, ImportDraft } from '../../../shared/features/imports'
import type { FileShape } from '../../../shared/reader'
import { useFormat } from '../../i18n/format'
import { Banner } from '../../ui/Banner'
import { ColumnRow } from './ColumnRow'
import { useFieldWord } from './import-words'
import { isClosed, missingFields, sendTo } from './mapping'
import { ShapeFields } from './ShapeFields'
import { ValueMapping } from './ValueMapping'

interface ColumnsStepProps {
  readonly draft: ImportDraft
  readonly mapping: readonly ColumnMapping[]
  readonly onMapping: (mapping: readonly ColumnMapping[]) => void
  readonly onShape: ((shape: FileShape) => void) | null
  readonly onPreview: () => void
  readonly onDrop: () => void
}

/** The second step: where each column goes, and what the values of closed lists stand for. */
export function ColumnsStep({ draft, mapping, onMapping, onShape, onPreview, onDrop }: ColumnsStepProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const fieldWord = useFieldWord()
  const missing = missingFields(draft, mapping)
  const nothing = mapping.every(({ field }) => field === null)
  const change = (next: ColumnMapping) => onMapping(mapping.map((one) => (one.column === next.column ? next : one)))

  return (
    <>
      <div className="import-body">
        <div className="import-banners">
          {draft.alreadyImportedOn ? (
            <Banner tone="warn">{t('imports.already', { day: format.day(draft.alreadyImportedOn) })}</Banner>
          ) : null}
          <RefusedColumns draft={draft} />
          {draft.partnerFile ? <Banner tone="info">{t('imports.fromPartner')}</Banner> : null}
          {draft.remembered && !draft.partnerFile ? <Banner tone="info">{t('imports.remembered')}</Banner> : null}
        </div>
        <ShapeFields draft={draft} onChange={onShape} />
        <table className="import-columns">
          <thead>
            <tr>
              <th scope="col">{t('imports.columnOf')}</th>
              <th scope="col">{t('imports.samples')}</th>
              <th scope="col">{t('imports.goesTo')}</th>
            </tr>
          </thead>
          <tbody>
            {draft.columns.map((column) => (
              <ColumnRow
                key={column.index}
                draft={draft}
                column={column}
                mapping={mapping.find((one) => one.column === column.index) ?? null}
                onField={(field) => onMapping(sendTo(draft, mapping, column.index, field))}
                onDateOrder={(dateOrder) => {
                  const one = mapping.find((candidate) => candidate.column === column.index)
                  if (one) change({ ...one, dateOrder })
                }}
              />
            ))}
          </tbody>
        </table>
        {mapping.map((one) => {
          const target = draft.fields.find(({ field }) => field === one.field)
          return isClosed(target) ? (
            <ValueMapping key={one.column} draft={draft} target={target} mapping={one} onChange={change} />
          ) : null
        })}
      </div>
      <footer className="import-foot">
        <div className="grow">
          <b className="semi">{t('imports.rowCount', { count: draft.rows })}</b>
          <p className="hint">
            {missing.length > 0 ? t('imports.required', { fields: format.list(missing.map(fieldWord)) }) : null}
          </p>
        </div>
        <Button variant="subtle" onClick={onDrop}>
          {t('imports.drop')}
        </Button>
        <Button variant="filled" onClick={onPreview} disabled={missing.length > 0 || nothing}>
          {t('imports.toPreview')}
        </Button>
      </footer>
    </>
  )
}

/** What is never taken, and why. */
export function RefusedColumns({ draft }: { draft: ImportDraft }) {
  const { t } = useTranslation()
  const refused = draft.columns.filter((column) => column.refused !== null)
  return refused.map(({ index, header }) => (
    <Banner key={index} tone="warn">
      <b className="semi">{t('imports.nirColumn', { header: header || String(index + 1) })}</b> {t('imports.nirWhy')}
    </Banner>
  ))
}
