import { DatePicker, DatesProvider } from '@mantine/dates'
import 'dayjs/locale/fr'
import '@mantine/dates/styles.layer.css'
import './calendar.css'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../theme/preferences'

interface CalendarProps {
  readonly value: string | null
  readonly onChange: (isoDay: string | null) => void
}

/** A month to choose a day from. */
export function Calendar({ value, onChange }: CalendarProps) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [6, 0] }}>
      <DatePicker
        value={value}
        onChange={onChange}
        size="xs"
        ariaLabels={{
          previousMonth: t('ui.calendar.previousMonth'),
          nextMonth: t('ui.calendar.nextMonth'),
          previousYear: t('ui.calendar.previousYear'),
          nextYear: t('ui.calendar.nextYear'),
          previousDecade: t('ui.calendar.previousYears'),
          nextDecade: t('ui.calendar.nextYears'),
        }}
        {...(value ? { defaultDate: value } : {})}
      />
    </DatesProvider>
  )
}
