import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation, OrganisationFields } from '../../../shared/features/organisations'
import { ask } from '../../api'
import { pointsToKeep } from '../../forms/contact-points'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import {
  OrganisationFormShape,
  changesOf,
  emptyOrganisationForm,
  formOf,
  isComplete,
  newOrganisationOf,
} from './organisation-form'
import { OrganisationFormFields } from './OrganisationFormFields'
import { useOrganisationFieldWords } from './use-field-words'
import './organisation.css'

interface OrganisationDrawerProps {
  /** Null for a new one. */
  readonly organisation: Organisation | null
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

/** What an organisation is. Only what was changed is written; what someone else changed is asked about. */
export function OrganisationDrawer({ organisation, onClose, onSaved }: OrganisationDrawerProps) {
  const { t } = useTranslation()
  const told = useTold()
  const said = useOrganisationFieldWords()
  const [before] = useState(organisation)
  const { form, change, first, ...draft } = useDrawerForm({
    key: `organisations/${before?.id ?? 'new'}`,
    version: before?.version ?? null,
    first: () => (before === null ? emptyOrganisationForm : formOf(before)),
    schema: OrganisationFormShape,
  })
  const { save: update, dialog } = useRecordUpdate<Organisation, Partial<OrganisationFields>>({
    read: (id) => ask('organisations.get', { id }),
    write: (input) => ask('organisations.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })

  /** Two commands at most, taken back together; null when it was given up. */
  async function writeChanges(record: Organisation): Promise<number | null> {
    const fields = changesOf(first, form)
    const someFields = Object.keys(fields).length > 0
    if (someFields && !(await update(record, fields))) return null
    const points = pointsToKeep(form.points)
    const otherPoints = JSON.stringify(points) !== JSON.stringify(pointsToKeep(first.points))
    if (otherPoints) await ask('organisations.setContactPoints', { id: record.id, contactPoints: points })
    return Number(someFields) + Number(otherPoints)
  }

  async function write(): Promise<boolean> {
    if (!isComplete(form)) return false
    if (before === null) {
      const { id, name } = await ask('organisations.create', newOrganisationOf(form))
      told.done(t('organisations.created', { name }))
      onSaved(id)
      return true
    }
    const commands = await writeChanges(before)
    if (commands === null) return false
    if (commands > 0) told.done(t('organisations.savedOf', { name: form.name.trim() }), commands)
    onSaved(before.id)
    return true
  }

  const title = before?.name ?? t('organisations.create')
  return (
    <FormDrawer
      {...drawer}
      label={before === null ? title : t('organisations.editOf', { name: before.name })}
      over={before === null ? null : t('lists.edit')}
      title={title}
    >
      <OrganisationFormFields form={form} asked={asked} excludeId={before?.id ?? null} onChange={change} />
      {dialog}
    </FormDrawer>
  )
}
