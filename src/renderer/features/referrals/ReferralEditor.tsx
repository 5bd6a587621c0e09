import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { letsNoteTravel } from '../../../shared/rules/consent'
import type { Referral, ReferralFields } from '../../../shared/features/referrals'
import { parseEmail } from '../../../shared/rules/email'
import type { SpaceKind } from '../../../shared/rules/values'
import { ask, useQuery } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { PersonName } from '../../ui/PersonName'
import { FormSection } from '../../ui/RecordLayout'
import { useFieldWords } from './field-words'
import { spokenName } from './names'
import { Said, changedFields, saidOf } from './said'
import { type NoteReach, OriginFields, ProjectFields, ReachFields } from './SaidFields'

interface ReferralEditorProps {
  readonly referral: Referral
  readonly kind: SpaceKind
  readonly onClose: () => void
}

/** What was said of a referral as a form, beside it. Only what was changed is written; a conflict is asked about. */
export function ReferralEditor({ referral, kind, onClose }: ReferralEditorProps) {
  const { t } = useTranslation()
  const told = useTold()
  const [before] = useState(referral)
  const { form, change, first, ...draft } = useDrawerForm({
    key: `referrals/${referral.id}`,
    version: before.version,
    first: () => saidOf(before),
    schema: Said,
  })
  const { save, dialog } = useReferralUpdate()
  const settings = useQuery('settings.get', {}).data
  const landlordId = kind === 'landlord' ? (settings?.ownOrganisationId ?? null) : (form.landlord?.id ?? null)
  const wrongEmail = form.officerEmail.trim() !== '' && !parseEmail(form.officerEmail).ok
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })

  async function write(): Promise<boolean> {
    if (wrongEmail) return false
    const fields = changedFields(first, form)
    if (!(await save(before, fields))) return false
    if (Object.keys(fields).length > 0) told.done(t('referrals.changed'))
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      className="referral-editor"
      label={t('referrals.editOf', { name: spokenName(referral) })}
      over={t('lists.edit')}
      title={<PersonName lastName={referral.lastName} firstName={referral.firstName} />}
    >
      <FormSection title={t('referrals.project')}>
        <ProjectFields note={kind === 'landlord' ? reachOfNote(referral) : 'own'} value={form} onChange={change} />
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
      {dialog}
    </FormDrawer>
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

/** As the wording the person agreed to says; one still to agree to says that it travels. */
function reachOfNote({ agreement }: Referral): NoteReach {
  const inForce = agreement !== null && agreement.withdrawnOn === null
  return inForce && !letsNoteTravel(agreement.wordingVersion) ? 'stays' : 'travels'
}
