import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Programme, ProgrammeFields } from '../../../shared/features/programmes'
import { programmeKinds } from '../../../shared/rules/programmes'
import { ask } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useChoiceLabel } from '../../i18n/choices'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { DateField } from '../../ui/DateField'
import { FreeTextField } from '../../ui/FreeTextField'
import { ProgrammeFormShape, programmeFieldsOf, programmeFormOf, programmeProblem } from './programme-form'
import { useProgrammeFieldWords } from './use-field-words'

interface ProgrammeDrawerProps {
  /** Null for a new one. */
  readonly programme: Programme | null
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

/** What a programme is. Only what was changed is written; what someone else changed is asked about. */
export function ProgrammeDrawer({ programme, onClose, onSaved }: ProgrammeDrawerProps) {
  const { t } = useTranslation()
  const told = useTold()
  const said = useProgrammeFieldWords()
  const [before] = useState(programme)
  const { form, change, first, ...draft } = useDrawerForm({
    key: `programmes/${before?.id ?? 'new'}`,
    version: before?.version ?? null,
    first: () => programmeFormOf(before),
    schema: ProgrammeFormShape,
  })
  const { save, dialog } = useRecordUpdate<Programme, Partial<ProgrammeFields>>({
    read: (id) => ask('programmes.get', { id }),
    write: (input) => ask('programmes.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  const problem = programmeProblem(form)
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })

  async function write(): Promise<boolean> {
    if (problem !== null) return false
    const fields = programmeFieldsOf(form)
    if (before === null) {
      const { id, name } = await ask('programmes.create', fields)
      told.done(t('programmes.created', { name }))
      onSaved(id)
      return true
    }
    const changes = changedFields(programmeFieldsOf(first), fields)
    if (!(await save(before, changes))) return false
    if (Object.keys(changes).length > 0) told.done(t('programmes.saved', { name: fields.name }))
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={before === null ? t('programmes.create') : t('programmes.editOf', { name: before.name })}
      title={before?.name ?? t('programmes.create')}
    >
      <ProgrammeFormFields form={form} problem={asked ? problem : null} onChange={change} />
      {dialog}
    </FormDrawer>
  )
}

interface ProgrammeFormFieldsProps {
  readonly form: ReturnType<typeof programmeFormOf>
  readonly problem: ReturnType<typeof programmeProblem>
  readonly onChange: (part: Partial<ReturnType<typeof programmeFormOf>>) => void
}

function ProgrammeFormFields({ form, problem, onChange }: ProgrammeFormFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const { kind, name, startsOn, endsOn, aim, note } = form
  return (
    <div className="form-grid">
      <TextInput
        className="span-4"
        name="name"
        label={t('programmes.fields.name')}
        autoComplete="off"
        maxLength={200}
        value={name}
        error={problem === 'name' ? t('programmes.nameNeeded') : null}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        className="span-4"
        label={t('programmes.fields.kind')}
        data={programmeKinds.map((one) => ({ value: one, label: label('programmeKind', one) }))}
        value={kind}
        onChange={(chosen) => onChange({ kind: programmeKinds.find((one) => one === chosen) ?? kind })}
      />
      <div className="date-pair">
        <DateField
          optional
          label={t('programmes.fields.startsOn')}
          value={startsOn}
          onChange={(day) => onChange({ startsOn: day })}
        />
        <DateField
          optional
          label={t('programmes.fields.endsOn')}
          value={endsOn}
          error={problem === 'endsOn' ? t('programmes.endsBefore') : null}
          onChange={(day) => onChange({ endsOn: day })}
        />
      </div>
      <FreeTextField
        className="span-4"
        optional
        label={t('programmes.fields.aim')}
        description={t('programmes.aimHint')}
        value={aim}
        onChange={(text) => onChange({ aim: text })}
      />
      <FreeTextField
        className="span-4"
        optional
        label={t('programmes.fields.note')}
        description={t('programmes.noteHint')}
        value={note}
        onChange={(text) => onChange({ note: text })}
      />
    </div>
  )
}
