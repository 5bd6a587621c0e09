import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Condition, type PageRequest, type ViewDefinition, emptyFilter } from '../../../shared/features/lists'
import { type OrganisationRow, organisationListFields } from '../../../shared/features/organisations'
import { formatSiret } from '../../../shared/rules/identifiers'
import { formatPhone } from '../../../shared/rules/phone'
import { ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { type ShownList, WorkingList } from '../../lists/WorkingList'
import { EmptyState } from '../../ui/EmptyState'
import { type GridColumn, initialColumnStates } from '../../ui/grid/columns'
import { PageHeader } from '../../ui/PageHeader'
import { BulkActs } from './BulkActs'
import { OrganisationDrawer } from './OrganisationDrawer'

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
  const columns = useColumns()
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
            <BulkActs selected={selected} onExport={onExport ? () => onExport(selected.shown) : null} />
          )}
        />
      )}
      {creating ? <OrganisationDrawer organisation={null} onClose={() => setCreating(false)} onSaved={onOpen} /> : null}
    </>
  )
}

function useColumns(): readonly GridColumn<OrganisationRow>[] {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  return useMemo(
    () => [
      {
        field: 'name',
        header: t('organisations.name'),
        text: ({ name }) => name,
        width: 220,
        grows: true,
        sortable: true,
        look: 'record',
      },
      {
        field: 'kind',
        header: t('organisations.kind'),
        text: ({ kind }) => label('organisationKind', kind),
        width: 130,
        sortable: true,
      },
      {
        field: 'landlordFamily',
        header: t('organisations.family'),
        text: ({ landlordFamily }) => (landlordFamily ? label('landlordFamily', landlordFamily) : ''),
        width: 170,
        sortable: true,
      },
      {
        field: 'siren',
        header: t('organisations.siren'),
        text: ({ siren }) => formatSiret(siren ?? ''),
        width: 112,
        sortable: true,
        look: 'figures',
      },
      { field: 'city', header: t('organisations.city'), text: ({ city }) => city ?? '', width: 150, sortable: true },
      {
        field: 'phone',
        header: t('organisations.phone'),
        text: ({ phone }) => (phone ? formatPhone(phone) : ''),
        width: 124,
        look: 'figures',
      },
      {
        field: 'updatedAt',
        header: t('organisations.updatedAt'),
        text: ({ updatedAt }) => format.day(updatedAt),
        width: 104,
        sortable: true,
        look: 'muted',
      },
    ],
    [t, label, format],
  )
}
