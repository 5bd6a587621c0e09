import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PageRequest, emptyFilter } from '../../../shared/features/lists'
import { type Residence, residenceListFields } from '../../../shared/features/organisations'
import { ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { type ShownList, WorkingList } from '../../lists/WorkingList'
import { EmptyState } from '../../ui/EmptyState'
import { type GridColumn, initialColumnStates } from '../../ui/grid/columns'
import { PageHeader } from '../../ui/PageHeader'
import { ResidenceDrawer } from './ResidenceDrawer'

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
  const label = useChoiceLabel()
  const [creating, setCreating] = useState(false)
  const opened = useQuery('residences.get', { id: openedId ?? '' }, { enabled: openedId !== null }).data ?? null
  const whole = useQuery('residences.list', { offset: 0, limit: 1 }, { keepPrevious: true }).data
  const columns = useMemo<readonly GridColumn<Residence>[]>(
    () => [
      {
        field: 'name',
        header: t('residences.name'),
        text: ({ name }) => name,
        width: 200,
        grows: true,
        sortable: true,
        look: 'record',
      },
      {
        field: 'code',
        header: t('residences.code'),
        text: ({ code }) => code ?? '',
        width: 110,
        sortable: true,
        look: 'figures',
      },
      {
        field: 'landlordName',
        header: t('residences.landlord'),
        text: ({ landlordName }) => landlordName,
        width: 180,
        sortable: true,
      },
      { field: 'address', header: t('residences.address'), text: ({ address }) => address ?? '', width: 200 },
      {
        field: 'postcode',
        header: t('residences.postcode'),
        text: ({ postcode }) => postcode ?? '',
        width: 100,
        sortable: true,
        look: 'figures',
      },
      {
        field: 'city',
        header: t('residences.city'),
        text: ({ communeName, city }) => communeName ?? city ?? '',
        width: 150,
        sortable: true,
      },
      {
        field: 'qpvState',
        header: t('residences.qpv'),
        text: ({ qpvState, qpvName }) =>
          qpvState === 'in' ? (qpvName ?? label('qpvState', 'in')) : label('qpvState', qpvState),
        width: 150,
      },
    ],
    [t, label],
  )
  const view = {
    filter: emptyFilter,
    sort: [{ field: 'name', direction: 'asc' as const }],
    columns: initialColumnStates(columns),
    layout: 'grid' as const,
  }
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
          views={[{ id: 'all', name: t('residences.all'), definition: view }]}
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
          acts={() => null}
        />
      )}
      {creating ? <ResidenceDrawer residence={null} onClose={() => setCreating(false)} /> : null}
      {opened && openedId !== null && !creating ? (
        <ResidenceDrawer key={opened.id} residence={opened} onClose={() => onOpen(null)} />
      ) : null}
    </>
  )
}
