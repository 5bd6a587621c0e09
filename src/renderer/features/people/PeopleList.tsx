import { Button } from '@mantine/core'
import { IconDownload, IconTrash, IconUserPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageRequest } from '../../../shared/features/lists'
import { displayName } from '../../../shared/rules/fold'
import { ask, useCommand, useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { type Selected, type ShownList, WorkingList } from '../../lists/WorkingList'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { EmptyState } from '../../ui/EmptyState'
import { initialColumnStates } from '../../ui/grid/columns'
import { PageHeader } from '../../ui/PageHeader'
import { peopleFilterFields, usePeopleColumns } from './people-columns'
import { usePeopleViews } from './people-views'

interface PeopleListProps {
  readonly onOpen: (id: string) => void
  readonly onCreate: () => void
  readonly onImport: () => void
  readonly onExport?: ((shown: ShownList) => void) | undefined
  readonly acts?: ReactNode
}

const loadPeople = (request: PageRequest) => ask('people.list', request)

/** Everyone: views, filters, edits in place, and what is done with several at once. */
export function PeopleList({ onOpen, onCreate, onImport, onExport, acts }: PeopleListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = usePeopleColumns()
  const first = useMemo(() => initialColumnStates(columns), [columns])
  const views = usePeopleViews(first)
  const [leaving, setLeaving] = useState<Selected | null>(null)
  const whole = useQuery('people.list', { offset: 0, limit: 1 }, { keepPrevious: true }).data
  const create = (
    <Button variant="filled" leftSection={<IconUserPlus size={16} />} onClick={onCreate}>
      {t('people.create')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('people.title')}
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
          title={t('people.emptyTitle')}
          body={t('people.emptyBody')}
          acts={
            <>
              {create}
              <Button onClick={onImport}>{t('people.import')}</Button>
            </>
          }
        />
      ) : (
        <WorkingList
          list="people"
          label={t('people.title')}
          columns={columns}
          fields={peopleFilterFields(columns)}
          views={views}
          load={loadPeople}
          summary={({ total, unfiltered }) =>
            total === unfiltered
              ? t('people.count', { count: total })
              : t('people.countOf', { count: total, whole: format.number(unfiltered) })
          }
          rowMeaning={t('people.rowMeaning')}
          selectedWords={(count) => t('people.selected', { count })}
          rowLabel={({ lastName, firstName }) => displayName(lastName, firstName)}
          onOpen={({ id }) => onOpen(id)}
          onExport={onExport}
          acts={(selected) => (
            <>
              {onExport ? (
                <Button
                  size="xs"
                  variant="subtle"
                  leftSection={<IconDownload size={15} />}
                  onClick={() => onExport(shownOf(selected, columns))}
                >
                  {t('lists.export')}
                </Button>
              ) : null}
              <Button
                size="xs"
                variant="subtle"
                leftSection={<IconTrash size={15} />}
                onClick={() => setLeaving(selected)}
              >
                {t('lists.toTrash')}
              </Button>
            </>
          )}
        />
      )}
      {leaving ? <ToTrash selected={leaving} onClose={() => setLeaving(null)} /> : null}
    </>
  )
}

function shownOf(
  selected: Selected,
  columns: readonly { field: string; header: string; hiddenAtFirst?: boolean }[],
): ShownList {
  return {
    list: 'people',
    filter: { conditions: [], search: '', trashed: false },
    sort: [{ field: 'name', direction: 'asc' }],
    columns: columns.filter((column) => column.hiddenAtFirst !== true).map(({ field, header }) => ({ field, header })),
    selection: selected.selection,
    count: selected.count,
  }
}

function ToTrash({ selected, onClose }: { selected: Selected; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const trash = useCommand('people.trash', { onError: told.failed })
  return (
    <ConfirmDialog
      opened
      title={t('people.trashTitle', { count: selected.count })}
      confirm={t('lists.trash')}
      keep={t('lists.keepAll')}
      onClose={onClose}
      onConfirm={async () => {
        const { changed } = await trash.mutateAsync({ selection: selected.selection })
        told.done(t('people.trashed', { count: changed }))
        selected.clear()
        onClose()
      }}
    >
      <p>{t('people.trashBody')}</p>
    </ConfirmDialog>
  )
}
