import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'

const first = 6

/** Workshops held whose sheet still lacks something, the oldest first. */
export function UnsignedSheets({ cohortId }: { cohortId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [whole, setWhole] = useState(false)
  const sheets = useQuery('sheets.unsigned', { cohortId }, { keepPrevious: true }).data ?? []
  if (sheets.length === 0) return null
  return (
    <section>
      <h2 className="h3">
        {t('attendances.unsigned')} <span className="count">{sheets.length}</span>
      </h2>
      <ul className="attendance-rows">
        {(whole ? sheets : sheets.slice(0, first)).map((sheet) => (
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
      {!whole && sheets.length > first ? (
        <Button className="attendance-more" size="xs" variant="subtle" onClick={() => setWhole(true)}>
          {t('attendances.moreUnsigned', { count: sheets.length - first })}
        </Button>
      ) : null}
    </section>
  )
}
