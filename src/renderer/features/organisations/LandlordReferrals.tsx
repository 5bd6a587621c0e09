import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReferralRow } from '../../../shared/features/referrals'
import { emptyFilter } from '../../../shared/rules/lists'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { ErrorState } from '../../ui/ErrorState'
import { PersonName } from '../../ui/PersonName'
import { StateDot } from '../../ui/StateDot'
import type { Tone } from '../../ui/tones'

const step = 50
const most = 500
const tones: Readonly<Record<string, Tone>> = {
  sent: 'info',
  received: 'info',
  contacting: 'info',
  met: 'progress',
  waitlisted: 'warn',
  accepted: 'done',
  closed: 'done',
}

/** The referrals of a landlord, the latest first. */
export function LandlordReferrals({ landlordId }: { landlordId: string }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [shown, setShown] = useState(step)
  const { data, error, refetch } = useQuery(
    'referrals.list',
    {
      filter: { ...emptyFilter, conditions: [{ field: 'landlordId', operator: 'is', value: landlordId }] },
      sort: [{ field: 'createdAt', direction: 'desc' }],
      offset: 0,
      limit: shown,
    },
    { keepPrevious: true },
  )
  if (error && !data) {
    return <ErrorState title={t('organisations.missing')} body={words(error)} onRetry={() => void refetch()} />
  }
  if (data?.total === 0) return <p className="t2">{t('organisations.noReferral')}</p>
  return (
    <>
      <ul className="organisation-rows" aria-label={t('organisations.referrals')}>
        {data?.rows.map((referral) => (
          <Referral key={referral.id} referral={referral} />
        ))}
      </ul>
      {data && data.total > shown && shown < most ? (
        <Button size="xs" onClick={() => setShown(Math.min(most, shown + step))}>
          {t('organisations.showMore', { count: data.total - shown })}
        </Button>
      ) : null}
      {data && data.total > most && shown === most ? <p className="hint">{t('organisations.restInList')}</p> : null}
    </>
  )
}

function Referral({ referral }: { referral: ReferralRow }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const tone = tones[referral.state]
  return (
    <li>
      <div className="row">
        <a className="semi tab" href={`#/referrals/${referral.id}`}>
          {referral.number}
        </a>
        <span className="grow cut">
          <PersonName lastName={referral.lastName} firstName={referral.firstName} />
        </span>
        <StateDot tone={tone ?? 'neutral'} hollow={tone === undefined}>
          {label('referralState', referral.state)}
        </StateDot>
      </div>
      <p className="t3 sm">
        {[
          label('referralMotive', referral.motive),
          referral.residenceName,
          t('organisations.since', { day: format.day(referral.stateSince) }),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
    </li>
  )
}
