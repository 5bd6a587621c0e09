import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { Referral, ReferralFields } from '../../../shared/features/referrals'
import { parseEmail } from '../../../shared/rules/email'
import type { SpaceKind } from '../../../shared/rules/values'
import { ask, useQuery } from '../../api'
import { readDraft, useDraft } from '../../drafts'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import { PersonName } from '../../ui/PersonName'
import { FormSection } from '../../ui/RecordLayout'
import { useFieldWords } from './field-words'
import { spokenName } from './names'
import { Said, changedFields, saidOf } from './said'
import { OriginFields, ProjectFields, ReachFields } from './SaidFields'

interface ReferralEditorProps {
  readonly referral: Referral
  readonly kind: SpaceKind
  readonly onClose: () => void
}

/** What was said of a referral as a form, beside it. Only what was changed is written; a conflict is asked about. */
export function ReferralEditor({ referral, kind, onClose }: ReferralEditorProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const [before] = useState(referral)
  const [first] = useState(() => saidOf(referral))
  const [form, setForm] = useState<Said>(first)
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const changed = JSON.stringify(form) !== JSON.stringify(first)
  const key = `referrals/${referral.id}`
  const draft = useDraft(key, { version: before.version, form }, changed)
  const { save, dialog } = useReferralUpdate()
  const settings = useQuery('settings.get', {}).data
  const landlordId = kind === 'landlord' ? (settings?.ownOrganisationId ?? null) : (form.landlord?.id ?? null)
  const wrongEmail = form.officerEmail.trim() !== '' && !parseEmail(form.officerEmail).ok
  const change = (part: Partial<Said>) => setForm((now) => ({ ...now, ...part }))

  useEffect(() => {
    const Kept = z.object({ version: z.literal(before.version), form: Said })
    void readDraft(key).then(
      (kept) => {
        const read = Kept.safeParse(kept?.data)
        if (read.success) setForm(read.data.form)
      },
      () => undefined, // a draft that cannot be read is none
    )
  }, [key, before.version])

  async function write(): Promise<void> {
    setAsked(true)
    if (wrongEmail) return
    setSaving(true)
    try {
      const fields = changedFields(first, form)
      if (!(await save(before, fields))) return
      await draft.discard()
      if (Object.keys(fields).length > 0) told.done(t('referrals.changed'))
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

  return (
    <Drawer
      label={t('referrals.editOf', { name: spokenName(referral) })}
      over={draft.savedAt ? t('lists.draftKept', { time: format.time(draft.savedAt) }) : t('lists.edit')}
      title={<PersonName lastName={referral.lastName} firstName={referral.firstName} />}
      onClose={() => void (changed ? onClose() : giveUp())}
      footer={
        <>
          <Button variant="subtle" onClick={() => void giveUp()}>
            {t('common.cancel')}
          </Button>
          <Button variant="filled" loading={saving} onClick={() => void write()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        className="referral-editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <FormSection title={t('referrals.project')}>
          <ProjectFields value={form} onChange={change} />
        </FormSection>
        <FormSection title={t('referrals.contact')}>
          <ReachFields value={form} onChange={change} />
        </FormSection>
        <FormSection title={t('referrals.home')}>
          <OriginFields
            kind={kind}
            landlordId={landlordId}
            value={form}
            wrongEmail={asked && wrongEmail}
            onChange={change}
          />
        </FormSection>
      </form>
      {dialog}
    </Drawer>
  )
}

/** Saves fields of a referral; what someone else changed meanwhile is settled in its dialog. */
export function useReferralUpdate() {
  const words = useFieldWords()
  return useRecordUpdate<Referral, Partial<ReferralFields>>({
    read: (id) => ask('referrals.get', { id }),
    write: (input) => ask('referrals.update', input),
    fieldLabel: words.label,
    valueLabel: words.value,
  })
}
