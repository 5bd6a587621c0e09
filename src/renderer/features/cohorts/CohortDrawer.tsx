import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cohort, CohortFields } from '../../../shared/features/cohorts'
import { ask, useQuery } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { CohortFormShape, cohortFieldsOf, cohortFormOf, cohortProblem } from './cohort-form'
import { CohortFormFields } from './CohortFormFields'
import { useCohortFieldWords } from './use-field-words'

interface CohortDrawerProps {
  readonly programmeId: string
  /** Null for a new one. */
  readonly cohort: Cohort | null
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

/** A cohort, new or known. Only what was changed is written; what someone else changed is asked about. */
export function CohortDrawer({ programmeId, cohort, onClose, onSaved }: CohortDrawerProps) {
  const { t } = useTranslation()
  const told = useTold()
  const members = useQuery('members.list', {}).data ?? []
  const said = useCohortFieldWords(members)
  const [before] = useState(cohort)
  const { form, change, first, ...draft } = useDrawerForm({
    key: before === null ? `cohorts/new/${programmeId}` : `cohorts/${before.id}`,
    version: before?.version ?? null,
    first: () => cohortFormOf(before),
    schema: CohortFormShape,
  })
  const { save, dialog } = useRecordUpdate<Cohort, Partial<CohortFields>>({
    read: (id) => ask('cohorts.get', { id }),
    write: (input) => ask('cohorts.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  const problem = cohortProblem(form)
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })

  async function write(): Promise<boolean> {
    if (problem !== null) return false
    const fields = cohortFieldsOf(form)
    if (before === null) {
      const { id, name } = await ask('cohorts.create', { programmeId, ...fields })
      told.done(t('cohorts.created', { name }))
      onSaved(id)
      return true
    }
    const changes = changedFields(cohortFieldsOf(first), fields)
    if (!(await save(before, changes))) return false
    if (Object.keys(changes).length > 0) told.done(t('cohorts.saved', { name: fields.name }))
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={before === null ? t('cohorts.create') : t('cohorts.editOf', { name: before.name })}
      title={before?.name ?? t('cohorts.create')}
    >
      <CohortFormFields form={form} members={members} problem={asked ? problem : null} onChange={change} />
      {dialog}
    </FormDrawer>
  )
}
