import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import { AddressFields } from '../../forms/AddressFields'
import { PersonFields } from '../../forms/PersonFields'
import { QpvFields } from '../../forms/QpvFields'
import { RecordPicker } from '../../ui/RecordPicker'
import type { ReferralForm, ReferralProblems } from './new-referral'

interface PersonOfReferralProps {
  readonly form: ReferralForm
  /** What is wrong, once saving was tried. */
  readonly problems: ReferralProblems | null
  readonly onChange: (part: Partial<ReferralForm>) => void
}

interface WhoProps extends PersonOfReferralProps {
  readonly onTake: (id: string) => void
  /** It follows another referral: the person is the same. */
  readonly fixed: boolean
}

/** Whom it is about: someone new, or someone known, chosen by a few letters. */
export function PersonOfReferral({ form, problems, onChange, onTake, fixed }: WhoProps) {
  const { t } = useTranslation()
  const said = (wrong: boolean | undefined, words: string) => (wrong ? words : null)
  return (
    <>
      {form.known ? null : (
        <PersonFields
          value={form.identity}
          errors={{
            lastName: said(problems?.name, t('referrals.nameNeeded')),
            phone: said(problems?.phone, t('ui.parse.phone')),
            email: said(problems?.email, t('referrals.emailUnread')),
            birthYear: said(problems?.birthYear, t('referrals.yearUnread')),
          }}
          onChange={(identity) => onChange({ identity })}
        />
      )}
      <RecordPicker
        className={form.known ? 'span-4' : 'span-2'}
        label={t('referrals.knownPerson')}
        optional={!fixed}
        disabled={fixed}
        placeholder={t('referrals.findPerson')}
        value={form.known}
        search={findPeople}
        onChange={(known) => (known ? onTake(known.id) : onChange({ known: null }))}
      />
    </>
  )
}

/** Where someone new lives. Of someone known, that is on their record. */
export function HomeOfReferral({ form, problems, onChange }: PersonOfReferralProps) {
  const { t } = useTranslation()
  if (form.known) return null
  return (
    <>
      <AddressFields value={form.address} onChange={(address) => onChange({ address })} />
      <QpvFields
        value={form.qpv}
        communeCode={form.address.commune?.code ?? null}
        error={problems?.qpvCode ? t('referrals.qpvCodeNeeded') : null}
        onChange={(qpv) => onChange({ qpv })}
      />
    </>
  )
}

async function findPeople(text: string) {
  if (text.trim() === '') return []
  const hits = await ask('search.find', { text, entities: ['people'], limit: 12 })
  return hits.map(({ id, title, subtitle }) => ({ id, label: title, ...(subtitle ? { detail: subtitle } : {}) }))
}
