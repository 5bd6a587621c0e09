import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayDetail, DayRecord } from '../../../shared/features/day'
import type { ContactAttemptResult } from '../../../shared/rules/values'
import { Appointments } from './Appointments'
import { DayPanel } from './DayPanel'
import { Legend } from './Legend'

interface DayAsideProps {
  /** Null while it comes, or when nothing waits. */
  readonly item: DayDetail | null
  readonly nothing: boolean
  readonly who: 'mine' | 'everyone'
  readonly answers: RefObject<HTMLDivElement | null>
  readonly onCalled: (item: DayDetail, result: ContactAttemptResult) => void
  readonly onOpen: (record: DayRecord) => void
}

/** At right: the line one is on, the appointments of the day, the keys. */
export function DayAside({ item, nothing, who, answers, onCalled, onOpen }: DayAsideProps) {
  const { t } = useTranslation()
  return (
    <aside className="day-panel" aria-label={t('day.panel')}>
      <div className="day-panel-body">
        {item ? (
          <DayPanel
            item={item}
            answers={answers}
            onCalled={(result) => onCalled(item, result)}
            onOpen={() => item.opens && onOpen(item.opens)}
          />
        ) : null}
        {nothing ? <p className="day-nothing t3">{t('day.nothingChosen')}</p> : null}
        <Appointments who={who} onOpen={onOpen} />
      </div>
      <Legend />
    </aside>
  )
}
