import { Button } from '@mantine/core'
import { IconArrowRampRight, IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageRequest } from '../../../shared/features/lists'
import type { Person } from '../../../shared/features/people'
import { ask, useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { InTrash } from '../../lists/InTrash'
import { useWalk } from '../../lists/use-walk'
import { Walk } from '../../lists/Walk'
import { ErrorState } from '../../ui/ErrorState'
import { MoreActs } from '../../ui/MoreActs'
import { RecordHeader } from '../../ui/PageHeader'
import { RecordLayout } from '../../ui/RecordLayout'
import { type ViewTab, ViewTabs } from '../../ui/ViewTabs'
import { spokenName } from './names'
import { PersonEditor, type PersonPart } from './PersonEditor'
import { PersonIdentity } from './PersonIdentity'
import { PersonNext } from './PersonNext'
import { PersonPath } from './PersonPath'
import { PersonReferrals } from './PersonReferrals'
import { PersonTimeline } from './PersonTimeline'
import { ToTrash } from './ToTrash'
import { useReferralsOf } from './use-referrals-of'
import './person.css'

interface PersonRecordProps {
  readonly id: string
  readonly onOpen: (id: string) => void
  readonly onReferral: (id: string) => void
  readonly onRefer: () => void
  readonly onLeave: () => void
  /** Other acts of the head of the page. */
  readonly acts: ReactNode
  readonly onInteraction: (id: string) => void
  /** Who follows them, at left. */
  readonly followedBy?: ReactNode
  /** What they agree to, at left. */
  readonly agreements: ReactNode
  /** To note anew what they agreed to long ago. */
  readonly onRenew: () => void
  /** What is to be done and what is to come, at right, under what the referrals ask for. */
  readonly beside: ReactNode
  /** What other features add, each on a tab of its own, between the thread and the history. */
  readonly parts: readonly PersonTab[]
  readonly history: ReactNode
}

export interface PersonTab {
  readonly id: string
  readonly name: string
  /** How many there are; none is not said. */
  readonly count?: number | undefined
  readonly content: ReactNode
}

const loadPeople = (request: PageRequest) => ask('people.list', request)

/** A person: who they are at left, what happened in the middle, what to do next at right. */
export function PersonRecord(props: PersonRecordProps) {
  const { id, onOpen, onRefer } = props
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data: person, error, refetch } = useQuery('people.get', { id })
  const [editing, setEditing] = useState<PersonPart | null>(null)
  const [leaving, setLeaving] = useState(false)
  const walk = useWalk('people', id, loadPeople)
  const there = person !== undefined && person.deletedAt === null

  return (
    <>
      <RecordHeader
        label={t('people.crumbs')}
        crumbs={[
          { label: t('people.title'), href: '#/people' },
          ...(walk?.viewName ? [{ label: walk.viewName, href: '#/people' }] : []),
        ]}
        acts={
          <>
            {walk ? (
              <Walk walk={walk} onOpen={onOpen} previous={t('people.previous')} next={t('people.nextOne')} />
            ) : null}
            {there ? (
              <>
                <Button leftSection={<IconPencil size={16} />} onClick={() => setEditing('identity')}>
                  {t('lists.edit')}
                </Button>
                <Button leftSection={<IconArrowRampRight size={16} />} onClick={onRefer}>
                  {t('people.newReferral')}
                </Button>
                {props.acts}
                <MoreActs onTrash={() => setLeaving(true)} />
              </>
            ) : null}
          </>
        }
      />
      {error && !person ? (
        <ErrorState title={t('people.missing')} body={words(error)} onRetry={() => void refetch()} />
      ) : null}
      {person ? <Whole {...props} person={person} onEdit={setEditing} /> : error ? null : <WaitingRecord />}
      {person && editing !== null ? (
        <PersonEditor key={editing} person={person} part={editing} onClose={() => setEditing(null)} />
      ) : null}
      {person && leaving ? (
        <ToTrash
          selection={{ mode: 'these', ids: [id] }}
          count={1}
          name={spokenName(person)}
          onClose={() => setLeaving(false)}
          onDone={props.onLeave}
        />
      ) : null}
    </>
  )
}

interface WholeProps extends PersonRecordProps {
  readonly person: Person
  readonly onEdit: (part: PersonPart) => void
}

function Whole({ person, onEdit, onReferral, onRefer, onInteraction, onRenew, ...props }: WholeProps) {
  const { followedBy, agreements, beside, parts, history } = props
  const { t } = useTranslation()
  const [tab, setTab] = useState('thread')
  const referrals = useReferralsOf(person.id)
  const tabs: ViewTab[] = [
    { id: 'thread', name: t('people.thread') },
    { id: 'referrals', name: t('people.referrals'), count: referrals.length || undefined },
    ...parts.map(({ id, name, count }) => ({ id, name, count: count || undefined })),
    { id: 'history', name: t('people.history') },
  ]
  return (
    <RecordLayout
      identityLabel={t('people.identity')}
      identity={<PersonIdentity person={person} onEdit={onEdit} followedBy={followedBy} agreements={agreements} />}
      nextLabel={t('people.next')}
      next={
        <>
          <PersonNext person={person} referrals={referrals} onEdit={onEdit} onReferral={onReferral} onRenew={onRenew} />
          {person.deletedAt === null ? beside : null}
        </>
      }
    >
      {person.deletedAt === null ? null : (
        <div className="person-notice">
          <InTrash
            words={t('people.inTrash')}
            name={spokenName(person)}
            restore={() => ask('people.restore', { id: person.id })}
          />
        </div>
      )}
      {referrals[0] ? <PersonPath referral={referrals[0]} /> : <div className="person-no-path" />}
      <ViewTabs label={t('people.parts')} tabs={tabs} current={tab} onSelect={setTab} />
      <div className="person-middle">
        {tab === 'thread' ? <PersonTimeline id={person.id} onInteraction={onInteraction} /> : null}
        {tab === 'referrals' ? <PersonReferrals referrals={referrals} onRefer={onRefer} /> : null}
        {parts.find(({ id }) => id === tab)?.content}
        {tab === 'history' ? history : null}
      </div>
    </RecordLayout>
  )
}

/** The three columns drawn empty, while the person is read. */
function WaitingRecord() {
  const { t } = useTranslation()
  return (
    <div className="record" role="status" aria-busy="true" aria-label={t('common.loading')}>
      <div className="record-identity">
        <WaitingLines />
      </div>
      <div className="record-middle person-middle">
        <WaitingLines />
      </div>
      <div className="record-next">
        <WaitingLines />
      </div>
    </div>
  )
}

function WaitingLines() {
  return (
    <div className="waiting-lines" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </div>
  )
}
