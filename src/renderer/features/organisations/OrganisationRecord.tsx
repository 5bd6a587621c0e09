import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageRequest } from '../../../shared/features/lists'
import type { Organisation } from '../../../shared/features/organisations'
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
import { LandlordReferrals } from './LandlordReferrals'
import { OrganisationBeside } from './OrganisationBeside'
import { OrganisationDrawer } from './OrganisationDrawer'
import { OrganisationIdentity } from './OrganisationIdentity'
import { OrganisationTimeline } from './OrganisationTimeline'
import { ToTrash } from './ToTrash'
import './organisation.css'

interface OrganisationRecordProps {
  readonly id: string
  readonly onOpen: (id: string) => void
  readonly onLeave: () => void
  /** The residences of a landlord, from their own feature. */
  readonly residences: ReactNode
  /** What is to be done, from its own feature. */
  readonly tasks: ReactNode
  /** Other acts of the head of the page. */
  readonly acts: ReactNode
  readonly onInteraction: (id: string) => void
  /** Its logo, from its own feature, fixed while the organisation is in the trash; null where logos serve nothing. */
  readonly logo: ((fixed: boolean, name: string) => ReactNode) | null
  /** The papers of the organisation, from their own feature. */
  readonly documents: { readonly count: number; readonly list: ReactNode }
  readonly history: ReactNode
}

const loadOrganisations = (request: PageRequest) => ask('organisations.list', request)

/** An organisation: what it is at left, what happened in the middle, who one speaks to at right. */
export function OrganisationRecord(props: OrganisationRecordProps) {
  const { id, onOpen } = props
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data: organisation, error, refetch } = useQuery('organisations.get', { id })
  const [editing, setEditing] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const walk = useWalk('organisations', id, loadOrganisations)
  const there = organisation !== undefined && organisation.deletedAt === null
  return (
    <>
      <RecordHeader
        label={t('organisations.crumbs')}
        crumbs={[
          { label: t('organisations.title'), href: '#/organisations' },
          ...(walk?.viewName ? [{ label: walk.viewName, href: '#/organisations' }] : []),
        ]}
        acts={
          <>
            {walk ? (
              <Walk
                walk={walk}
                onOpen={onOpen}
                previous={t('organisations.previous')}
                next={t('organisations.nextOne')}
              />
            ) : null}
            {there ? (
              <>
                <Button leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
                  {t('lists.edit')}
                </Button>
                {props.acts}
                {organisation.isOwn ? null : <MoreActs onTrash={() => setLeaving(true)} />}
              </>
            ) : null}
          </>
        }
      />
      {error && !organisation ? (
        <ErrorState title={t('organisations.missing')} body={words(error)} onRetry={() => void refetch()} />
      ) : null}
      {organisation ? (
        <Whole {...props} organisation={organisation} onEdit={() => setEditing(true)} />
      ) : error ? null : (
        <WaitingRecord />
      )}
      {organisation && editing ? (
        <OrganisationDrawer organisation={organisation} onClose={() => setEditing(false)} onSaved={() => undefined} />
      ) : null}
      {organisation && leaving ? (
        <ToTrash
          selection={{ mode: 'these', ids: [id] }}
          count={1}
          name={organisation.name}
          onClose={() => setLeaving(false)}
          onDone={props.onLeave}
        />
      ) : null}
    </>
  )
}

interface WholeProps extends OrganisationRecordProps {
  readonly organisation: Organisation
  readonly onEdit: () => void
}

function Whole({ organisation, residences, logo, documents, onInteraction, tasks, history, onEdit }: WholeProps) {
  const { t } = useTranslation()
  const [tab, setTab] = useState('thread')
  const isLandlord = organisation.kind === 'landlord'
  const tabs: ViewTab[] = [
    { id: 'thread', name: t('organisations.thread') },
    ...(isLandlord
      ? [
          { id: 'residences', name: t('organisations.residences'), count: organisation.residences },
          { id: 'referrals', name: t('organisations.referrals'), count: organisation.referrals },
        ]
      : []),
    { id: 'documents', name: t('documents.tab'), count: documents.count || undefined },
    { id: 'history', name: t('organisations.history') },
  ]
  return (
    <RecordLayout
      identityLabel={t('organisations.identity')}
      identity={
        <OrganisationIdentity
          organisation={organisation}
          logo={logo?.(organisation.deletedAt !== null, organisation.name) ?? null}
          onEdit={onEdit}
        />
      }
      nextLabel={t('organisations.contacts')}
      next={
        <>
          {organisation.deletedAt === null ? tasks : null}
          <OrganisationBeside organisation={organisation} onEdit={onEdit} />
        </>
      }
    >
      {organisation.deletedAt === null ? null : (
        <div className="organisation-notice">
          <InTrash
            words={t('organisations.inTrash')}
            name={organisation.name}
            restore={() => ask('organisations.restore', { id: organisation.id })}
          />
        </div>
      )}
      <div className="organisation-tabs">
        <ViewTabs label={t('organisations.parts')} tabs={tabs} current={tab} onSelect={setTab} />
      </div>
      <div className="organisation-middle">
        {tab === 'thread' ? <OrganisationTimeline id={organisation.id} onInteraction={onInteraction} /> : null}
        {tab === 'residences' ? residences : null}
        {tab === 'referrals' ? <LandlordReferrals landlordId={organisation.id} /> : null}
        {tab === 'documents' ? documents.list : null}
        {tab === 'history' ? history : null}
      </div>
    </RecordLayout>
  )
}

/** The three columns drawn empty, while the organisation is read. */
function WaitingRecord() {
  const { t } = useTranslation()
  return (
    <div className="record" role="status" aria-busy="true" aria-label={t('common.loading')}>
      <div className="record-identity" />
      <div className="record-middle" />
      <div className="record-next" />
    </div>
  )
}
