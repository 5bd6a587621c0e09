import { NumberInput, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { contactAttemptResults, interactionKinds } from '../../../shared/rules/values'
import { useChoiceLabel } from '../../i18n/choices'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import { type InteractionForm, type Problem, withKind } from './interaction-form'

interface InteractionFormFieldsProps {
  readonly form: InteractionForm
  readonly wrong: (field: Problem) => string | null
  readonly onChange: (form: InteractionForm) => void
}

/** A call that just ended is all filled in: one types what was said, and saves. */
export function InteractionFormFields({ form, wrong, onChange }: InteractionFormFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => note.current?.querySelector('textarea')?.focus(), []) // what is typed most often
  const lasts = form.kind === 'call' || form.kind === 'meeting' || form.kind === 'email'
  return (
    <div className="form-grid">
      <ChoiceChips
        className="span-4"
        label={t('interactions.kind')}
        single
        choices={interactionKinds.map((code) => ({ code, label: label('interactionKind', code) }))}
        value={[form.kind]}
        onChange={([kind]) => onChange(withKind(form, kind ?? form.kind))}
      />
      {form.kind === 'call' ? (
        <ChoiceChips
          className="span-4"
          label={t('interactions.result')}
          single
          choices={contactAttemptResults.map((code) => ({ code, label: label('contactAttemptResult', code) }))}
          value={form.result === null ? [] : [form.result]}
          onChange={([result]) => onChange({ ...form, result: result ?? form.result })}
        />
      ) : null}
      <div className="span-4" ref={note}>
        <FreeTextField
          label={t('interactions.text')}
          optional={form.kind !== 'note'}
          error={wrong('text')}
          value={form.note}
          onChange={(text) => onChange({ ...form, note: text })}
        />
      </div>
      <TextInput
        className="span-2"
        label={t('interactions.time')}
        autoComplete="off"
        maxLength={8}
        value={form.time}
        error={wrong('time')}
        onChange={(event) => onChange({ ...form, time: event.currentTarget.value })}
      />
      <DateField
        className="span-2"
        label={t('interactions.day')}
        error={wrong('day') ?? wrong('future')}
        value={form.day}
        onChange={(day) => onChange({ ...form, day })}
      />
      {lasts ? (
        <NumberInput
          className="span-2"
          label={<FieldLabel optional>{t('interactions.minutes')}</FieldLabel>}
          min={1}
          max={600}
          allowDecimal={false}
          hideControls
          value={form.minutes ?? ''}
          onChange={(value) => onChange({ ...form, minutes: typeof value === 'number' && value > 0 ? value : null })}
        />
      ) : null}
      <p className="span-4 hint">{t('interactions.keys')}</p>
    </div>
  )
}
