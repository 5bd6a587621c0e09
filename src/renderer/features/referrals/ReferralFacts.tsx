import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { formatPhone } from '../../../shared/rules/phone'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { callShell } from '../../shell'
import { joined } from './names'
import { useTold } from '../../told'
import { useReferralUpdate } from './ReferralEditor'

/** What is said of a referral, in the words of the field. */
export function ReferralFacts({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const times = referral.bestTimes.map((time) => label('bestTime', time).toLocaleLowerCase())
  const stage = referral.projectStage ? label('projectStage', referral.projectStage).toLocaleLowerCase() : null
  const place = placeOf()
  return (
    <dl className="kv">
      <dt>{t('referrals.fields.project')}</dt>
      <dd>
        {joined([referral.project ?? label('referralMotive', referral.motive), stage])}
        {referral.goal ? <small>{referral.goal}</small> : null}
      </dd>
      {referral.project ? (
        <>
          <dt>{t('referrals.motive')}</dt>
          <dd>{label('referralMotive', referral.motive)}</dd>
        </>
      ) : null}
      {referral.phone ? (
        <>
          <dt>{t('referrals.fields.phone')}</dt>
          <dd>
            <OutsideLink url={`tel:${referral.phone}`}>{formatPhone(referral.phone)}</OutsideLink>{' '}
            <span className="t3">{format.either(times)}</span>
          </dd>
        </>
      ) : null}
      {referral.email ? (
        <>
          <dt>{t('referrals.fields.email')}</dt>
          <dd className="cut">
            <OutsideLink url={`mailto:${referral.email}`}>{referral.email}</OutsideLink>
          </dd>
        </>
      ) : null}
      {referral.contactPreference || referral.languageHelp ? (
        <>
          <dt>{t('referrals.fields.contact')}</dt>
          <dd>
            {joined([
              referral.contactPreference ? label('contactPreference', referral.contactPreference) : null,
              referral.languageHelp ? t('referrals.languageHelpNeeded') : null,
            ])}
          </dd>
        </>
      ) : null}
      <dt>{t('referrals.fields.referredBy')}</dt>
      <dd>
        {joined([referral.officerName, referral.agency, referral.landlordName]) || t('referrals.noLandlord')}
        {referral.officerPhone || referral.officerEmail ? (
          <small>{joined([referral.officerPhone, referral.officerEmail])}</small>
        ) : null}
      </dd>
      {place.name || place.detail ? (
        <>
          <dt>{t('referrals.fields.residence')}</dt>
          <dd>
            {place.name} <span className="t3">{place.detail}</span>
          </dd>
        </>
      ) : null}
      {referral.needs.length > 0 ? (
        <>
          <dt>{t('referrals.fields.needs')}</dt>
          <dd>{joined(referral.needs.map((need) => label('need', need)))}</dd>
        </>
      ) : null}
      {referral.note ? (
        <>
          <dt>{t('referrals.fields.note')}</dt>
          <dd>{referral.note}</dd>
        </>
      ) : null}
    </dl>
  )

  function placeOf() {
    const { entry } = referral
    const qpv = entry && entry.qpvState !== 'toCheck' ? inSentence(label('qpvState', entry.qpvState)) : null
    const toCheck = entry?.qpvState === 'toCheck' ? t('referrals.qpvToCheck') : null
    return {
      name: joined([referral.residenceName, referral.residenceCode]),
      detail: joined([entry?.communeName ?? referral.city, qpv ?? toCheck]),
    }
  }
}

/** A word within a line; `QPV` keeps its capitals. */
function inSentence(word: string): string {
  return word.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase())
}

/** Opens the phone or the mail program, which asks first. */
function OutsideLink({ url, children }: { url: string; children: string }) {
  const told = useTold()
  return (
    <a
      className="tab"
      href={url}
      onClick={(event) => {
        event.preventDefault()
        void callShell('openExternal', { url }).catch(told.failed)
      }}
    >
      {children}
    </a>
  )
}

/** Who follows it; changed in place. */
export function FollowedBy({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const told = useTold()
  const { save, dialog } = useReferralUpdate()
  const members = useQuery('members.list', {}).data ?? []
  const choices = members
    .filter(({ id, active }) => active || id === referral.assignedToId)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Select
        size="xs"
        label={t('referrals.fields.assignedTo')}
        placeholder={t('referrals.nobody')}
        clearable
        data={choices}
        value={referral.assignedToId}
        onChange={(assignedToId) =>
          void save(referral, { assignedToId }).then((saved) => saved && told.done(t('referrals.changed')))
        }
      />
      {dialog}
    </>
  )
}
