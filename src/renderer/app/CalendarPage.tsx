import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { calendarSpans } from '../../shared/rules/calendar'
import { isIsoDay } from '../../shared/rules/days'
import { CalendarView } from '../features/calendar/CalendarView'
import { type CalendarLook, kindsFor } from '../features/calendar/view'
import { TaskDrawer } from '../features/tasks/TaskDrawer'
import { today } from '../today'
import { useGate } from './gate'

/** The look of the calendar is in its address: going back shows what was shown. */
export function CalendarPage() {
  const { history } = useRouter()
  const { space } = useGate()
  const search = useSearch({ strict: false })
  const look = readLook(search, kindsFor(space.kind))
  const [task, setTask] = useState<{ readonly id: string | null; readonly day: string } | null>(null)
  const show = (next: CalendarLook) => history.replace(addressOf(next, kindsFor(space.kind)))
  return (
    <>
      <CalendarView
        kind={space.kind}
        look={look}
        onLook={show}
        onOpen={({ entity, id }) =>
          entity === 'tasks' ? setTask({ id, day: look.day }) : history.push(`/${entity}/${id}`)
        }
        onAddTask={(day) => setTask({ id: null, day })}
      />
      {task === null ? null : (
        <TaskDrawer key={`${task.id} ${task.day}`} id={task.id} dueOn={task.day} onClose={() => setTask(null)} />
      )}
    </>
  )
}

function readLook(search: object, kinds: CalendarLook['kinds']): CalendarLook {
  const said = new Map(Object.entries(search).map(([name, value]) => [name, String(value)]))
  const day = said.get('day') ?? ''
  const without = (said.get('without') ?? '').split('.')
  return {
    day: isIsoDay(day) ? day : today(),
    span: calendarSpans.find((span) => span === said.get('span')) ?? 'week',
    mine: said.get('whose') === 'mine',
    kinds: kinds.filter((kind) => !without.includes(kind)),
  }
}

function addressOf({ day, span, mine, kinds }: CalendarLook, whole: CalendarLook['kinds']): string {
  const without = whole.filter((kind) => !kinds.includes(kind)).join('.')
  const rest = `${mine ? '&whose=mine' : ''}${without === '' ? '' : `&without=${without}`}`
  return `/calendar?day=${day}&span=${span}${rest}`
}
