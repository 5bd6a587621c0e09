import { DatePicker, DatesProvider } from '@mantine/dates'
import 'dayjs/locale/fr'
import '@mantine/dates/styles.layer.css'
import './calendar.css'
import { usePreferences } from '../theme/preferences'

interface CalendarProps {
  readonly value: string | null
  readonly onChange: (isoDay: string | null) => void
}

/** A month to choose a day from. */
export function Calendar({ value, onChange }: CalendarProps) {
  const { language } = usePreferences()
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [6, 0] }}>
      <DatePicker value={value} onChange={onChange} size="xs" {...(value ? { defaultDate: value } : {})} />
    </DatesProvider>
  )
}
