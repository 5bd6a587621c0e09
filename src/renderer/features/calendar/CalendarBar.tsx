import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type CalendarKind, calendarSpans, movedBy } from '../../../shared/rules/calendar'
import { useChoiceLabel } from '../../i18n/choices'
import { StateDot } from '../../ui/StateDot'
import { today } from '../../today'
import { type CalendarLook, tones } from './view'

interface CalendarBarProps {
  readonly look: CalendarLook
  readonly period: string
  /** What this space has to show. */
  readonly kinds: readonly CalendarKind[]
  readonly onLook: (look: CalendarLook) => void
}

/** When, how much at once, whose, and what: the colour of each kind is told where it is chosen. */
export function CalendarBar({ look, period, kinds, onLook }: CalendarBarProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const go = (day: string) => onLook({ ...look, day })
  const toggle = (kind: CalendarKind) => {
    const shown = look.kinds.includes(kind)
    onLook({ ...look, kinds: kinds.filter((one) => (one === kind ? !shown : look.kinds.includes(one))) })
  }
  return (
    <div className="calendar-bar">
      <div className="row">
        <Button size="xs" onClick={() => go(today())}>
          {t('calendar.today')}
        </Button>
        <ActionIcon aria-label={t('calendar.previous')} onClick={() => go(movedBy(look.span, look.day, -1))}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('calendar.next')} onClick={() => go(movedBy(look.span, look.day, 1))}>
          <IconChevronRight size={16} />
        </ActionIcon>
        <h2 className="h2" aria-live="polite">
          {period}
        </h2>
        <span className="grow" />
        <SegmentedControl
          size="xs"
          aria-label={t('calendar.whose')}
          data={[
            { value: 'all', label: t('calendar.everyone') },
            { value: 'mine', label: t('calendar.mine') },
          ]}
          value={look.mine ? 'mine' : 'all'}
          onChange={(whose) => onLook({ ...look, mine: whose === 'mine' })}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('calendar.span')}
          data={calendarSpans.map((span) => ({ value: span, label: label('calendarSpan', span) }))}
          value={look.span}
          onChange={(chosen) => onLook({ ...look, span: calendarSpans.find((span) => span === chosen) ?? 'week' })}
        />
      </div>
      <div className="calendar-kinds" role="group" aria-label={t('calendar.kinds')}>
        {kinds.map((kind) => (
          <button type="button" key={kind} aria-pressed={look.kinds.includes(kind)} onClick={() => toggle(kind)}>
            <StateDot tone={tones[kind]} hollow={!look.kinds.includes(kind)}>
              {label('calendarKind', kind)}
            </StateDot>
          </button>
        ))}
      </div>
    </div>
  )
}
