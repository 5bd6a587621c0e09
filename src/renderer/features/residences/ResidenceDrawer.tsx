import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Residence } from '../../../shared/features/organisations'
import { ask } from '../../api'
import { useDraft } from '../../drafts'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { Drawer } from '../../ui/Drawer'
import type { PickerOption } from '../../ui/RecordPicker'
import {
  type ResidenceForm,
  changesOf,
  formOf,
  newResidenceForm,
  newResidenceOf,
  problemsOf,
  readResidenceDraft,
} from './residence-form'
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
  const format = useFormat()
  const told = useTold()
  const formId = useId()
  const [before] = useState(residence)
  const first = useMemo(() => (before === null ? newResidenceForm(landlord) : formOf(before)), [before, landlord])
  const [form, setForm] = useState<ResidenceForm>(first)
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const changed = JSON.stringify(form) !== JSON.stringify(first)
  const key = before === null ? `residences/new/${landlord?.id ?? ''}` : `residences/${before.id}`
  const version = before?.version ?? null
  const draft = useDraft(key, { version, form }, changed)
  const problems = problemsOf(form)
  const { save: update, taken, refusedCode, dialog } = useResidenceUpdate()
  useEffect(() => {
    void readResidenceDraft(key, version).then((kept) => kept && setForm(kept))
  }, [key, version])

  function said(field: string): string | null {
    if (field === 'code' && taken !== null && taken.code === form.code.trim()) {
      return t('residences.codeTaken', { name: taken.name })
    }
    const problem = asked ? problems.get(field) : undefined
    return problem === undefined ? null : t(`residences.wrong.${problem}`)
  }

  async function write(): Promise<void> {
    setAsked(true)
    if (problems.size > 0) return
    setSaving(true)
    try {
      if (before === null) {
        const { name } = await ask('residences.create', newResidenceOf(form))
        told.done(t('residences.created', { name }))
      } else {
        const fields = changesOf(first, form)
        if (!(await update(before, fields))) return
        if (Object.keys(fields).length > 0) told.done(t('residences.savedOf', { name: form.name.trim() }))
      }
      await draft.discard()
      onClose()
    } catch (problem) {
      if (!refusedCode(problem, form.code.trim())) told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  async function giveUp(): Promise<void> {
    await draft.discard().catch(told.failed)
    onClose()
  }

  const title = before?.name ?? t('residences.create')
  const inTrash = before !== null && before.deletedAt !== null
  return (
    <Drawer
      label={title}
      over={draft.savedAt ? t('lists.draftKept', { time: format.time(draft.savedAt) }) : null}
      title={title}
      under={
        before === null ? null : (
          <span className="t3 sm">
            {before.people === 0 ? t('residences.nobody') : t('residences.people', { count: before.people })}
          </span>
        )
      }
      onClose={() => void (changed ? onClose() : giveUp())}
      footer={
        inTrash ? null : (
          <>
            {before === null ? null : (
              <Button variant="subtle" leftSection={<IconTrash size={15} />} onClick={() => setLeaving(true)}>
                {t('lists.trash')}
              </Button>
            )}
            <Button variant="subtle" onClick={() => void giveUp()}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" form={formId} variant="filled" loading={saving}>
              {t('common.save')}
            </Button>
          </>
        )
      }
    >
      {inTrash ? (
        <InTrash residence={before} onClose={onClose} />
      ) : (
        <form
          id={formId}
          className="drawer-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void write()
          }}
        >
          <ResidenceFormFields form={form} said={said} onChange={(some) => setForm((now) => ({ ...now, ...some }))} />
        </form>
      )}
      {dialog}
      {leaving && before !== null ? (
        <ToTrash
          selection={{ mode: 'these', ids: [before.id] }}
          count={1}
          name={before.name}
          onClose={() => setLeaving(false)}
          onDone={() => void giveUp()}
        />
      ) : null}
    </Drawer>
  )
}

function InTrash({ residence, onClose }: { residence: Residence; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  async function restore(): Promise<void> {
    try {
      await ask('residences.restore', { id: residence.id })
      told.done(t('history.restored', { name: residence.name }))
      onClose()
    } catch (problem) {
      told.failed(problem)
    }
  }
  return (
    <Banner
      tone="warn"
      icon={IconTrash}
      act={
        <Button size="xs" onClick={() => void restore()}>
          {t('history.restore')}
        </Button>
      }
    >
      {t('residences.inTrash')}
    </Banner>
  )
}
