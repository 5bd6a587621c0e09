import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parsePhone } from '../../../shared/rules/phone'
import type { SpaceKind } from '../../../shared/rules/values'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Banner } from '../../ui/Banner'
import { PersonName } from '../../ui/PersonName'
import type { ReferralForm } from './new-referral'
import './beside.css'

/** Whoever the base already knows that looks like the person being typed. */
export function KnownPeople({ form, onTake }: { form: ReferralForm; onTake: (id: string) => void }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const [others, setOthers] = useState<readonly string[]>([])
  const [identity] = useDebouncedValue(form.identity, 250)
  const phone = parsePhone(identity.phone)
  const enough = form.known === null && (identity.lastName.trim().length > 1 || phone.ok)
  const probe = {
    firstName: identity.firstName,
    lastName: identity.lastName,
    birthYear: /^\d{4}$/u.test(identity.birthYear) ? Number(identity.birthYear) : null,
    phones: phone.ok ? [phone.value] : [],
    emails: identity.email.includes('@') ? [identity.email.trim()] : [],
    postcode: form.address.postcode || null,
  }
  const found = useQuery('people.duplicates', probe, { enabled: enough, keepPrevious: true }).data ?? []
  const shown = enough ? found.filter(({ id }) => !others.includes(id)).slice(0, 3) : []
  if (shown.length === 0) return null
  return (
    <div className="known" role="status">
      <Banner tone="warn" icon={IconUsers}>
        {t('referrals.maybeKnown')}
      </Banner>
      {shown.map((match) => (
        <section className="known-card" key={match.id}>
          <b className="semi">
            <PersonName lastName={match.lastName} firstName={match.firstName} />
          </b>
          <span className="sm t3">{[match.birthYear, match.city].filter(Boolean).join(', ')}</span>
          <ul className="known-reasons">
            {match.reasons.map((reason) => (
              <li key={reason}>
                <IconCheck size={14} />
                {label('duplicateReason', reason)}
              </li>
            ))}
          </ul>
          {match.lastReferralOn && match.lastReferralState ? (
            <p className="sm t3">
              {t('referrals.lastReferral', {
                day: format.day(match.lastReferralOn),
                state: label('referralState', match.lastReferralState).toLocaleLowerCase(),
              })}
            </p>
          ) : null}
          <div className="row wrap">
            <Button size="xs" onClick={() => onTake(match.id)}>
              {t('referrals.sameOne')}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => setOthers([...others, match.id])}>
              {t('referrals.anotherOne')}
            </Button>
          </div>
        </section>
      ))}
    </div>
  )
}

/** To whom, how, and what will be expected in return; in an association, what it will owe. */
export function WhatLeaves({ kind, association }: { kind: SpaceKind; association: string }) {
  const { t } = useTranslation()
  const levels = useQuery('settings.get', {}).data?.serviceLevels
  if (!levels) return null
  const title = t(kind === 'landlord' ? 'referrals.whatLeaves' : 'referrals.whatFollows')
  return (
    <section aria-label={title}>
      <h2 className="h3 beside-title">{title}</h2>
      {kind === 'landlord' ? (
        <dl className="kv">
          <dt>{t('referrals.leavesTo')}</dt>
          <dd>{association}</dd>
          <dt>{t('referrals.leavesHow')}</dt>
          <dd>{t('referrals.leavesByFile')}</dd>
          <dt>{t('referrals.leavesExpected')}</dt>
          <dd>
            {t('referrals.leavesDelays', { acknowledge: levels.acknowledgeWorkingDays, contact: levels.contactDays })}
          </dd>
        </dl>
      ) : (
        <dl className="kv">
          <dt>{t('referrals.followsContact')}</dt>
          <dd>{t('referrals.withinDays', { count: levels.contactDays })}</dd>
          <dt>{t('referrals.followsDecision')}</dt>
          <dd>{t('referrals.withinDays', { count: levels.decisionDays })}</dd>
          <dt>{t('referrals.followsFeedback')}</dt>
          <dd>{t('referrals.withinWorkingDays', { count: levels.feedbackWorkingDays })}</dd>
        </dl>
      )}
    </section>
  )
}
