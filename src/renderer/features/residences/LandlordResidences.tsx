import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Residence } from '../../../shared/features/organisations'
import { emptyFilter } from '../../../shared/rules/lists'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { ErrorState } from '../../ui/ErrorState'
import { QpvWord } from './QpvWord'
import { ResidenceDrawer } from './ResidenceDrawer'
import './residences.css'

const step = 100
const most = 500

/** The residences of one landlord, by name, each opened beside; a new one is its own from the start. */
export function LandlordResidences({ landlordId }: { landlordId: string }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [shown, setShown] = useState(step)
  const [opened, setOpened] = useState<Residence | 'new' | null>(null)
  const landlord = useQuery('organisations.get', { id: landlordId }).data
  const { data, error, refetch } = useQuery(
    'residences.list',
    {
      filter: { ...emptyFilter, conditions: [{ field: 'landlordId', operator: 'is', value: landlordId }] },
      sort: [{ field: 'name', direction: 'asc' }],
      offset: 0,
      limit: shown,
    },
    { keepPrevious: true },
  )
  if (error && !data) {
    return <ErrorState title={t('residences.missing')} body={words(error)} onRetry={() => void refetch()} />
  }
  return (
    <>
      <div className="row landlord-residences-head">
        <span className="t3 sm" role="status">
          {data ? t('residences.count', { count: data.total }) : ''}
        </span>
        {landlord?.deletedAt === null ? (
          <Button className="end" size="xs" leftSection={<IconPlus size={14} />} onClick={() => setOpened('new')}>
            {t('residences.add')}
          </Button>
        ) : null}
      </div>
      {data?.total === 0 ? <p className="t2">{t('residences.noneOfLandlord')}</p> : null}
      {data && data.total > 0 ? <Table residences={data.rows} onOpen={setOpened} /> : null}
      {data && data.total > shown && shown < most ? (
        <Button size="xs" onClick={() => setShown(Math.min(most, shown + step))}>
          {t('residences.showMore', { count: data.total - shown })}
        </Button>
      ) : null}
      {data && data.total > most && shown >= most ? <p className="hint">{t('residences.restInList')}</p> : null}
      {opened === null ? null : (
        <ResidenceDrawer
          key={opened === 'new' ? 'new' : opened.id}
          residence={opened === 'new' ? null : opened}
          landlord={landlord ? { id: landlord.id, label: landlord.name } : null}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

interface TableProps {
  readonly residences: readonly Residence[]
  readonly onOpen: (residence: Residence) => void
}

function Table({ residences, onOpen }: TableProps) {
  const { t } = useTranslation()
  return (
    <table className="landlord-residences">
      <thead>
        <tr>
          <th scope="col">{t('residences.name')}</th>
          <th scope="col">{t('residences.code')}</th>
          <th scope="col">{t('residences.city')}</th>
          <th scope="col">{t('residences.qpv')}</th>
          <th scope="col" className="num">
            {t('residences.housed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {residences.map((residence) => (
          <tr key={residence.id}>
            <td>
              <button type="button" className="landlord-residence" onClick={() => onOpen(residence)}>
                {residence.name}
              </button>
            </td>
            <td className="tab">{residence.code}</td>
            <td>{residence.city ?? residence.communeName}</td>
            <td>
              <QpvWord residence={residence} />
            </td>
            <td className="num">{residence.people}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
