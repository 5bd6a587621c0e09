import { Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Programme } from '../../../shared/features/programmes'
import { ask, useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { InTrash } from '../../lists/InTrash'
import { TrashOne } from '../../lists/TrashOne'
import { ErrorState } from '../../ui/ErrorState'
import { MoreActs } from '../../ui/MoreActs'
import { RecordHeader } from '../../ui/PageHeader'
import { RecordLayout } from '../../ui/RecordLayout'
import { ViewTabs } from '../../ui/ViewTabs'
import { CohortTable } from './CohortTable'
import { FundedActionsDrawer } from './FundedActionsDrawer'
import { GoalsDrawer } from './GoalsDrawer'
import { PartnersDrawer } from './PartnersDrawer'
import { ProgrammeBeside } from './ProgrammeBeside'
import { ProgrammeDrawer } from './ProgrammeDrawer'
import { ProgrammeIdentity } from './ProgrammeIdentity'
import { useUsesSaid } from './use-uses-said'
import './programmes.css'

interface ProgrammeRecordProps {
  readonly id: string
  readonly onLeave: () => void
  readonly onAddCohort: () => void
  /** The papers of the programme, from their own feature. */
  readonly documents: { readonly count: number; readonly list: ReactNode }
  readonly history: ReactNode
}

type Doing = 'edit' | 'partners' | 'funding' | 'goals' | 'trash'

/** A programme: what it is at left, its cohorts in the middle, goals and funding at right. */
export function ProgrammeRecord(props: ProgrammeRecordProps) {
  const { id, onLeave } = props
  const { t } = useTranslation()
  const words = useErrorWords()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { data: programme, error, refetch } = useQuery('programmes.get', { id })
  return (
    <>
      <RecordHeader
        label={t('programmes.crumbs')}
        crumbs={[{ label: t('programmes.title'), href: '#/programmes' }]}
        acts={
          programme?.deletedAt === null ? (
            <>
              <Button leftSection={<IconPencil size={16} />} onClick={() => setDoing('edit')}>
                {t('lists.edit')}
              </Button>
              <MoreActs onTrash={() => setDoing('trash')} />
            </>
          ) : null
        }
      />
      {error && !programme ? (
        <ErrorState title={t('programmes.missing')} body={words(error)} onRetry={() => void refetch()} />
      ) : null}
      {programme ? <Whole {...props} programme={programme} onDo={setDoing} /> : error ? null : <Waiting />}
      {programme && doing ? (
        <Acting programme={programme} doing={doing} onClose={() => setDoing(null)} onLeave={onLeave} />
      ) : null}
    </>
  )
}

interface WholeProps extends ProgrammeRecordProps {
  readonly programme: Programme
  readonly onDo: (doing: Doing) => void
}

function Whole({ programme, documents, history, onAddCohort, onDo }: WholeProps) {
  const { t } = useTranslation()
  const [tab, setTab] = useState('cohorts')
  const there = programme.deletedAt === null
  return (
    <RecordLayout
      identityLabel={t('programmes.identity')}
      identity={<ProgrammeIdentity programme={programme} onPartners={() => onDo('partners')} />}
      nextLabel={t('programmes.beside')}
      next={<ProgrammeBeside programme={programme} onFunding={() => onDo('funding')} onGoals={() => onDo('goals')} />}
    >
      {there ? null : (
        <div className="programme-notice">
          <InTrash
            words={t('programmes.inTrash')}
            name={programme.name}
            restore={() => ask('programmes.restore', { id: programme.id })}
          />
        </div>
      )}
      <div className="programme-tabs">
        <ViewTabs
          label={t('programmes.parts')}
          tabs={[
            { id: 'cohorts', name: t('programmes.cohorts'), count: programme.cohorts.length },
            { id: 'documents', name: t('programmes.documents'), count: documents.count },
            { id: 'history', name: t('programmes.history') },
          ]}
          current={tab}
          onSelect={setTab}
        />
      </div>
      <div className="programme-middle">
        {tab === 'documents' ? documents.list : null}
        {tab === 'history' ? history : null}
        {tab === 'cohorts' ? (
          <>
            {programme.cohorts.length > 0 ? (
              <CohortTable cohorts={programme.cohorts} label={t('programmes.cohorts')} />
            ) : (
              <p className="t2">{t('programmes.cohortSteps')}</p>
            )}
            {there ? (
              <Button
                className="programme-add"
                variant={programme.cohorts.length > 0 ? 'default' : 'filled'}
                leftSection={<IconPlus size={16} />}
                onClick={onAddCohort}
              >
                {t('programmes.addCohort')}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </RecordLayout>
  )
}

interface ActingProps {
  readonly programme: Programme
  readonly doing: Doing
  readonly onClose: () => void
  readonly onLeave: () => void
}

function Acting({ programme, doing, onClose, onLeave }: ActingProps) {
  const { t } = useTranslation()
  const usesSaid = useUsesSaid()
  const { id, name } = programme
  switch (doing) {
    case 'edit':
      return <ProgrammeDrawer programme={programme} onClose={onClose} onSaved={() => undefined} />
    case 'partners':
      return <PartnersDrawer programme={programme} onClose={onClose} />
    case 'funding':
      return <FundedActionsDrawer programme={programme} onClose={onClose} />
    case 'goals':
      return <GoalsDrawer programme={programme} onClose={onClose} />
    case 'trash':
      return (
        <TrashOne
          title={t('programmes.trashTitle', { name })}
          body={t('programmes.trashBody')}
          run={() => ask('programmes.trash', { id })}
          done={t('programmes.trashed', { name })}
          inUse={usesSaid}
          onClose={onClose}
          onDone={onLeave}
        />
      )
  }
}

/** The three columns drawn empty, while the programme is read. */
function Waiting() {
  const { t } = useTranslation()
  return (
    <div className="record" role="status" aria-busy="true" aria-label={t('common.loading')}>
      <div className="record-identity" />
      <div className="record-middle" />
      <div className="record-next" />
    </div>
  )
}
