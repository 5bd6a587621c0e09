import { Button } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoachLoad } from '../../../shared/features/supports'
import { useQuery } from '../../api'
import { durationWords } from '../../i18n/duration'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { ErrorState } from '../../ui/ErrorState'
import { StateDot } from '../../ui/StateDot'
import { HandOver } from './HandOver'
import '../../ui/listing.css'
import './supports.css'

interface CoachLoadsProps {
  readonly quietDays: number
  readonly onCaseload: (coachId: string) => void
}

/** What each coach carries now, the bar beside the number; a whole caseload can pass to another. */
export function CoachLoads({ quietDays, onCaseload }: CoachLoadsProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('supports.loads', { quietDays }, { keepPrevious: true })
  const [from, setFrom] = useState<CoachLoad | null>(null)
  if (error && data === undefined)
    return <ErrorState title={t('supports.failed')} body={words(error)} onRetry={() => void refetch()} />
  const most = Math.max(1, ...(data ?? []).map(({ open }) => open))
  return (
    <>
      <table className="listing" aria-label={t('supports.loads')} aria-busy={data === undefined}>
        <thead>
          <tr>
            <th scope="col">{t('supports.coach')}</th>
            <th scope="col">{t('supports.openSpells')}</th>
            <th scope="col" className="num">
              {t('supports.thisMonth')}
            </th>
            <th scope="col" className="num">
              {t('supports.withoutNews', { count: quietDays })}
            </th>
            <th scope="col" className="num">
              {t('supports.toWriteUp')}
            </th>
            <th scope="col">
              <span className="vh">{t('common.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {(data ?? []).map((load) => (
            <Load
              key={load.coachId}
              load={load}
              most={most}
              onCaseload={() => onCaseload(load.coachId)}
              onHandOver={() => setFrom(load)}
            />
          ))}
        </tbody>
      </table>
      {from ? <HandOver key={from.coachId} from={from} onClose={() => setFrom(null)} /> : null}
    </>
  )
}

interface LoadProps {
  readonly load: CoachLoad
  readonly most: number
  readonly onCaseload: () => void
  readonly onHandOver: () => void
}

function Load({ load, most, onCaseload, onHandOver }: LoadProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        <b className="med">{load.coachName}</b>
        {load.active ? null : (
          <small>
            <StateDot tone="neutral" hollow>
              {t('supports.gone')}
            </StateDot>
          </small>
        )}
      </th>
      <td className="tab nowrap">
        <span className="load-bar" aria-hidden="true">
          <i style={{ width: `${(load.open / most) * 100}%` }} />
        </span>
        {load.open === 0 ? (
          format.number(0)
        ) : (
          <button
            type="button"
            className="load"
            title={t('supports.caseloadOf', { name: load.coachName })}
            onClick={onCaseload}
          >
            {format.number(load.open)}
          </button>
        )}
      </td>
      <td className="num">
        {format.number(load.sessionsThisMonth)}
        <small>{load.minutesThisMonth > 0 ? durationWords(load.minutesThisMonth) : null}</small>
      </td>
      <td className={`num${load.withoutNews > 0 ? ' tone-warn' : ''}`}>
        <span className={load.withoutNews > 0 ? 'toned med' : 't3'}>{format.number(load.withoutNews)}</span>
      </td>
      <td className={`num${load.toWriteUp > 0 ? ' tone-warn' : ''}`}>
        <span className={load.toWriteUp > 0 ? 'toned med' : 't3'}>{format.number(load.toWriteUp)}</span>
      </td>
      <td className="acts">
        {load.open > 0 ? (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconArrowsExchange size={15} />}
            aria-label={t('supports.handOverOf', { name: load.coachName })}
            onClick={onHandOver}
          >
            {t('supports.handOver')}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
