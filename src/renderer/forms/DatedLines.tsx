import { ActionIcon, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { weekdayOf } from '../../shared/rules/days'
import { minutesBetween } from '../../shared/rules/programmes'
import { useFormat } from '../i18n/format'
import { useWeekdays } from '../i18n/weekdays'
import { DateField } from '../ui/DateField'
import { TimeField } from '../ui/TimeField'
import './dated-lines.css'

/** A workshop to be, on its day. */
export interface DatedLine {
  readonly key: string
  readonly heldOn: string
  readonly startTime: string
  readonly endTime: string
  readonly title: string
  /** What is to be known of this day, in words. */
  readonly notice: string | null
}

interface DatedLinesProps {
  readonly label: string
  readonly lines: readonly DatedLine[]
  /** Days that are left out, among the others: shown, and not written. */
  readonly skipped?: readonly { readonly day: string; readonly why: string }[]
  /** Only the day changes: hours and title are those of what is copied. */
  readonly daysOnly?: boolean
  readonly onChange: (lines: readonly DatedLine[]) => void
}

/** Workshops before they are written: each line can be changed or taken out. */
export function DatedLines({ label, lines, skipped = [], daysOnly, onChange }: DatedLinesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const change = (key: string, part: Partial<DatedLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const all = [
    ...lines.map((line) => ({ day: line.heldOn, line, why: null })),
    ...skipped.map(({ day, why }) => ({ day, line: null, why })),
  ].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
  return (
    <ol className="dated-lines" aria-label={label}>
      {all.map(({ day, line, why }) =>
        line === null ? (
          <li key={`skipped ${day}`} className="dated-skipped">
            <s className="tab">
              <Weekday day={day} /> {format.day(day)}
            </s>
            <span className="hint">{why}</span>
          </li>
        ) : (
          <Line
            key={line.key}
            line={line}
            daysOnly={daysOnly === true}
            onChange={(part) => change(line.key, part)}
            onRemove={() => onChange(lines.filter(({ key }) => key !== line.key))}
          />
        ),
      )}
      {all.length === 0 ? <li className="hint">{t('forms.noLine')}</li> : null}
    </ol>
  )
}

/** What keeps lines from being written: a day or hours that are missing, or the wrong way round. */
export function areWrong(lines: readonly DatedLine[]): boolean {
  return lines.some(isWrong)
}

function isWrong({ heldOn, startTime, endTime, title }: DatedLine): boolean {
  return heldOn === '' || title.trim() === '' || minutesBetween(startTime, endTime) === null
}

interface LineProps {
  readonly line: DatedLine
  readonly daysOnly: boolean
  readonly onChange: (part: Partial<DatedLine>) => void
  readonly onRemove: () => void
}

function Line({ line, daysOnly, onChange, onRemove }: LineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { heldOn, startTime, endTime, title, notice } = line
  const backwards = startTime !== '' && endTime !== '' && minutesBetween(startTime, endTime) === null
  return (
    <li className="dated-line">
      <div className="dated-when">
        <span className="dated-weekday t3">
          <Weekday day={heldOn} />
        </span>
        <DateField
          size="xs"
          label={t('forms.day')}
          value={heldOn === '' ? null : heldOn}
          onChange={(day) => onChange({ heldOn: day ?? '' })}
        />
        {daysOnly ? (
          <span className="tab t2 dated-hours">{t('forms.hours', { from: startTime, to: endTime })}</span>
        ) : (
          <>
            <TimeField
              size="xs"
              bare
              label={t('forms.from')}
              value={startTime}
              onChange={(time) => onChange({ startTime: time })}
            />
            <TimeField
              size="xs"
              bare
              label={t('forms.to')}
              value={endTime}
              onChange={(time) => onChange({ endTime: time })}
            />
          </>
        )}
        <ActionIcon
          className="end"
          aria-label={t('forms.removeLine', { day: heldOn === '' ? '' : format.day(heldOn) })}
          onClick={onRemove}
        >
          <IconX size={15} />
        </ActionIcon>
      </div>
      {daysOnly ? (
        <span className="cut dated-title">{title}</span>
      ) : (
        <TextInput
          className="dated-title"
          size="xs"
          aria-label={t('forms.lineTitle')}
          maxLength={200}
          value={title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
      )}
      {backwards ? <p className="hint dated-title tone-danger toned">{t('forms.endsBefore')}</p> : null}
      {notice ? <p className="hint dated-title tone-warn toned">{notice}</p> : null}
    </li>
  )
}

function Weekday({ day }: { day: string }) {
  const weekdays = useWeekdays()
  return day === '' ? null : weekdays.short(weekdayOf(day))
}
