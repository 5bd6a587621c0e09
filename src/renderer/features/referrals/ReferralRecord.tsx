import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import type { SpaceKind } from '../../../shared/rules/values'
import { ask, useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { InTrash } from '../../lists/InTrash'
import { ErrorState } from '../../ui/ErrorState'
import { MoreActs } from '../../ui/MoreActs'
import { RecordHeader } from '../../ui/PageHeader'
import { PersonName } from '../../ui/PersonName'
import { RecordLayout } from '../../ui/RecordLayout'
import { ViewTabs } from '../../ui/ViewTabs'
import { AgreementToNote } from './AgreementToNote'
import { ContactAttempts, canBeTried } from './ContactAttempts'
import { DecisionActs, DecisionPanel } from './DecisionPanel'
import { Feedbacks } from './FeedbackDue'
import { FollowedBy, ReferralFacts } from './ReferralFacts'
import { ReferralAgreement } from './ReferralAgreement'
import { ReferralEditor } from './ReferralEditor'
import { ReferralPath } from './ReferralPath'
import { ReferralDeadline, ReferralState } from './ReferralState'
import { ReferralSteps } from './ReferralSteps'
import { ReferralToTrash } from './ReferralToTrash'
import { ReferralThread } from './ReferralThread'
import { ResidentMessage } from './ResidentMessage'
import { useDecision } from './use-decision'
import { WaitingRank } from './WaitingRank'
import './referrals.css'

interface ReferralRecordProps {
  readonly id: string
  readonly kind: SpaceKind
  /** What was changed, in words. */
  readonly history: ReactNode
  /** What is to be done, from its own feature. */
  readonly tasks: ReactNode
  /** The papers of the referral, from their own feature. */
  readonly documents: { readonly count: number; readonly list: ReactNode }
  readonly onLeave: () => void
  /** One came to tell the landlord: the message is before one at once. */
  readonly telling?: boolean
  /** One came to note what the person agrees to now. */
  readonly renewing?: boolean
}

/** A referral on its own page: what it is at left, what happened in the middle, what to do next at right. */
export function ReferralRecord({ id, ...rest }: ReferralRecordProps) {
  const words = useErrorWords()
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery('referrals.get', { id }, { keepPrevious: true })
  if (data?.id === id) return <Loaded {...rest} referral={data} key={id} />
  return error ? (
    <ErrorState title={t('referrals.oneFailed')} body={words(error)} onRetry={() => void refetch()} />
  ) : null
}

type LoadedProps = Omit<ReferralRecordProps, 'id'> & { readonly referral: Referral }

function Loaded({
  referral,
  kind,
  onLeave,
  history,
  tasks,
  documents,
  telling = false,
  renewing = false,
}: LoadedProps) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<'edit' | 'trash' | null>(null)
  const [tab, setTab] = useState('work')
  const there = referral.deletedAt === null
  const tabs = [
    { id: 'work', name: t('referrals.work') },
    { id: 'documents', name: t('documents.tab'), count: documents.count || undefined },
    { id: 'history', name: t('referrals.changes') },
  ]
  return (
    <>
      <RecordHeader
        label={t('referrals.crumbs')}
        crumbs={[{ label: t('referrals.title'), href: '#/referrals' }, { label: referral.number }]}
        acts={
          there ? (
            <>
              <Button leftSection={<IconPencil size={16} />} onClick={() => setDoing('edit')}>
                {t('lists.edit')}
              </Button>
              <MoreActs onTrash={() => setDoing('trash')} />
            </>
          ) : null
        }
      />
      <RecordLayout
        identityLabel={t('referrals.person')}
        identity={<Identity referral={referral} />}
        nextLabel={t('referrals.beside')}
        next={
          <>
            <Beside referral={referral} kind={kind} telling={telling} renewing={renewing} />
            {there ? <div className="referral-section">{tasks}</div> : null}
          </>
        }
      >
        {there ? null : (
          <div className="referral-notice">
            <InTrash
              words={t('referrals.inTrash')}
              name={referral.number}
              restore={() => ask('referrals.restore', { id: referral.id })}
            />
          </div>
        )}
        <ReferralSteps referral={referral} />
        <ViewTabs label={t('referrals.parts')} tabs={tabs} current={tab} onSelect={setTab} />
        <div className="referral-middle">
          <h2 className="vh">{tabs.find(({ id }) => id === tab)?.name}</h2>
          {tab === 'history' ? (
            history
          ) : tab === 'documents' ? (
            <div className="referral-section">{documents.list}</div>
          ) : (
            <Work referral={referral} kind={kind} there={there} />
          )}
        </div>
      </RecordLayout>
      {doing === 'edit' ? <ReferralEditor referral={referral} kind={kind} onClose={() => setDoing(null)} /> : null}
      {doing === 'trash' ? (
        <ReferralToTrash referral={referral} onClose={() => setDoing(null)} onDone={onLeave} />
      ) : null}
    </>
  )
}

function Identity({ referral }: { referral: Referral }) {
  return (
    <div className="stack">
      <h1 className="h1">
        <a href={`#/people/${referral.personId}`} className="referral-person">
          <PersonName lastName={referral.lastName} firstName={referral.firstName} />
        </a>
      </h1>
      <div className="row wrap">
        <ReferralState state={referral.state} />
        <ReferralDeadline deadline={referral.deadline} full />
      </div>
      <ReferralFacts referral={referral} />
    </div>
  )
}

interface BesideProps {
  readonly referral: Referral
  readonly kind: SpaceKind
  readonly telling: boolean
  readonly renewing: boolean
}

function Beside({ referral, kind, telling, renewing }: BesideProps) {
  return (
    <>
      <ReferralAgreement referral={referral} />
      <AgreementToNote key={String(renewing)} referral={referral} opened={renewing} />
      {kind === 'association' ? <Feedbacks referral={referral} telling={telling} /> : null}
      {kind === 'association' ? <WaitingRank referral={referral} /> : null}
      <div className="referral-section">
        <FollowedBy referral={referral} />
      </div>
    </>
  )
}

function Work({ referral, kind, there }: { referral: Referral; kind: SpaceKind; there: boolean }) {
  const { t } = useTranslation()
  const deciding = useDecision(referral, kind, null)
  return (
    <>
      <ReferralThread referral={referral} />
      {there ? <DecisionPanel referral={referral} deciding={deciding} /> : null}
      {deciding.decision ? (
        <div className="decision-acts">
          <DecisionActs deciding={deciding} />
        </div>
      ) : null}
      {kind === 'association' ? <ResidentMessage referral={referral} /> : null}
      <ContactAttempts
        referral={referral}
        opened={false}
        canAdd={there && kind === 'association' && canBeTried(referral)}
      />
      <section className="referral-section" aria-label={t('referrals.history')}>
        <h3 className="h3">{t('referrals.history')}</h3>
        <ReferralPath referral={referral} />
      </section>
    </>
  )
}
