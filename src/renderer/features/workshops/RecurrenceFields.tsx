import { NumberInput, Radio, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { longestSeries } from '../../../shared/rules/recurrence'
import { useWeekdays } from '../../i18n/weekdays'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'
import { FormSection } from '../../ui/RecordLayout'
import type { RecurrenceForm, recurrenceProblem } from './recurrence-form'

interface RecurrenceFieldsProps {
  readonly form: RecurrenceForm
  readonly problem: ReturnType<typeof recurrenceProblem>
  readonly onChange: (part: Partial<RecurrenceForm>) => void
}

const days = ['1', '2', '3', '4', '5', '6', '7'] as const

/** From which day, on which weekdays, every how many weeks, and until when. */
export function RecurrenceFields({ form, problem, onChange }: RecurrenceFieldsProps) {
  const { t } = useTranslation()
  const weekdays = useWeekdays()
  return (
    <FormSection title={t('workshops.rhythm')}>
      <DateField
        label={t('workshops.firstDay')}
        value={form.firstDay}
        error={problem === 'firstDay' ? t('workshops.dayNeeded') : null}
        onChange={(firstDay) => onChange({ firstDay })}
      />
      <Select
        label={t('workshops.every')}
        data={[1, 2, 3, 4].map((weeks) => ({ value: String(weeks), label: t('workshops.weeks', { count: weeks }) }))}
        value={String(form.everyWeeks)}
        onChange={(weeks) => onChange({ everyWeeks: Number(weeks ?? '1') })}
      />
      <div className="span-4">
        <ChoiceChips
          label={t('workshops.weekdays')}
          choices={days.map((day) => ({ code: day, label: weekdays.name(Number(day)) }))}
          value={days.filter((day) => form.weekdays.includes(Number(day)))}
          onChange={(chosen) => onChange({ weekdays: chosen.map(Number) })}
        />
        <p className="hint">{t('workshops.weekdaysHint')}</p>
      </div>
      <Radio.Group
        className="span-4"
        label={t('workshops.ends')}
        value={form.ends}
        onChange={(ends) => onChange({ ends: ends === 'day' ? 'day' : 'count' })}
      >
        <div className="workshop-ends">
          <Radio value="count" label={t('workshops.endsAfter')} />
          <NumberInput
            aria-label={t('workshops.howMany')}
            min={1}
            max={longestSeries}
            allowDecimal={false}
            clampBehavior="strict"
            disabled={form.ends !== 'count'}
            value={form.count ?? ''}
            error={problem === 'count' ? t('workshops.countNeeded') : null}
            onChange={(value) => onChange({ count: typeof value === 'number' ? value : null })}
          />
          <Radio value="day" label={t('workshops.endsOn')} />
          <DateField
            label={t('workshops.lastDay')}
            disabled={form.ends !== 'day'}
            value={form.lastDay}
            error={problem === 'lastDay' ? t('workshops.lastDayWrong') : null}
            onChange={(lastDay) => onChange({ lastDay })}
          />
        </div>
      </Radio.Group>
    </FormSection>
  )
}
