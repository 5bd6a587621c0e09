import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconCopy, IconPencil, IconTrash, IconUsersGroup } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../../shared/errors'
import type { Cohort } from '../../../shared/features/cohorts'
import { ask, useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { InTrash } from '../../lists/InTrash'
import { TrashOne } from '../../lists/TrashOne'
import { ErrorState } from '../../ui/ErrorState'
import { RecordHeader } from '../../ui/PageHeader'
import { ViewTabs } from '../../ui/ViewTabs'
import { CohortDrawer } from './CohortDrawer'
import { CohortHeader } from './CohortHeader'
import { CohortOverview } from './CohortOverview'
import { CopyDrawer } from './CopyDrawer'
import { QuotasDrawer } from './QuotasDrawer'
import './cohorts.css'

/** A tab of the page, from the feature whose it is. */
export interface CohortPart {
  readonly id: string
  readonly name: string
  readonly count?: number
  readonly content: ReactNode
}

interface CohortRecordProps {
  readonly id: string
  /** The tab that is shown; the first one when it is not said, or is none of them. */
  readonly tab: string | null
  readonly onTab: (tab: string) => void
  readonly onOpen: (id: string) => void
  readonly onLeave: (programmeId: string) => void
  /** Before the overview. */
  readonly parts: readonly CohortPart[]
  readonly history: ReactNode
}

type Doing = 'edit' | 'quotas' | 'copy' | 'trash'

/** A cohort: its filling stays in view over the tabs of those who work with it. */
export function CohortRecord({ onOpen, onLeave, ...page }: CohortRecordProps) {
  const { id } = page
  const { t } = useTranslation()
  const words = useErrorWords()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { data: cohort, error, refetch } = useQuery('cohorts.get', { id })
  return (
    <>
      <RecordHeader
        label={t('cohorts.crumbs')}
        crumbs={[
          { label: t('cohorts.programmes'), href: '#/programmes' },
          ...(cohort ? [{ label: cohort.programmeName, href: `#/programmes/${cohort.programmeId}` }] : []),
        ]}
        acts={cohort?.deletedAt === null ? <Acts onDo={setDoing} /> : null}
      />
      {error && !cohort ? (
        <ErrorState title={t('cohorts.missing')} body={words(error)} onRetry={() => void refetch()} />
      ) : null}
      {cohort === undefined && !error ? (
        <div className="cohort-head" role="status" aria-busy="true" aria-label={t('common.loading')} />
      ) : null}
      {cohort ? <Whole {...page} cohort={cohort} onQuotas={() => setDoing('quotas')} /> : null}
      {cohort && doing ? (
        <Acting
          cohort={cohort}
          doing={doing}
          onClose={() => setDoing(null)}
          onOpen={onOpen}
          onLeave={() => onLeave(cohort.programmeId)}
        />
      ) : null}
    </>
  )
}

function Acts({ onDo }: { onDo: (doing: Doing) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Button leftSection={<IconPencil size={16} />} onClick={() => onDo('edit')}>
        {t('lists.edit')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={14} />}>{t('cohorts.acts')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUsersGroup size={16} />} onClick={() => onDo('quotas')}>
            {t('cohorts.editQuotas')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => onDo('copy')}>
            {t('cohorts.copy')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item data-danger leftSection={<IconTrash size={16} />} onClick={() => onDo('trash')}>
            {t('lists.trash')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

interface WholeProps extends Omit<CohortRecordProps, 'onOpen' | 'onLeave'> {
  readonly cohort: Cohort
  readonly onQuotas: () => void
}

function Whole({ cohort, tab, parts, history, onTab, onQuotas }: WholeProps) {
  const { t } = useTranslation()
  const all: readonly CohortPart[] = [
    ...parts,
    {
      id: 'overview',
      name: t('cohorts.overview'),
      content: <CohortOverview cohort={cohort} onQuotas={onQuotas} />,
    },
    { id: 'history', name: t('cohorts.history'), content: history },
  ]
  const shown = all.find(({ id }) => id === tab) ?? all[0]
  return (
    <div className="cohort-page">
      {cohort.deletedAt === null ? null : (
        <div className="cohort-notice">
          <InTrash
            words={t('cohorts.inTrash')}
            name={cohort.name}
            restore={() => ask('cohorts.restore', { id: cohort.id })}
          />
        </div>
      )}
      <CohortHeader cohort={cohort} />
      <ViewTabs label={t('cohorts.parts')} tabs={all} current={shown?.id ?? ''} onSelect={onTab} />
      <div className="cohort-part">{shown?.content}</div>
    </div>
  )
}

interface ActingProps {
  readonly cohort: Cohort
  readonly doing: Doing
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
  readonly onLeave: () => void
}

function Acting({ cohort, doing, onClose, onOpen, onLeave }: ActingProps) {
  const { t } = useTranslation()
  const usesSaid = useUsesSaid()
  const { id, name, programmeId } = cohort
  switch (doing) {
    case 'edit':
      return <CohortDrawer programmeId={programmeId} cohort={cohort} onClose={onClose} onSaved={() => undefined} />
    case 'quotas':
      return <QuotasDrawer cohort={cohort} onClose={onClose} />
    case 'copy':
      return <CopyDrawer cohort={cohort} onClose={onClose} onCopied={onOpen} />
    case 'trash':
      return (
        <TrashOne
          title={t('cohorts.trashTitle', { name })}
          body={t('cohorts.trashBody')}
          run={() => ask('cohorts.trash', { id })}
          done={t('cohorts.trashed', { name })}
          inUse={usesSaid}
          onClose={onClose}
          onDone={onLeave}
        />
      )
  }
}

const uses = ['enrolments', 'workshops'] as const

function useUsesSaid(): (data: ErrorData) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (data) => {
    const found = uses.flatMap((use) => {
      const count = Number(data[use] ?? 0)
      return count > 0 ? [t(`cohorts.uses.${use}`, { count })] : []
    })
    return t('cohorts.inUse', { name: String(data['label'] ?? ''), uses: format.list(found) })
  }
}
