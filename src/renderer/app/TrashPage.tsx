import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type OutputOf, ask, useQuery } from '../api'
import { asAppError } from '../connection'
import { useErrorWords } from '../i18n/error-words'
import { useFormat } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageHeader } from '../ui/PageHeader'
import { showToast } from '../ui/toasts'
import { useUndo } from '../use-undo'
import '../features/space/settings/settings.css'

type Trashed = OutputOf<'history.trash'>[number]
const restorable = ['people', 'organisations', 'residences', 'referrals', 'tasks'] as const
const limit = 500

/** What was deleted, the latest first; each can come back as it was. */
export function TrashPage() {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { undo } = useUndo()
  const trash = useQuery('history.trash', { limit }, { keepPrevious: true })
  const items = trash.data ?? null

  async function restore(item: Trashed): Promise<void> {
    const entity = restorable.find((one) => one === item.entity)
    if (entity === undefined) return
    try {
      await ask(`${entity}.restore`, { id: item.id })
      showToast({
        tone: 'done',
        text: t('history.restored', { name: item.label }),
        act: { label: t('common.undo'), run: () => void undo() },
      })
    } catch (problem) {
      showToast({ tone: 'danger', text: words(asAppError(problem)) })
    }
  }

  if (trash.error && items === null) {
    return (
      <ErrorState title={t('history.trashFailed')} body={words(trash.error)} onRetry={() => void trash.refetch()} />
    )
  }
  return (
    <>
      <PageHeader
        title={t('history.trash')}
        detail={items && items.length > 0 ? t('history.trashCount', { count: items.length }) : undefined}
      />
      {items?.length === 0 ? (
        <EmptyState title={t('history.trashEmpty')} body={t('history.trashEmptyBody')} />
      ) : (
        <div className="settings">
          <TrashTable items={items} onRestore={(item) => void restore(item)} />
        </div>
      )}
    </>
  )
}

interface TrashTableProps {
  /** Null while they are read: rows are drawn empty. */
  readonly items: readonly Trashed[] | null
  readonly onRestore: (item: Trashed) => void
}

function TrashTable({ items, onRestore }: TrashTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <table className="plain-table" aria-busy={items === null}>
      <thead>
        <tr>
          <th scope="col">{t('history.trashWhat')}</th>
          <th scope="col">{t('history.trashSort')}</th>
          <th scope="col">{t('history.trashWhen')}</th>
          <th scope="col">
            <span className="vh">{t('common.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items === null
          ? [1, 2, 3, 4].map((row) => (
              <tr key={row}>
                <td colSpan={4} aria-label={t('common.loading')}>
                  <div className="bar" />
                </td>
              </tr>
            ))
          : items.map((item) => (
              <tr key={`${item.entity}/${item.id}`}>
                <td>
                  <b className="med">{item.label || t('history.something')}</b>
                </td>
                <td className="t2">
                  <KindOf entity={item.entity} />
                </td>
                <td className="t2 tab">
                  {format.instant(item.deletedAt)}
                  {item.by === null ? null : ` ${t('history.trashBy', { name: item.by })}`}
                </td>
                <td className="acts">
                  <Button
                    size="xs"
                    aria-label={t('history.restoreNamed', { name: item.label })}
                    onClick={() => onRestore(item)}
                  >
                    {t('history.restore')}
                  </Button>
                </td>
              </tr>
            ))}
      </tbody>
    </table>
  )
}

function KindOf({ entity }: { entity: Trashed['entity'] }) {
  const { t } = useTranslation()
  const known = restorable.find((one) => one === entity)
  return known === undefined ? null : t(`history.trashKind.${known}`)
}
