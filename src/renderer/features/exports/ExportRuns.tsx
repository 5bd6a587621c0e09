import { useTranslation } from 'react-i18next'
import type { ExportRun } from '../../../shared/features/exports'
import { useFormat } from '../../i18n/format'
import './exports.css'

const things = [
  'people',
  'organisations',
  'residences',
  'referrals',
  'tasks',
  'calendar',
  'forPartner',
  'forAssociation',
  'document',
  'letters',
  'emails',
  'refused',
] as const

/** Every file that left, the latest first: for whom and why. Null while they are read: rows are drawn empty. */
export function ExportRuns({ runs }: { readonly runs: readonly ExportRun[] | null }) {
  const { t } = useTranslation()
  return (
    <table className="exports-table" aria-busy={runs === null} aria-label={t('files.runs')}>
      <thead>
        <tr>
          <th scope="col">{t('files.file')}</th>
          <th scope="col">{t('imports.when')}</th>
          <th scope="col" className="num">
            {t('files.rows')}
          </th>
          <th scope="col">{t('files.recipient')}</th>
          <th scope="col">{t('files.purpose')}</th>
        </tr>
      </thead>
      <tbody>
        {runs === null
          ? [1, 2, 3].map((row) => (
              <tr key={row}>
                <td colSpan={5} aria-label={t('common.loading')}>
                  <div className="exports-waiting" />
                </td>
              </tr>
            ))
          : runs.map((run) => <RunRow key={run.id} run={run} />)}
      </tbody>
    </table>
  )
}

function RunRow({ run }: { readonly run: ExportRun }) {
  const { t } = useTranslation()
  const format = useFormat()
  const what = things.find((one) => one === run.what)
  return (
    <tr>
      <th scope="row">
        <b className="med cut">{run.fileName}</b>
        <small>{what ? t(`files.what.${what}`) : run.what}</small>
      </th>
      <td className="t2 tab">
        {format.instant(run.at)}
        <small>{run.by ? t('imports.runBy', { name: run.by }) : null}</small>
      </td>
      <td className="num">{format.number(run.rows)}</td>
      <td>{run.recipient}</td>
      <td className="t2">{run.purpose}</td>
    </tr>
  )
}
