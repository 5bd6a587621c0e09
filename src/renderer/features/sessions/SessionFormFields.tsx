import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { IconLock, IconShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { readTime } from '../../forms/time'
import { coachingThemes, sessionModes, sessionStates } from '../../../shared/rules/coaching'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import { FundingFields } from './FundingFields'
import type { SessionForm, problemsOf } from './session-form'

interface SessionFormFieldsProps {
  readonly personId: string
  readonly form: SessionForm
  readonly problems: ReturnType<typeof problemsOf>
  readonly stepDone: boolean
  readonly onChange: (some: Partial<SessionForm>) => void
}

/** When and how, then what was said, then what comes next: in the order in which a coach tells it. */
export function SessionFormFields(props: SessionFormFieldsProps) {
  const { form, onChange } = props
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const took = form.state === 'held'
  return (
    <div className="session-fields">
      <ChoiceChips
        single
        label={t('sessions.state')}
        choices={sessionStates.map((code) => ({ code, label: label('sessionState', code) }))}
        value={[form.state]}
        onChange={([state]) => state && onChange({ state })}
      />
      <WhenAndHow {...props} />
      {form.state === 'cancelled' ? null : (
        <ChoiceChips
          label={t('sessions.themes')}
          optional
          choices={coachingThemes.map((code) => ({ code, label: label('coachingTheme', code) }))}
          value={form.themes}
          onChange={(themes) => onChange({ themes })}
        />
      )}
      <Notes form={form} onChange={onChange} />
      <NextStep {...props} />
      {took ? (
        <Checkbox
          label={t('sessions.writtenUp')}
          description={t('sessions.writtenUpHint')}
          checked={form.writtenUp}
          onChange={(event) => onChange({ writtenUp: event.currentTarget.checked })}
        />
      ) : null}
      <FundingFields
        supportId={form.supportId}
        on={form.heldOn}
        value={form.fundings}
        wrong={props.problems.includes('fundings')}
        onChange={(fundings) => onChange({ fundings })}
      />
    </div>
  )
}

function WhenAndHow({ personId, form, problems, onChange }: SessionFormFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const wrongDay = problems.includes('heldOn')
    ? t('sessions.dayNeeded')
    : problems.includes('future')
      ? t('sessions.notYet')
      : null
  return (
    <>
      <div className="session-when">
        <DateField
          label={t('sessions.heldOn')}
          error={wrongDay}
          value={form.heldOn}
          onChange={(heldOn) => onChange({ heldOn })}
        />
        <TextInput
          label={<FieldLabel optional>{t('sessions.startTime')}</FieldLabel>}
          placeholder={t('sessions.timePattern')}
          autoComplete="off"
          inputMode="numeric"
          maxLength={7}
          error={problems.includes('startTime') ? t('sessions.timeWrong') : null}
          value={form.startTime}
          onChange={(event) => onChange({ startTime: event.currentTarget.value })}
          onBlur={() => onChange({ startTime: readTime(form.startTime) ?? form.startTime })}
        />
        <NumberInput
          label={t('sessions.minutes')}
          min={0}
          max={720}
          step={15}
          allowDecimal={false}
          allowNegative={false}
          error={problems.includes('minutes') ? t('sessions.minutesWrong') : null}
          value={form.minutes}
          onChange={(minutes) => onChange({ minutes: typeof minutes === 'number' ? minutes : 0 })}
        />
      </div>
      <ChoiceChips
        single
        label={t('sessions.mode')}
        choices={sessionModes.map((code) => ({ code, label: label('sessionMode', code) }))}
        value={[form.mode]}
        onChange={([mode]) => mode && onChange({ mode })}
      />
      {form.mode === 'inPerson' && form.state === 'planned' ? (
        <TextInput
          label={<FieldLabel optional>{t('sessions.place')}</FieldLabel>}
          autoComplete="off"
          maxLength={200}
          value={form.place}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
      ) : null}
      <Whose personId={personId} form={form} onChange={onChange} />
    </>
  )
}

/** Asked only where there is a choice: several spells, or a session held by someone else. */
function Whose({ personId, form, onChange }: Pick<SessionFormFieldsProps, 'personId' | 'form' | 'onChange'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const spells = useQuery('supports.ofPerson', { personId }).data ?? []
  const members = useQuery('members.list', {}).data ?? []
  const coaches = members.filter(({ id, active }) => active || id === form.coachId)
  return (
    <div className="session-whose">
      <Select
        label={t('sessions.coach')}
        data={coaches.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.coachId}
        onChange={(coachId) => coachId && onChange({ coachId })}
      />
      {spells.some(({ id }) => id !== form.supportId) ? (
        <Select
          label={t('sessions.support')}
          data={spells.map(({ id, coachName, startedOn }) => ({
            value: id,
            label: t('sessions.spell', { name: coachName, day: format.day(startedOn) }),
          }))}
          value={form.supportId}
          onChange={(supportId) => onChange({ supportId })}
        />
      ) : null}
    </div>
  )
}

/** Two notes that cannot be taken for one another: their heads, grounds and icons differ. */
function Notes({ form, onChange }: Pick<SessionFormFieldsProps, 'form' | 'onChange'>) {
  const { t } = useTranslation()
  return (
    <>
      <section className="session-note" data-private>
        <h3 className="h3">
          <IconLock size={15} /> {t('sessions.privateTitle')}
        </h3>
        <p className="hint">{t('sessions.privateHint')}</p>
        <FreeTextField
          label={t('sessions.privateNote')}
          optional
          value={form.privateNote}
          onChange={(privateNote) => onChange({ privateNote })}
        />
      </section>
      <section className="session-note">
        <h3 className="h3">
          <IconShare size={15} /> {t('sessions.shareableTitle')}
        </h3>
        <p className="hint">{t('sessions.shareableHint')}</p>
        <FreeTextField
          label={t('sessions.shareableNote')}
          optional
          value={form.shareableNote}
          onChange={(shareableNote) => onChange({ shareableNote })}
        />
      </section>
    </>
  )
}

function NextStep({ form, stepDone, onChange }: SessionFormFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className="session-next">
      <TextInput
        label={<FieldLabel optional>{t('sessions.nextStep')}</FieldLabel>}
        description={stepDone ? t('sessions.stepDone') : t('sessions.nextStepHint')}
        autoComplete="off"
        maxLength={200}
        value={form.nextStep}
        onChange={(event) => onChange({ nextStep: event.currentTarget.value })}
      />
      {form.nextStep.trim() === '' ? null : (
        <DateField
          label={t('sessions.nextStepOn')}
          optional
          value={form.nextStepOn}
          onChange={(nextStepOn) => onChange({ nextStepOn })}
        />
      )}
    </div>
  )
}
