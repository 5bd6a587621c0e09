import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageRequest } from '../../../shared/features/lists'
import { ask, useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { useWalk } from '../../lists/use-walk'
import { Banner } from '../../ui/Banner'
import { ErrorState } from '../../ui/ErrorState'
import { RecordHeader } from '../../ui/PageHeader'
import { RecordLayout } from '../../ui/RecordLayout'
import { ViewTabs } from '../../ui/ViewTabs'
import { PersonIdentity } from './PersonIdentity'
import { PersonNext } from './PersonNext'
import { PersonTimeline } from './PersonTimeline'
import './person.css'

interface PersonRecordProps {
  readonly id: string
  readonly onOpen: (id: string) => void
  readonly onRefer: () => void
  readonly history: ReactNode
}

const loadPeople = (request: PageRequest) => ask('people.list', request)

/** A person: who they are at left, what happened in the middle, what to do next at right. */
export function PersonRecord({ id, onOpen, onRefer, history }: PersonRecordProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const format = useFormat()
  const [tab, setTab] = useState('thread')
  const { data: person, error, refetch } = useQuery('people.get', { id }, { keepPrevious: true })
  const walk = useWalk('people', id, loadPeople)
  async function goTo(step: (() => Promise<string | null>) | null): Promise<void> {
    const next = step ? await step() : null
    if (next !== null) onOpen(next)
  }

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
              <>
                <span className="sm t2 tab">
                  {t('people.placeOf', { position: format.number(walk.position), total: format.number(walk.total) })}
                </span>
                <ActionIcon
                  aria-label={t('people.previous')}
                  disabled={!walk.previous}
                  onClick={() => void goTo(walk.previous)}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon aria-label={t('people.nextOne')} disabled={!walk.next} onClick={() => void goTo(walk.next)}>
                  <IconArrowDown size={16} />
                </ActionIcon>
              </>
            ) : null}
            <Button onClick={onRefer}>{t('people.newReferral')}</Button>
          </>
        }
      />
      {error ? <ErrorState title={t('people.missing')} body={words(error)} onRetry={() => void refetch()} /> : null}
      {person ? (
        <RecordLayout
          identityLabel={t('people.identity')}
          identity={<PersonIdentity person={person} />}
          nextLabel={t('people.next')}
          next={<PersonNext person={person} onOpen={onOpen} />}
        >
          {person.deletedAt ? <Banner tone="warn">{t('people.inTrash')}</Banner> : null}
          <ViewTabs
            label={t('people.thread')}
            tabs={[
              { id: 'thread', name: t('people.thread') },
              { id: 'history', name: t('history.ofRecord') },
            ]}
            current={tab}
            onSelect={setTab}
          />
          <div className="person-middle">{tab === 'thread' ? <PersonTimeline id={person.id} /> : history}</div>
        </RecordLayout>
      ) : null}
    </>
  )
}
