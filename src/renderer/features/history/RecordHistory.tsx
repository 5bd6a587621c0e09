import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EntityName, HistoryEntry } from '../../../shared/features/history'
import { useCommand, useQuery } from '../../api'
import { useCommandWords } from '../../i18n/command-words'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { ErrorState } from '../../ui/ErrorState'
import { useFieldSaid } from './field-said'
import './record-history.css'

/** What was done to a record, by whom and when, field by field; each act can be taken back from here. */
export function RecordHistory({ entity, id }: { entity: EntityName; id: string }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('history.ofRecord', { entity, id, limit: 100 }, { keepPrevious: true })
  return (
    <section className="record-history" aria-label={t('history.ofRecord')}>
      <h3 className="h3">{t('history.ofRecord')}</h3>
      {error ? <ErrorState title={t('history.failed')} body={words(error)} onRetry={() => void refetch()} /> : null}
      <ol>
        {data?.map((entry) => (
          <Entry entry={entry} key={entry.batchId} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation()
  const said = useCommandWords()
  const format = useFormat()
  const told = useTold()
  const field = useFieldSaid()
  const undo = useCommand('history.undoBatch', { onError: told.failed })
  const what = said(entry.command)
  const changes = entry.changes.flatMap((change) =>
    change.fields.map((one) => ({ ...one, key: `${change.recordId} ${one.field}` })),
  )
  return (
    <li className="record-history-entry" data-undone={entry.undone || undefined}>
      <div className="row">
        <b className="med">{what}</b>
        <span className="t3 sm">
          {[format.instant(entry.at), entry.by].filter(Boolean).join(', ')}
          {entry.undone ? `, ${t('history.undoneMark')}` : ''}
        </span>
        {entry.undoable ? (
          <Button
            className="end"
            size="xs"
            variant="subtle"
            leftSection={<IconArrowBackUp size={14} />}
            aria-label={t('history.undo', { what })}
            loading={undo.isPending}
            onClick={() =>
              undo.mutate({ batchId: entry.batchId }, { onSuccess: () => told.done(t('history.undone', { what })) })
            }
          >
            {t('common.undo')}
          </Button>
        ) : null}
      </div>
      <ul>
        {changes.flatMap(({ key, field: name, before, after }) => {
          const label = field.label(name)
          if (label === null) return []
          return (
            <li key={key}>
              <span className="t3">{label}</span> {before === null ? null : <s>{field.value(name, before)}</s>}{' '}
              {field.value(name, after)}
            </li>
          )
        })}
      </ul>
    </li>
  )
}
