import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { minutesBetween, workshopKinds } from '../../../shared/rules/programmes'
import { findOrganisations } from '../../forms/find-organisations'
import { durationWords } from '../../i18n/duration'
import { useChoiceLabel } from '../../i18n/choices'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import { RecordPicker } from '../../ui/RecordPicker'
import { FormSection } from '../../ui/RecordLayout'
import { TimeField } from '../../ui/TimeField'
import { FundingFields } from './FundingFields'
import { useHolidays } from './use-holidays'
import type { WorkshopForm, WorkshopProblem } from './workshop-form'

interface WorkshopFormFieldsProps {
  readonly form: WorkshopForm
  readonly programmeId: string
  readonly problem: WorkshopProblem | null
  /** A series has its days elsewhere. */
  readonly isSeries: boolean
  readonly onChange: (part: Partial<WorkshopForm>) => void
}

/** What a workshop is, when and where, who holds it, and what its hours count for. */
export function WorkshopFormFields({ form, programmeId, problem, isSeries, onChange }: WorkshopFormFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (
    <>
      <div className="form-grid">
        <TextInput
          className="span-4"
          name="title"
          label={t('workshops.fields.title')}
          autoComplete="off"
          maxLength={200}
          value={form.title}
          error={problem === 'title' ? t('workshops.titleNeeded') : null}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <Select
          label={t('workshops.fields.kind')}
          data={workshopKinds.map((kind) => ({ value: kind, label: label('workshopKind', kind) }))}
          value={form.kind}
          onChange={(chosen) => onChange({ kind: workshopKinds.find((kind) => kind === chosen) ?? form.kind })}
        />
        <TextInput
          label={<FieldLabel optional>{t('workshops.fields.theme')}</FieldLabel>}
          autoComplete="off"
          maxLength={120}
          value={form.theme}
          onChange={(event) => onChange({ theme: event.currentTarget.value })}
        />
        <Checkbox
          className="span-4"
          label={t('workshops.fields.compulsory')}
          description={t('workshops.compulsoryHint')}
          checked={form.compulsory}
          onChange={(event) => onChange({ compulsory: event.currentTarget.checked })}
        />
      </div>
      <When form={form} problem={problem} isSeries={isSeries} onChange={onChange} />
      <Where form={form} problem={problem} onChange={onChange} />
      <FundingFields programmeId={programmeId} value={form.fundings} onChange={(fundings) => onChange({ fundings })} />
      <div className="form-section">
        <FreeTextField
          optional
          label={t('workshops.fields.note')}
          description={t('workshops.noteHint')}
          value={form.note}
          onChange={(note) => onChange({ note })}
        />
      </div>
    </>
  )
}

type PartProps = Pick<WorkshopFormFieldsProps, 'form' | 'problem' | 'onChange'>

function When({ form, problem, isSeries, onChange }: PartProps & { isSeries: boolean }) {
  const { t } = useTranslation()
  const holiday = useHolidays()
  const span = minutesBetween(form.startTime, form.endTime)
  const backwards = form.startTime !== '' && form.endTime !== '' && span === null
  return (
    <FormSection title={t('workshops.when')}>
      {isSeries ? null : (
        <DateField
          className="span-4"
          label={t('workshops.fields.heldOn')}
          value={form.heldOn}
          error={problem === 'heldOn' ? t('workshops.dayNeeded') : null}
          onChange={(heldOn) => onChange({ heldOn })}
        />
      )}
      {!isSeries && form.heldOn !== null && holiday(form.heldOn) ? (
        <p className="span-4 hint tone-warn toned">{t('workshops.onHoliday')}</p>
      ) : null}
      <div className="span-4 workshop-times">
        <TimeField
          label={t('workshops.fields.startTime')}
          value={form.startTime}
          onChange={(startTime) => onChange({ startTime })}
        />
        <TimeField
          label={t('workshops.fields.endTime')}
          value={form.endTime}
          error={backwards || problem === 'endTime' ? t('workshops.endsBefore') : null}
          onChange={(endTime) => onChange({ endTime })}
        />
        <NumberInput
          label={t('workshops.break')}
          suffix={'\u00A0min'}
          min={0}
          max={600}
          step={15}
          allowDecimal={false}
          clampBehavior="strict"
          value={form.breakMinutes}
          error={problem === 'breakMinutes' ? t('workshops.breakTooLong') : null}
          onChange={(value) => onChange({ breakMinutes: typeof value === 'number' ? value : 0 })}
        />
      </div>
      {span !== null && span > form.breakMinutes ? (
        <p className="span-4 hint tab">{t('workshops.counted', { hours: durationWords(span - form.breakMinutes) })}</p>
      ) : null}
    </FormSection>
  )
}

function Where({ form, problem, onChange }: PartProps) {
  const { t } = useTranslation()
  return (
    <FormSection title={t('workshops.where')}>
      <TextInput
        className="span-4"
        label={<FieldLabel optional>{t('workshops.fields.place')}</FieldLabel>}
        autoComplete="off"
        maxLength={200}
        value={form.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <TextInput
        className="span-4"
        label={<FieldLabel optional>{t('workshops.fields.link')}</FieldLabel>}
        placeholder="https://"
        autoComplete="off"
        maxLength={300}
        value={form.link}
        error={problem === 'link' ? t('workshops.linkWrong') : null}
        onChange={(event) => onChange({ link: event.currentTarget.value })}
      />
      <TextInput
        className="span-4"
        label={<FieldLabel optional>{t('workshops.fields.trainerName')}</FieldLabel>}
        autoComplete="off"
        maxLength={120}
        value={form.trainerName}
        onChange={(event) => onChange({ trainerName: event.currentTarget.value })}
      />
      <RecordPicker
        className="span-4"
        optional
        label={t('workshops.fields.trainerOrganisationId')}
        value={form.trainerOrganisation}
        search={findOrganisations}
        onChange={(found) =>
          onChange({ trainerOrganisation: found === null ? null : { id: found.id, label: found.label } })
        }
      />
    </FormSection>
  )
}
