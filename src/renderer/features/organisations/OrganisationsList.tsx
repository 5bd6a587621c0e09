import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageRequest } from '../../../shared/features/lists'
import { organisationListFields } from '../../../shared/rules/lists'
import { ask } from '../../api'
import { NamedList, type NamedListActs, viewsByName } from '../../lists/NamedList'
import { useOrganisationColumns } from './organisation-columns'
import { OrganisationDrawer } from './OrganisationDrawer'
import { ToTrash } from './ToTrash'

interface OrganisationsListProps extends NamedListActs {
  readonly onOpen: (id: string) => void
}

const load = (request: PageRequest) => ask('organisations.list', request)

/** Landlords and every other partner. */
export function OrganisationsList({ onOpen, ...page }: OrganisationsListProps) {
  const { t } = useTranslation()
  const columns = useOrganisationColumns()
  const shows = viewsByName(columns)
  const [creating, setCreating] = useState(false)
  return (
    <>
      <NamedList
        {...page}
        list="organisations"
        words={{
          title: t('organisations.title'),
          create: t('organisations.create'),
          import: t('organisations.import'),
          emptyTitle: t('organisations.emptyTitle'),
          emptyBody: t('organisations.emptyBody'),
          rowMeaning: t('organisations.rowMeaning'),
          count: (count) => t('organisations.count', { count }),
          countOf: (count, whole) => t('organisations.countOf', { count, whole }),
          selected: (count) => t('organisations.selected', { count }),
        }}
        columns={columns}
        fields={organisationListFields}
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
        ToTrash={ToTrash}
        onCreate={() => setCreating(true)}
        onOpen={onOpen}
      />
      {creating ? <OrganisationDrawer organisation={null} onClose={() => setCreating(false)} onSaved={onOpen} /> : null}
    </>
  )
}
