import { Button } from '@mantine/core'
import { IconChecklist, IconDownload, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../../shared/features/calendar'
import { daysShown, mondayOf, movedBy } from '../../../shared/rules/calendar'
import { addDays } from '../../../shared/rules/days'
import type { SpaceKind } from '../../../shared/rules/values'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { ErrorState } from '../../ui/ErrorState'
import { PageHeader } from '../../ui/PageHeader'
import { CalendarBar } from './CalendarBar'
import { CalendarExportDialog } from './CalendarExportDialog'
import { HoursGrid } from './HoursGrid'
import { MonthGrid } from './MonthGrid'
import { useCalendarWords } from './use-calendar-words'
import { type CalendarLook, byDay, kindsFor } from './view'
import './calendar.css'

interface CalendarViewProps {
  readonly kind: SpaceKind
  readonly look: CalendarLook
  readonly onLook: (look: CalendarLook) => void
  readonly onOpen: (record: CalendarItem['record']) => void
  readonly onAddTask: (day: string) => void
}

/** Workshops, sessions, tasks, deadlines and cohorts: by day, by week, by month. */
export function CalendarView({ kind, look, onLook, onOpen, onAddTask }: CalendarViewProps) {
  const { t } = useTranslation()
  const errors = useErrorWords()
  const words = useCalendarWords()
  const [exporting, setExporting] = useState(false)
  const days = daysShown(look.span, look.day)
  const filter = { from: days[0] ?? look.day, to: days.at(-1) ?? look.day, mine: look.mine, kinds: [...look.kinds] }
  const { data, error, refetch } = useQuery('calendar.items', filter, { keepPrevious: true })
  const region = useQuery('settings.get', {}).data?.serviceLevels.region ?? 'mainland'
  const { grid, onKeyDown } = useDayKeys(look, onLook, onAddTask)
  const shared = {
    days,
    selected: look.day,
    items: byDay(data ?? []),
    region,
    onKeyDown,
    onOpen: (item: CalendarItem) => onOpen(item.record),
    onDay: (day: string) => onLook({ ...look, day, span: 'day' }),
  }
  return (
    <>
      <PageHeader
        title={t('calendar.title')}
        acts={
          <>
            <Button variant="subtle" component="a" href="#/tasks" leftSection={<IconChecklist size={16} />}>
              {t('calendar.allTasks')}
            </Button>
            <Button variant="subtle" leftSection={<IconDownload size={16} />} onClick={() => setExporting(true)}>
              {t('calendar.export')}
            </Button>
            <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => onAddTask(look.day)}>
              {t('calendar.addTask')}
            </Button>
          </>
        }
      />
      <CalendarBar look={look} period={words.period(look, days)} kinds={kindsFor(kind)} onLook={onLook} />
      {error && !data ? (
        <ErrorState title={t('calendar.failed')} body={errors(error)} onRetry={() => void refetch()} />
      ) : (
        <div
          className="calendar-days"
          ref={grid}
          role="group"
          aria-label={`${t('calendar.title')}, ${words.period(look, days)}. ${t('calendar.help')}`}
          aria-busy={data === undefined}
        >
          {look.span === 'month' ? <MonthGrid {...shared} /> : <HoursGrid {...shared} />}
        </div>
      )}
      {data?.length === 0 ? (
        <p className="calendar-nothing t3" role="status">
          {t(look.span === 'day' ? 'calendar.nothingDay' : 'calendar.nothing')}
        </p>
      ) : null}
      {exporting ? (
        <CalendarExportDialog filter={filter} count={data?.length ?? 0} onClose={() => setExporting(false)} />
      ) : null}
    </>
  )
}

/** The keys of the days: they move the day that has the focus, and the period with it. */
function useDayKeys(look: CalendarLook, onLook: (look: CalendarLook) => void, onAddTask: (day: string) => void) {
  const grid = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    grid.current?.querySelector<HTMLElement>(`[data-day="${look.day}"]`)?.focus()
  }, [look.day])

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() === 'n') {
      event.preventDefault()
      onAddTask(look.day)
      return
    }
    const day = dayAfterKey(event.key, look)
    if (day === null) return
    event.preventDefault()
    moved.current = true
    onLook({ ...look, day })
  }
  return { grid, onKeyDown }
}

function dayAfterKey(key: string, { day, span }: CalendarLook): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return span === 'month' ? addDays(day, -7) : null
    case 'ArrowDown':
      return span === 'month' ? addDays(day, 7) : null
    case 'Home':
      return mondayOf(day)
    case 'End':
      return addDays(mondayOf(day), 6)
    case 'PageUp':
      return movedBy(span, day, -1)
    case 'PageDown':
      return movedBy(span, day, 1)
    default:
      return null
  }
}
