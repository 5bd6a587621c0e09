import { Popover } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SnoozeChoice, snoozedTo } from '../../../shared/rules/day'
import { DateField } from '../../ui/DateField'
import { today } from '../../today'
import { useDayDates } from './day-dates'

const choices: readonly SnoozeChoice[] = ['tomorrow', 'inThreeDays', 'nextMonday']

interface SnoozeChoicesProps {
  readonly onChoose: (until: string) => void
  readonly onClose: () => void
  readonly children: ReactElement
}

/** Until when: three usual days, or any to come. */
export function SnoozeChoices({ onChoose, onClose, children }: SnoozeChoicesProps) {
  const { t } = useTranslation()
  const dates = useDayDates()
  const [past, setPast] = useState(false)

  function take(day: string | null): void {
    if (day === null) return
    if (day > today()) onChoose(day)
    else setPast(true)
  }

  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('day.snoozeTo')} className="day-snooze">
        <h3 className="h3">{t('day.snoozeTo')}</h3>
        <ul>
          {choices.map((choice) => (
            <li key={choice}>
              <button type="button" onClick={() => onChoose(snoozedTo(choice, today()))}>
                <span className="grow">{t(`day.snoozeChoice.${choice}`)}</span>
                <span className="t3 tab">{dates.near(snoozedTo(choice, today()))}</span>
              </button>
            </li>
          ))}
        </ul>
        <DateField
          inPopover
          label={t('day.snoozeDate')}
          value={null}
          onChange={take}
          error={past ? t('day.snoozePast') : null}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
