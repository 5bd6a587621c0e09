import { Button } from '@mantine/core'
import { useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation, OrganisationFields } from '../../../shared/features/organisations'
import { ask } from '../../api'
import { useDraft } from '../../drafts'
import { pointsToKeep } from '../../forms/contact-points'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import {
  type OrganisationForm,
  changesOf,
  emptyOrganisationForm,
  formOf,
  isComplete,
  newOrganisationOf,
  readOrganisationDraft,
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
  const format = useFormat()
  const told = useTold()
  const formId = useId()
  const said = useOrganisationFieldWords()
  const [before] = useState(organisation)
  const first = useMemo(() => (before === null ? emptyOrganisationForm : formOf(before)), [before])
  const [form, setForm] = useState<OrganisationForm>(first)
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const changed = JSON.stringify(form) !== JSON.stringify(first)
  const key = `organisations/${before?.id ?? 'new'}`
  const version = before?.version ?? null
  const draft = useDraft(key, { version, form }, changed)
  const { save: update, dialog } = useRecordUpdate<Organisation, Partial<OrganisationFields>>({
    read: (id) => ask('organisations.get', { id }),
    write: (input) => ask('organisations.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  useEffect(() => {
    void readOrganisationDraft(key, version).then((kept) => kept && setForm(kept))
  }, [key, version])

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

  async function write(): Promise<void> {
    setAsked(true)
    if (!isComplete(form)) return
    setSaving(true)
    try {
      if (before === null) {
        const { id, name } = await ask('organisations.create', newOrganisationOf(form))
        told.done(t('organisations.created', { name }))
        onSaved(id)
      } else {
        const commands = await writeChanges(before)
        if (commands === null) return
        if (commands > 0) told.done(t('organisations.savedOf', { name: form.name.trim() }), commands)
        onSaved(before.id)
      }
      await draft.discard()
      onClose()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  async function giveUp(): Promise<void> {
    await draft.discard().catch(told.failed)
    onClose()
  }

  const title = before?.name ?? t('organisations.create')
  return (
    <Drawer
      label={before === null ? title : t('organisations.editOf', { name: before.name })}
      over={
        draft.savedAt
          ? t('lists.draftKept', { time: format.time(draft.savedAt) })
          : before === null
            ? null
            : t('lists.edit')
      }
      title={title}
      onClose={() => void (changed ? onClose() : giveUp())}
      footer={
        <>
          <Button variant="subtle" onClick={() => void giveUp()}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={saving}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="drawer-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <OrganisationFormFields
          form={form}
          asked={asked}
          excludeId={before?.id ?? null}
          onChange={(some) => setForm((now) => ({ ...now, ...some }))}
        />
      </form>
      {dialog}
    </Drawer>
  )
}
