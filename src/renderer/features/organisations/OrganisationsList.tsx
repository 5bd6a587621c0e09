import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition, PageRequest, ViewDefinition } from '../../../shared/features/lists'
import { emptyFilter, organisationListFields } from '../../../shared/rules/lists'
import { ask, useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { BulkActs } from '../../lists/BulkActs'
import { type ShownList, WorkingList } from '../../lists/WorkingList'
import { EmptyState } from '../../ui/EmptyState'
import { initialColumnStates } from '../../ui/grid/columns'
import { PageHeader } from '../../ui/PageHeader'
import { useOrganisationColumns } from './organisation-columns'
import { OrganisationDrawer } from './OrganisationDrawer'
import { ToTrash } from './ToTrash'

interface OrganisationsListProps {
  readonly onOpen: (id: string) => void
  readonly onImport: () => void
  readonly onExport?: ((shown: ShownList) => void) | undefined
  readonly acts?: ReactNode
}

const load = (request: PageRequest) => ask('organisations.list', request)

/** Landlords and every other partner. */
export function OrganisationsList({ onOpen, onImport, onExport, acts }: OrganisationsListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [creating, setCreating] = useState(false)
  const whole = useQuery('organisations.list', { offset: 0, limit: 1 }, { keepPrevious: true }).data
  const columns = useOrganisationColumns()
  const shows = (...conditions: Condition[]): ViewDefinition => ({
    filter: { ...emptyFilter, conditions },
    sort: [{ field: 'name', direction: 'asc' }],
    columns: initialColumnStates(columns),
    layout: 'grid',
  })
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('organisations.create')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('organisations.title')}
        {...(whole ? { detail: format.number(whole.unfiltered) } : {})}
        acts={
          <>
            {acts}
            {create}
          </>
        }
      />
      {whole?.unfiltered === 0 ? (
        <EmptyState
          title={t('organisations.emptyTitle')}
          body={t('organisations.emptyBody')}
          acts={
            <>
              {create}
              <Button onClick={onImport}>{t('organisations.import')}</Button>
            </>
          }
        />
      ) : (
        <WorkingList
          list="organisations"
          label={t('organisations.title')}
          columns={columns}
          fields={columns.flatMap(({ field, header }) => {
            const description = organisationListFields[field as keyof typeof organisationListFields]
            return description ? [{ field, label: header, description }] : []
          })}
          views={[
            { id: 'all', name: t('organisations.views.all'), definition: shows() },
            {
              id: 'landlords',
              name: t('organisations.views.landlords'),
              definition: shows({ field: 'kind', operator: 'is', value: 'landlord' }),
            },
            {
              id: 'others',
              name: t('organisations.views.others'),
              definition: shows({ field: 'kind', operator: 'isNot', value: 'landlord' }),
            },
          ]}
          load={load}
          summary={({ total, unfiltered }) =>
            total === unfiltered
              ? t('organisations.count', { count: total })
              : t('organisations.countOf', { count: total, whole: format.number(unfiltered) })
          }
          rowMeaning={t('organisations.rowMeaning')}
          selectedWords={(count) => t('organisations.selected', { count })}
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
      {creating ? <OrganisationDrawer organisation={null} onClose={() => setCreating(false)} onSaved={onOpen} /> : null}
    </>
  )
}
