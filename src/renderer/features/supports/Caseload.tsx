import { Button } from '@mantine/core'
import { IconMessagePlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseloadRow } from '../../../shared/features/supports'
import { fold } from '../../../shared/rules/fold'
import { useQuery } from '../../api'
import { durationWords } from '../../i18n/duration'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { PersonName } from '../../ui/PersonName'
import '../../ui/listing.css'
import './supports.css'

interface CaseloadProps {
  readonly coachId: string
  readonly quietDays: number
  readonly onLog: (personId: string) => void
}

/** The people a coach follows, the longest without news first. */
export function Caseload({ coachId, quietDays, onLog }: CaseloadProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('supports.caseload', { coachId }, { keepPrevious: true })
  const [order, setOrder] = useState<'quiet' | 'name' | 'next'>('quiet')
  if (error && data === undefined)
    return <ErrorState title={t('supports.failed')} body={words(error)} onRetry={() => void refetch()} />
  if (data?.length === 0) return <EmptyState title={t('supports.emptyTitle')} body={t('supports.emptyBody')} />
  const heads = [
    ['name', t('supports.person')],
    [null, t('supports.programme')],
    [null, t('supports.held')],
    [null, t('supports.lastOn')],
    ['next', t('supports.nextOn')],
    ['quiet', t('supports.quiet')],
  ] as const
  return (
    <table className="listing caseload" aria-label={t('supports.caseload')} aria-busy={data === undefined}>
      <thead>
        <tr>
          {heads.map(([by, word]) => (
            <th scope="col" key={word} aria-sort={by === null ? undefined : by === order ? 'ascending' : 'none'}>
              {by === null ? (
                word
              ) : (
                <button type="button" className="listing-sort" onClick={() => setOrder(by)}>
                  {word}
                </button>
              )}
            </th>
          ))}
          <th scope="col">
            <span className="vh">{t('common.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {data === undefined
          ? [1, 2, 3, 4, 5].map((row) => (
              <tr key={row}>
                <td colSpan={7} aria-label={t('common.loading')}>
                  <div className="listing-bar" />
                </td>
              </tr>
            ))
          : inOrder(data, order).map((row) => (
              <Row key={row.id} row={row} quiet={row.quietDays >= quietDays} onLog={() => onLog(row.personId)} />
            ))}
      </tbody>
    </table>
  )
}

function Row({ row, quiet, onLog }: { row: CaseloadRow; quiet: boolean; onLog: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        <a href={`#/people/${row.personId}`}>
          <PersonName lastName={row.lastName} firstName={row.firstName} />
        </a>
        <small>{t('supports.since', { day: format.day(row.startedOn) })}</small>
      </th>
      <td className="t2">{row.programmeName}</td>
      <td className="tab">
        {format.number(row.sessions)}
        <small>{row.minutes > 0 ? durationWords(row.minutes) : null}</small>
      </td>
      <td className="tab t2">{row.lastSessionOn === null ? t('supports.never') : format.day(row.lastSessionOn)}</td>
      <td className="tab t2">{row.nextSessionOn === null ? null : format.day(row.nextSessionOn)}</td>
      <td className={`tab nowrap${quiet ? ' tone-warn' : ''}`}>
        <span className={quiet ? 'toned med' : 't2'}>{t('supports.days', { count: row.quietDays })}</span>
      </td>
      <td className="acts">
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconMessagePlus size={15} />}
          aria-label={t('supports.logFor', { name: `${row.firstName} ${row.lastName}`.trim() })}
          onClick={onLog}
        >
          {t('supports.log')}
        </Button>
      </td>
    </tr>
  )
}

function inOrder(rows: readonly CaseloadRow[], order: 'quiet' | 'name' | 'next'): readonly CaseloadRow[] {
  if (order === 'quiet') return rows
  const key = (row: CaseloadRow) =>
    order === 'name' ? fold(`${row.lastName} ${row.firstName}`) : (row.nextSessionOn ?? '9999')
  return rows.toSorted((a, b) => key(a).localeCompare(key(b)))
}
