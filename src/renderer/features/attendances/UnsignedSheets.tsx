import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'

const shown = 6

/** Workshops held whose sheet still lacks something, the oldest first. */
export function UnsignedSheets({ cohortId }: { cohortId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sheets = useQuery('sheets.unsigned', { cohortId }, { keepPrevious: true }).data ?? []
  if (sheets.length === 0) return null
  return (
    <section>
      <h2 className="h3">
        {t('attendances.unsigned')} <span className="count">{sheets.length}</span>
      </h2>
      <ul className="attendance-rows">
        {sheets.slice(0, shown).map((sheet) => (
          <li key={sheet.workshopId}>
            <span className="tab t3">{format.shortDay(sheet.heldOn)}</span>
            <a className="med grow cut" href={`#/workshops/${sheet.workshopId}`}>
              {sheet.title}
            </a>
            <span className="t3 nowrap">{t('attendances.presentCount', { count: sheet.present })}</span>
            <span className="t2 nowrap">
              {sheet.documentId === null && sheet.countersignedOn === null
                ? t('attendances.lacksBoth')
                : t(sheet.documentId === null ? 'attendances.lacksScan' : 'attendances.lacksTrainer')}
            </span>
          </li>
        ))}
      </ul>
      {sheets.length > shown ? (
        <p className="hint">{t('attendances.moreUnsigned', { count: sheets.length - shown })}</p>
      ) : null}
    </section>
  )
}
