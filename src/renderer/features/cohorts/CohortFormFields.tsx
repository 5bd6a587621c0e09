import { NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usualAbsencesAlert, usualCompletionShare } from '../../../shared/rules/programmes'
import type { OutputOf } from '../../api'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import { FormSection } from '../../ui/RecordLayout'
import type { CohortForm, cohortProblem } from './cohort-form'

interface CohortFormFieldsProps {
  readonly form: CohortForm
  readonly members: OutputOf<'members.list'>
  readonly problem: ReturnType<typeof cohortProblem>
  readonly onChange: (part: Partial<CohortForm>) => void
}

/** When and where, how many, who runs it; the call; when one is through, when absences alert. */
export function CohortFormFields({ form, members, problem, onChange }: CohortFormFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <FormSection title={t('cohorts.identity')}>
        <TextInput
          className="span-4"
          name="name"
          label={t('cohorts.fields.name')}
          autoComplete="off"
          maxLength={200}
          value={form.name}
          error={problem === 'name' ? t('cohorts.nameNeeded') : null}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <div className="date-pair">
          <DateField
            optional
            label={t('cohorts.fields.startsOn')}
            value={form.startsOn}
            onChange={(startsOn) => onChange({ startsOn })}
          />
          <DateField
            optional
            label={t('cohorts.fields.endsOn')}
            value={form.endsOn}
            error={problem === 'endsOn' ? t('cohorts.endsBefore') : null}
            onChange={(endsOn) => onChange({ endsOn })}
          />
        </div>
        <NumberInput
          label={<FieldLabel optional>{t('cohorts.fields.capacity')}</FieldLabel>}
          min={1}
          max={10_000}
          allowDecimal={false}
          clampBehavior="strict"
          value={form.capacity ?? ''}
          onChange={(value) => onChange({ capacity: typeof value === 'number' ? value : null })}
        />
        <Select
          label={<FieldLabel optional>{t('cohorts.fields.coordinatorId')}</FieldLabel>}
          clearable
          allowDeselect
          data={members
            .filter(({ id, active }) => active || id === form.coordinatorId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={form.coordinatorId}
          onChange={(coordinatorId) => onChange({ coordinatorId })}
        />
        <TextInput
          className="span-4"
          label={<FieldLabel optional>{t('cohorts.fields.place')}</FieldLabel>}
          autoComplete="off"
          maxLength={200}
          value={form.place}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
      </FormSection>
      <FormSection title={t('cohorts.call')}>
        <div className="date-pair">
          <DateField
            optional
            label={t('cohorts.fields.callOpensOn')}
            value={form.callOpensOn}
            onChange={(callOpensOn) => onChange({ callOpensOn })}
          />
          <DateField
            optional
            label={t('cohorts.fields.callClosesOn')}
            value={form.callClosesOn}
            error={problem === 'callClosesOn' ? t('cohorts.closesBefore') : null}
            onChange={(callClosesOn) => onChange({ callClosesOn })}
          />
        </div>
      </FormSection>
      <FormSection title={t('cohorts.attendance')}>
        <NumberInput
          className="span-4"
          label={<FieldLabel optional>{t('cohorts.fields.completionShare')}</FieldLabel>}
          description={t('cohorts.completionHint', { usual: usualCompletionShare })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          suffix={'\u00A0%'}
          placeholder={`${usualCompletionShare}\u00A0%`}
          min={1}
          max={100}
          allowDecimal={false}
          clampBehavior="strict"
          value={form.completionShare ?? ''}
          onChange={(value) => onChange({ completionShare: typeof value === 'number' ? value : null })}
        />
        <NumberInput
          className="span-4"
          label={<FieldLabel optional>{t('cohorts.fields.absencesAlert')}</FieldLabel>}
          description={t('cohorts.absencesHint', { usual: usualAbsencesAlert })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={String(usualAbsencesAlert)}
          min={1}
          max={50}
          allowDecimal={false}
          clampBehavior="strict"
          value={form.absencesAlert ?? ''}
          onChange={(value) => onChange({ absencesAlert: typeof value === 'number' ? value : null })}
        />
        <FreeTextField
          className="span-4"
          optional
          label={t('cohorts.fields.note')}
          description={t('cohorts.noteHint')}
          value={form.note}
          onChange={(note) => onChange({ note })}
        />
      </FormSection>
    </>
  )
}
