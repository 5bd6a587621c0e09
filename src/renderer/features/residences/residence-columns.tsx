import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Residence } from '../../../shared/features/organisations'
import { useChoiceLabel } from '../../i18n/choices'
import type { GridColumn } from '../../ui/grid/columns'
import { StateDot } from '../../ui/StateDot'

/** The columns of the list of residences. */
export function useResidenceColumns(): readonly GridColumn<Residence>[] {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return useMemo(
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
}
