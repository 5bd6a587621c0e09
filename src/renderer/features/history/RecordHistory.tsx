import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityName } from '../../../shared/features/history'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { ErrorState } from '../../ui/ErrorState'
import { HistoryAct } from './HistoryAct'
import './record-history.css'

const first = 20
const most = 500

/** What was done to a record, by whom and when, field by field; each act can be taken back from here. */
export function RecordHistory({ entity, id }: { entity: EntityName; id: string }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const [limit, setLimit] = useState(first)
  const { data, error, refetch, isFetching } = useQuery(
    'history.ofRecord',
    { entity, id, limit },
    { keepPrevious: true },
  )
  return (
    <section className="record-history" aria-label={t('history.ofRecord')}>
      <h2 className="h3">{t('history.ofRecord')}</h2>
      {error && data === undefined ? (
        <ErrorState title={t('history.failed')} body={words(error)} onRetry={() => void refetch()} />
      ) : null}
      {data === undefined && !error ? (
        <div role="status" aria-busy="true" aria-label={t('common.loading')}>
          <Skeleton height={14} width="60%" mt={16} />
          <Skeleton height={14} width="40%" mt={16} />
        </div>
      ) : null}
      {data?.length === 0 ? <p className="t2">{t('history.nothing')}</p> : null}
      <ol>
        {data?.map((entry) => (
          <HistoryAct entry={entry} entity={entity} key={entry.batchId} />
        ))}
      </ol>
      {data !== undefined && data.length >= limit && limit < most ? (
        <Button size="xs" variant="subtle" loading={isFetching} onClick={() => setLimit(most)}>
          {t('history.older')}
        </Button>
      ) : null}
    </section>
  )
}
