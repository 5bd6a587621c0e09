import { Button } from '@mantine/core'
import { IconArrowRampRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { StateDot } from '../../ui/StateDot'
import { joined } from './names'
import { ReferralClock } from './ReferralClock'
import { referralLook } from './referral-look'

interface PersonReferralsProps {
  readonly referrals: readonly Referral[]
  readonly onRefer: () => void
}

/** Every referral of someone: where it stands, since when, and what it was for. */
export function PersonReferrals({ referrals, onRefer }: PersonReferralsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  if (referrals.length === 0) {
    return (
      <div className="person-none">
        <p className="t2">{t('people.noReferral')}</p>
        <Button leftSection={<IconArrowRampRight size={16} />} onClick={onRefer}>
          {t('people.newReferral')}
        </Button>
      </div>
    )
  }
  return (
    <ul className="person-referrals">
      {referrals.map((referral) => {
        const { climbed: _, ...look } = referralLook(referral.state)
        return (
          <li key={referral.id}>
            <div className="row">
              <a className="semi tab" href={`#/referrals/${referral.id}`}>
                {referral.number}
              </a>
              <StateDot {...look}>{label('referralState', referral.state)}</StateDot>
              <span className="t3 sm">{t('people.since', { day: format.day(referral.stateSince) })}</span>
              <span className="end">
                <ReferralClock deadline={referral.deadline} />
              </span>
            </div>
            <p className="t2">
              {joined([
                label('referralMotive', referral.motive),
                referral.landlordName,
                referral.assignedTo === null ? null : t('people.followedBy', { name: referral.assignedTo }),
              ])}
            </p>
            {referral.reasons.length > 0 ? (
              <p className="t3 sm">{format.list(referral.reasons.map((reason) => reasonWord(reason, label)))}</p>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** One list of reasons holds those of three moves. */
function reasonWord(reason: string, label: (list: string, code: string) => string): string {
  const lists = ['refusalReason', 'withdrawalReason', 'expiryReason']
  return lists.map((list) => label(list, reason)).find((word) => word !== reason) ?? reason
}
