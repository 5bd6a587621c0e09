import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Residence } from '../../../shared/features/organisations'
import { ask } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { InTrash } from '../../lists/InTrash'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import type { PickerOption } from '../../ui/RecordPicker'
import { ResidenceFormShape, changesOf, formOf, newResidenceForm, newResidenceOf, problemsOf } from './residence-form'
import { ResidenceFormFields } from './ResidenceFormFields'
import { ToTrash } from './ToTrash'
import { useResidenceUpdate } from './use-residence-update'
import './residences.css'

interface ResidenceDrawerProps {
  /** Null for a new one. */
  readonly residence: Residence | null
  /** Whose a new one is, when it is added from its landlord. */
  readonly landlord?: PickerOption | null
  readonly onClose: () => void
}

/** A residence, new or known. Only what was changed is written; what someone else changed is asked about. */
export function ResidenceDrawer({ residence, landlord = null, onClose }: ResidenceDrawerProps) {
  const { t } = useTranslation()
  const told = useTold()
  const [before] = useState(residence)
  const [leaving, setLeaving] = useState(false)
  const { form, change, first, ...draft } = useDrawerForm({
    key: before === null ? `residences/new/${landlord?.id ?? ''}` : `residences/${before.id}`,
    version: before?.version ?? null,
    first: () => (before === null ? newResidenceForm(landlord) : formOf(before)),
    schema: ResidenceFormShape,
  })
  const problems = problemsOf(form)
  const { save: update, taken, refusedCode, dialog } = useResidenceUpdate()
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })

  function said(field: string): string | null {
    if (field === 'code' && taken !== null && taken.code === form.code.trim()) {
      return t('residences.codeTaken', { name: taken.name })
    }
    const problem = asked ? problems.get(field) : undefined
    return problem === undefined ? null : t(`residences.wrong.${problem}`)
  }

  async function write(): Promise<boolean> {
    if (problems.size > 0) return false
    if (before !== null) {
      const fields = changesOf(first, form)
      if (!(await update(before, fields))) return false
      if (Object.keys(fields).length > 0) told.done(t('residences.savedOf', { name: form.name.trim() }))
      return true
    }
    try {
      const { name } = await ask('residences.create', newResidenceOf(form))
      told.done(t('residences.created', { name }))
      return true
    } catch (problem) {
      if (!refusedCode(problem, form.code.trim())) throw problem
      return false
    }
  }

  const title = before?.name ?? t('residences.create')
  const under =
    before === null ? null : (
      <span className="t3 sm">
        {before.people === 0 ? t('residences.nobody') : t('residences.people', { count: before.people })}
      </span>
    )
  if (before !== null && before.deletedAt !== null) {
    return (
      <Drawer label={title} title={title} under={under} onClose={onClose}>
        <InTrash
          words={t('residences.inTrash')}
          name={before.name}
          restore={() => ask('residences.restore', { id: before.id }).then(onClose)}
        />
      </Drawer>
    )
  }
  return (
    <FormDrawer
      {...drawer}
      label={title}
      under={under}
      acts={
        before === null ? null : (
          <Button variant="subtle" leftSection={<IconTrash size={15} />} onClick={() => setLeaving(true)}>
            {t('lists.trash')}
          </Button>
        )
      }
      after={
        <>
          {dialog}
          {leaving && before !== null ? (
            <ToTrash
              selection={{ mode: 'these', ids: [before.id] }}
              count={1}
              name={before.name}
              onClose={() => setLeaving(false)}
              onDone={drawer.onGiveUp}
            />
          ) : null}
        </>
      }
    >
      <ResidenceFormFields form={form} said={said} onChange={change} />
    </FormDrawer>
  )
}
