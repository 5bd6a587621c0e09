import { ActionIcon, Button } from '@mantine/core'
import { IconClockPause, IconClockPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DayItem } from '../../../shared/features/day'
import { formatPhone } from '../../../shared/rules/phone'
import { PersonName } from '../../ui/PersonName'
import { StateDot } from '../../ui/StateDot'
import { actIcons, axisIcons, toneOf } from './day-look'
import { useDayWords } from './day-words'
import { SnoozeChoices } from './SnoozeChoices'

export interface LineHands {
  readonly onChoose: (index: number) => void
  readonly onOpen: (item: DayItem) => void
  readonly onAct: (item: DayItem) => void
  readonly onFinish: (item: DayItem) => void
  readonly onSnoozing: (key: string | null) => void
  readonly onSnooze: (item: DayItem, until: string) => void
  readonly onUnsnooze: (item: DayItem) => void
}

interface DayLineProps extends LineHands {
  readonly item: DayItem
  readonly index: number
  readonly total: number
  readonly top: number
  readonly chosen: boolean
  readonly snoozing: boolean
}

/** Why, whom, by when, the one next act. */
export function DayLine(props: DayLineProps) {
  const { item, index, total, top, chosen, snoozing, onChoose, onOpen, onAct } = props
  const { t } = useTranslation()
  const words = useDayWords()
  const { person } = item
  const about = words.about(item)
  const late = item.group === 'late' || item.group === 'today'
  const ActIcon = actIcons[item.act]
  return (
    <li
      className="day-line"
      style={{ top }}
      data-chosen={chosen || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
    >
      <LineMark item={item} onFinish={props.onFinish} chosen={chosen} />
      <div className="day-why">
        <button
          type="button"
          className="day-what cut"
          data-line={item.key}
          tabIndex={chosen ? 0 : -1}
          aria-current={chosen || undefined}
          onClick={() => onChoose(index)}
          onDoubleClick={() => onOpen(item)}
        >
          {words.what(item)}
        </button>
        <div className="day-about cut">
          {person ? (
            <span className="med t2">
              <PersonName lastName={person.lastName} firstName={person.firstName} />
            </span>
          ) : null}
          {person && about !== '' ? <span className="day-dot">·</span> : null}
          {about}
        </div>
      </div>
      <span className="day-due tab">
        <StateDot tone={toneOf(item)} coloured={late && item.dueTime === null}>
          {words.due(item)}
        </StateDot>
      </span>
      <span className="day-phone tab">{item.phone ? formatPhone(item.phone) : null}</span>
      <span className="day-acts">
        <Button
          size="xs"
          className="day-act"
          variant={chosen ? 'filled' : 'default'}
          tabIndex={chosen ? 0 : -1}
          leftSection={<ActIcon size={15} />}
          aria-label={t('day.actOn', { act: t(`day.act.${item.act}`), what: words.whole(item) })}
          onClick={() => {
            onChoose(index)
            onAct(item)
          }}
        >
          {t(`day.act.${item.act}`)}
        </Button>
        <SnoozeButton {...props} snoozing={snoozing} />
      </span>
    </li>
  )
}

/** The axis; of a task, the circle to tick. */
function LineMark({ item, onFinish, chosen }: Pick<DayLineProps, 'item' | 'onFinish' | 'chosen'>) {
  const { t } = useTranslation()
  const Axis = axisIcons[item.axis]
  if (item.reason !== 'task')
    return (
      <span className="day-axis" title={t(`day.axis.${item.axis}`)}>
        <Axis size={16} />
        <span className="vh">{t(`day.axis.${item.axis}`)}</span>
      </span>
    )
  const label = t('day.finish', { what: item.facts.title ?? '' })
  return (
    <button
      type="button"
      className="day-circle"
      aria-label={label}
      title={label}
      tabIndex={chosen ? 0 : -1}
      onClick={() => onFinish(item)}
    />
  )
}

function SnoozeButton({ item, index, chosen, snoozing, onChoose, onSnoozing, onSnooze, onUnsnooze }: DayLineProps) {
  const { t } = useTranslation()
  const words = useDayWords()
  const back = item.snoozedUntil !== null
  const label = back ? t('day.unsnooze', { what: words.whole(item) }) : t('day.snooze', { what: words.whole(item) })
  const button = (
    <ActionIcon
      aria-label={label}
      title={label}
      tabIndex={chosen ? 0 : -1}
      aria-haspopup={back ? undefined : 'dialog'}
      aria-expanded={back ? undefined : snoozing}
      onClick={() => {
        onChoose(index)
        if (back) onUnsnooze(item)
        else onSnoozing(snoozing ? null : item.key)
      }}
    >
      {back ? <IconClockPlay size={17} /> : <IconClockPause size={17} />}
    </ActionIcon>
  )
  if (!snoozing) return button
  return (
    <SnoozeChoices
      onClose={() => onSnoozing(null)}
      onChoose={(until) => {
        onSnoozing(null)
        onSnooze(item, until)
      }}
    >
      {button}
    </SnoozeChoices>
  )
}
