import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import type { SpaceKind } from '../../../shared/rules/values'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { ErrorState } from '../../ui/ErrorState'
import { RecordHeader } from '../../ui/PageHeader'
import { PersonName } from '../../ui/PersonName'
import { RecordLayout } from '../../ui/RecordLayout'
import { AgreementToNote } from './AgreementToNote'
import { ContactAttempts, canBeTried } from './ContactAttempts'
import { DecisionActs, DecisionPanel } from './DecisionPanel'
import { Feedbacks } from './FeedbackDue'
import { FollowedBy, ReferralFacts } from './ReferralFacts'
import { ReferralAgreement } from './ReferralAgreement'
import { ReferralPath } from './ReferralPath'
import { ReferralDeadline, ReferralState } from './ReferralState'
import { ReferralThread } from './ReferralThread'
import { useDecision } from './use-decision'
import { WaitingRank } from './WaitingRank'
import './referrals.css'

interface ReferralRecordProps {
  readonly id: string
  readonly kind: SpaceKind
  /** What was changed, in words. */
  readonly history: ReactNode
}

/** A referral on its own page: what it is at left, what happened in the middle, what to do next at right. */
export function ReferralRecord({ id, kind, history }: ReferralRecordProps) {
  const words = useErrorWords()
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery('referrals.get', { id }, { keepPrevious: true })
  if (data?.id === id) return <Loaded referral={data} kind={kind} history={history} key={id} />
  return error ? (
    <ErrorState title={t('referrals.oneFailed')} body={words(error)} onRetry={() => void refetch()} />
  ) : null
}

function Loaded({ referral, kind, history }: Omit<ReferralRecordProps, 'id'> & { readonly referral: Referral }) {
  const { t } = useTranslation()
  const deciding = useDecision(referral, kind, null)
  return (
    <>
      <RecordHeader
        label={t('referrals.crumbs')}
        crumbs={[{ label: t('referrals.title'), href: '#/referrals' }, { label: referral.number }]}
      />
      <RecordLayout
        identityLabel={t('referrals.person')}
        identity={
          <div className="stack">
            <h1 className="h1">
              <a href={`#/people/${referral.personId}`}>
                <PersonName lastName={referral.lastName} firstName={referral.firstName} />
              </a>
            </h1>
            <div className="row wrap">
              <ReferralState state={referral.state} />
              <ReferralDeadline deadline={referral.deadline} full />
            </div>
            <ReferralFacts referral={referral} />
            <FollowedBy referral={referral} />
          </div>
        }
        nextLabel={t('referrals.next')}
        next={
          <>
            <ReferralAgreement referral={referral} />
            {referral.agreement === null ? <AgreementToNote referral={referral} opened={false} /> : null}
            {kind === 'association' ? <Feedbacks referral={referral} /> : null}
            {kind === 'association' ? <WaitingRank referral={referral} /> : null}
          </>
        }
      >
        <h2 className="vh">{t('referrals.next')}</h2>
        <ReferralThread referral={referral} />
        <DecisionPanel referral={referral} deciding={deciding} />
        {deciding.decision ? (
          <div className="row end">
            <DecisionActs deciding={deciding} />
          </div>
        ) : null}
        <ContactAttempts referral={referral} opened={false} canAdd={kind === 'association' && canBeTried(referral)} />
        <section className="referral-section" aria-label={t('referrals.history')}>
          <h3 className="h3">{t('referrals.history')}</h3>
          <ReferralPath referral={referral} />
        </section>
        {history}
      </RecordLayout>
    </>
  )
}
