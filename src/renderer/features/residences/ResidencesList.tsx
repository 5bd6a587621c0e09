import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition, PageRequest, ViewDefinition } from '../../../shared/features/lists'
import { emptyFilter, residenceListFields } from '../../../shared/rules/lists'
import { ask, useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { BulkActs } from '../../lists/BulkActs'
import { type ShownList, WorkingList } from '../../lists/WorkingList'
import { EmptyState } from '../../ui/EmptyState'
import { initialColumnStates } from '../../ui/grid/columns'
import { PageHeader } from '../../ui/PageHeader'
import { useResidenceColumns } from './residence-columns'
import { ResidenceDrawer } from './ResidenceDrawer'
import { ToTrash } from './ToTrash'

const load = (request: PageRequest) => ask('residences.list', request)

interface ResidencesListProps {
  /** The residence beside the list. */
  readonly openedId: string | null
  readonly onOpen: (id: string | null) => void
  readonly onImport: () => void
  readonly onExport?: ((shown: ShownList) => void) | undefined
  readonly acts?: ReactNode
}

/** The landlords’ estates: buildings with the landlord’s own codes, as text. */
export function ResidencesList({ openedId, onOpen, onImport, onExport, acts }: ResidencesListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [creating, setCreating] = useState(false)
  const opened = useQuery('residences.get', { id: openedId ?? '' }, { enabled: openedId !== null }).data ?? null
  const whole = useQuery('residences.list', { offset: 0, limit: 1 }, { keepPrevious: true }).data
  const columns = useResidenceColumns()
  const shows = (...conditions: Condition[]): ViewDefinition => ({
    filter: { ...emptyFilter, conditions },
    sort: [{ field: 'name', direction: 'asc' }],
    columns: initialColumnStates(columns),
    layout: 'grid',
  })
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('residences.create')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('residences.title')}
        {...(whole ? { detail: format.number(whole.unfiltered) } : {})}
        acts={
          <>
            {acts}
            {whole?.unfiltered === 0 ? null : create}
          </>
        }
      />
      {whole?.unfiltered === 0 ? (
        <EmptyState
          title={t('residences.emptyTitle')}
          body={t('residences.emptyBody')}
          acts={
            <>
              {create}
              <Button onClick={onImport}>{t('residences.import')}</Button>
            </>
          }
        />
      ) : (
        <WorkingList
          list="residences"
          label={t('residences.title')}
          columns={columns}
          fields={columns.flatMap(({ field, header }) => {
            const description = residenceListFields[field as keyof typeof residenceListFields]
            return description ? [{ field, label: header, description }] : []
          })}
          views={[
            { id: 'all', name: t('residences.views.all'), definition: shows() },
            {
              id: 'qpv',
              name: t('residences.views.qpv'),
              definition: shows({ field: 'qpvState', operator: 'is', value: 'in' }),
            },
            {
              id: 'toCheck',
              name: t('residences.views.toCheck'),
              definition: shows({ field: 'qpvState', operator: 'is', value: 'toCheck' }),
            },
          ]}
          load={load}
          summary={({ total, unfiltered }) =>
            total === unfiltered
              ? t('residences.count', { count: total })
              : t('residences.countOf', { count: total, whole: format.number(unfiltered) })
          }
          rowMeaning={t('residences.rowMeaning')}
          selectedWords={(count) => t('residences.selected', { count })}
          rowLabel={({ name }) => name}
          onOpen={({ id }) => onOpen(id)}
          onExport={onExport}
          acts={(selected) => (
            <BulkActs
              ToTrash={ToTrash}
              selected={selected}
              onExport={onExport ? () => onExport(selected.shown) : null}
            />
          )}
        />
      )}
      {creating ? <ResidenceDrawer residence={null} onClose={() => setCreating(false)} /> : null}
      {opened && openedId !== null && !creating ? (
        <ResidenceDrawer key={opened.id} residence={opened} onClose={() => onOpen(null)} />
      ) : null}
    </>
  )
}
