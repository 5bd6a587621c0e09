import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { referralStates } from '../../../shared/rules/referral-transitions'
import type { SpaceKind } from '../../../shared/rules/values'
import { useQuery } from '../../api'
import { Drawer } from '../../ui/Drawer'
import { PersonName } from '../../ui/PersonName'
import { WaitingDrawer } from '../../ui/WaitingDrawer'
import { AgreementToNote } from './AgreementToNote'
import type { DrawerStep } from './board-columns'
import { ContactAttempts, canBeTried } from './ContactAttempts'
import { DecisionActs, DecisionPanel } from './DecisionPanel'
import { Feedbacks } from './FeedbackDue'
import { FollowedBy, ReferralFacts } from './ReferralFacts'
import { ReferralAgreement } from './ReferralAgreement'
import { ReferralPath } from './ReferralPath'
import { ReferralDeadline, ReferralState } from './ReferralState'
import { ReferralThread } from './ReferralThread'
import { spokenName } from './names'
import { ResidentMessage } from './ResidentMessage'
import { useDecision } from './use-decision'
import { WaitingRank } from './WaitingRank'
import './referrals.css'

interface ReferralDrawerProps {
  readonly id: string
  readonly kind: SpaceKind
  /** What it opens on: a decision to prepare, an attempt to log. */
  readonly step: DrawerStep
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

/** A referral beside its list: who, by when, with what agreement; what was done, and what to do next. */
export function ReferralDrawer(props: ReferralDrawerProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery('referrals.get', { id: props.id }, { keepPrevious: true })
  const referral = data?.id === props.id ? data : undefined
  if (referral) return <Opened {...props} referral={referral} key={`${props.id} ${props.step ?? ''}`} />
  return (
    <WaitingDrawer
      label={t('referrals.one')}
      failed={t('referrals.oneFailed')}
      error={error}
      onRetry={refetch}
      onClose={props.onClose}
    />
  )
}

function Opened({
  referral,
  kind,
  step,
  onClose,
  onPrevious,
  onNext,
}: ReferralDrawerProps & { readonly referral: Referral }) {
  const { t } = useTranslation()
  const deciding = useDecision(referral, kind, referralStates.find((state) => state === step) ?? null)
  const page = `#/referrals/${referral.id}`
  /** Trying to reach someone comes before deciding; afterwards it is only remembered. */
  const toReach = referral.state === 'received' || referral.state === 'contacting'
  const attempts = (
    <ContactAttempts
      referral={referral}
      opened={step === 'attempt'}
      canAdd={kind === 'association' && canBeTried(referral)}
    />
  )
  return (
    <Drawer
      label={t('referrals.of', { name: spokenName(referral) })}
      over={<a href={page}>{referral.number}</a>}
      title={<PersonName lastName={referral.lastName} firstName={referral.firstName} />}
      under={
        <>
          <ReferralState state={referral.state} />
          <ReferralDeadline deadline={referral.deadline} full />
        </>
      }
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={
        deciding.decision ? (
          <DecisionActs deciding={deciding} />
        ) : (
          <Button component="a" href={page} variant="subtle" rightSection={<IconArrowRight size={15} />}>
            {t('referrals.openPage')}
          </Button>
        )
      }
    >
      <ReferralFacts referral={referral} />
      <div className="referral-section">
        <ReferralAgreement referral={referral} />
        <AgreementToNote referral={referral} opened={step === 'agreement'} />
      </div>
      <ReferralThread referral={referral} />
      <section className="referral-section" aria-label={t('referrals.history')}>
        <h3 className="h3">{t('referrals.history')}</h3>
        <ReferralPath referral={referral} />
      </section>
      {toReach ? attempts : null}
      {kind === 'association' ? <WaitingRank referral={referral} /> : null}
      <DecisionPanel referral={referral} deciding={deciding} />
      {kind === 'association' ? <ResidentMessage referral={referral} /> : null}
      {toReach ? null : attempts}
      {kind === 'association' ? <Feedbacks referral={referral} /> : null}
      <div className="referral-section">
        <FollowedBy referral={referral} />
      </div>
    </Drawer>
  )
}
