import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageRequest } from '../../../shared/features/lists'
import { residenceListFields } from '../../../shared/rules/lists'
import { ask, useQuery } from '../../api'
import { NamedList, type NamedListActs, viewsByName } from '../../lists/NamedList'
import { useResidenceColumns } from './residence-columns'
import { ResidenceDrawer } from './ResidenceDrawer'
import { ToTrash } from './ToTrash'

const load = (request: PageRequest) => ask('residences.list', request)

interface ResidencesListProps extends NamedListActs {
  /** The residence beside the list. */
  readonly openedId: string | null
  readonly onOpen: (id: string | null) => void
}

/** The landlords’ estates: buildings with the landlord’s own codes, as text. */
export function ResidencesList({ openedId, onOpen, ...page }: ResidencesListProps) {
  const { t } = useTranslation()
  const columns = useResidenceColumns()
  const shows = viewsByName(columns)
  const [creating, setCreating] = useState(false)
  const opened = useQuery('residences.get', { id: openedId ?? '' }, { enabled: openedId !== null }).data ?? null
  return (
    <>
      <NamedList
        {...page}
        list="residences"
        words={{
          title: t('residences.title'),
          create: t('residences.create'),
          import: t('residences.import'),
          emptyTitle: t('residences.emptyTitle'),
          emptyBody: t('residences.emptyBody'),
          rowMeaning: t('residences.rowMeaning'),
          count: (count) => t('residences.count', { count }),
          countOf: (count, whole) => t('residences.countOf', { count, whole }),
          selected: (count) => t('residences.selected', { count }),
        }}
        columns={columns}
        fields={residenceListFields}
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
        ToTrash={ToTrash}
        onCreate={() => setCreating(true)}
        onOpen={onOpen}
      />
      {creating ? <ResidenceDrawer residence={null} onClose={() => setCreating(false)} /> : null}
      {opened && openedId !== null && !creating ? (
        <ResidenceDrawer key={opened.id} residence={opened} onClose={() => onOpen(null)} />
      ) : null}
    </>
  )
}
