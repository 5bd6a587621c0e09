import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../../shared/features/imports'
import { useFormat } from '../../i18n/format'
import { UndoImport } from './UndoImport'
import { useRefusedFile } from './use-refused-file'
import './imports.css'

/** The files that were brought in, the latest first. Null while they are read: rows are drawn empty. */
export function ImportRuns({ runs }: { readonly runs: readonly ImportRun[] | null }) {
  const { t } = useTranslation()
  const { save } = useRefusedFile()
  return (
    <table className="exchange-table" aria-busy={runs === null} aria-label={t('imports.runs')}>
      <thead>
        <tr>
          <th scope="col">{t('imports.steps.file')}</th>
          <th scope="col">{t('imports.when')}</th>
          <th scope="col" className="num">
            {t('imports.figures.created')}
          </th>
          <th scope="col" className="num">
            {t('imports.figures.updated')}
          </th>
          <th scope="col" className="num">
            {t('imports.figures.unchanged')}
          </th>
          <th scope="col" className="num">
            {t('imports.figures.refused')}
          </th>
          <th scope="col">
            <span className="vh">{t('common.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs === null
          ? [1, 2, 3].map((row) => (
              <tr key={row}>
                <td colSpan={7} aria-label={t('common.loading')}>
                  <div className="import-waiting" />
                </td>
              </tr>
            ))
          : runs.map((run) => <RunRow key={run.id} run={run} onRefused={() => void save(run)} />)}
      </tbody>
    </table>
  )
}

function RunRow({ run, onRefused }: { readonly run: ImportRun; readonly onRefused: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <tr data-muted={run.undoneAt !== null || undefined}>
      <th scope="row" className="exchange-file">
        <b className="med cut">{run.fileName}</b>
        <small>{t(`imports.kinds.${run.kind}`)}</small>
      </th>
      <td className="t2 tab">
        {format.instant(run.at)}
        <small>
          {run.undoneAt
            ? t('imports.runUndone', { day: format.day(run.undoneAt) })
            : run.by
              ? t('imports.runBy', { name: run.by })
              : null}
        </small>
      </td>
      <td className="num">{format.number(run.created)}</td>
      <td className="num">{format.number(run.updated)}</td>
      <td className="num">{format.number(run.unchanged)}</td>
      <td className="num">{format.number(run.refused)}</td>
      <td className="acts">
        {run.refused > 0 ? (
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('imports.refusedOf', { name: run.fileName })}
            onClick={onRefused}
          >
            {t('imports.refusedRows')}
          </Button>
        ) : null}
        <UndoImport run={run} size="xs" />
      </td>
    </tr>
  )
}
