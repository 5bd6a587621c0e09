import { Button, NumberInput, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criterion, CriterionFields } from '../../../shared/features/selection'
import { ask } from '../../api'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { FieldLabel } from '../../ui/FieldLabel'

interface CriterionFormProps {
  readonly cohortId: string
  /** Null for a new one. */
  readonly criterion: Criterion | null
  readonly onDone: () => void
}

export function CriterionForm({ cohortId, criterion, onDone }: CriterionFormProps) {
  const { t } = useTranslation()
  const told = useTold()
  const [before] = useState(criterion)
  const [label, setLabel] = useState(before?.label ?? '')
  const [guidance, setGuidance] = useState(before?.guidance ?? '')
  const [weight, setWeight] = useState<number | string>(before?.weight ?? 1)
  const [tried, setTried] = useState(false)
  const update = useRecordUpdate<Criterion, Partial<CriterionFields>>({
    read: async (id) => {
      const found = (await ask('selection.criteria', { cohortId })).find((one) => one.id === id)
      return found ?? Promise.reject(new Error('the criterion was read a moment ago'))
    },
    write: (input) => ask('selection.updateCriterion', input),
    fieldLabel: (field) => t(`selection.fields.${field === 'weight' || field === 'guidance' ? field : 'label'}`),
    valueLabel: (_field, value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : ''),
  })
  const weighs = typeof weight === 'number' && weight >= 1 && weight <= 10

  async function save(): Promise<void> {
    setTried(true)
    if (label.trim() === '' || typeof weight !== 'number' || !weighs) return
    const fields = { label: label.trim(), guidance: guidance.trim() || null, weight }
    if (before) {
      const changed = Object.fromEntries(
        Object.entries(fields).filter(([field, value]) => before[field as keyof typeof fields] !== value),
      )
      if (!(await update.save(before, changed))) return
      told.done(t('selection.changed', { name: fields.label }))
      return onDone()
    }
    try {
      await ask('selection.addCriterion', { cohortId, ...fields })
      told.done(t('selection.added', { name: fields.label }))
      onDone()
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <form
      className="criterion-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        label={t('selection.fields.label')}
        maxLength={120}
        autoComplete="off"
        value={label}
        error={tried && label.trim() === '' ? t('selection.labelNeeded') : null}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Textarea
        label={<FieldLabel optional>{t('selection.fields.guidance')}</FieldLabel>}
        description={t('selection.guidanceHint')}
        maxLength={300}
        value={guidance}
        onChange={(event) => setGuidance(event.currentTarget.value)}
      />
      <NumberInput
        label={t('selection.fields.weight')}
        description={t('selection.weightHint')}
        min={1}
        max={10}
        allowDecimal={false}
        value={weight}
        error={tried && !weighs ? t('selection.weightHint') : null}
        onChange={setWeight}
      />
      <div className="row end">
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" type="submit">
          {t('common.save')}
        </Button>
      </div>
      {update.dialog}
    </form>
  )
}
