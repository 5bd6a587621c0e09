import { Button } from '@mantine/core'
import { IconFileImport, IconUserPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageRequest } from '../../../shared/features/lists'
import { displayName } from '../../../shared/rules/fold'
import { ask, useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { type Selected, type ShownList, WorkingList } from '../../lists/WorkingList'
import { EmptyState } from '../../ui/EmptyState'
import { initialColumnStates } from '../../ui/grid/columns'
import { PageHeader } from '../../ui/PageHeader'
import { BulkActs } from './BulkActs'
import { peopleFilterFields, usePeopleColumns } from './people-columns'
import { firstPeople, usePeopleViews } from './people-views'

interface PeopleListProps {
  readonly onOpen: (id: string) => void
  readonly onCreate: () => void
  readonly onImport: () => void
  readonly onExport?: ((shown: ShownList) => void) | undefined
  readonly onWrite?: ((selected: Selected) => void) | undefined
  readonly onEnrol?: ((selected: Selected) => void) | undefined
  readonly acts?: ReactNode
}

const loadPeople = (request: PageRequest) => ask('people.list', request)

/** Everyone: views, filters, edits in place, and what is done with several at once. */
export function PeopleList({ onOpen, onCreate, onImport, onExport, onWrite, onEnrol, acts }: PeopleListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = usePeopleColumns()
  const first = useMemo(() => initialColumnStates(columns), [columns])
  const views = usePeopleViews(first)
  const whole = useQuery('people.list', firstPeople, { keepPrevious: true }).data
  const isEmpty = whole?.unfiltered === 0
  return (
    <>
      <PageHeader
        title={t('people.title')}
        {...(whole && !isEmpty ? { detail: format.number(whole.unfiltered) } : {})}
        acts={
          <>
            {acts}
            <Button
              variant={isEmpty ? 'default' : 'filled'}
              leftSection={<IconUserPlus size={16} />}
              onClick={onCreate}
            >
              {t('people.create')}
            </Button>
          </>
        }
      />
      {isEmpty ? (
        <EmptyState
          title={t('people.emptyTitle')}
          body={t('people.emptyBody')}
          acts={
            <>
              <Button variant="filled" size="md" leftSection={<IconFileImport size={17} />} onClick={onImport}>
                {t('people.importFile')}
              </Button>
              <Button size="md" leftSection={<IconUserPlus size={17} />} onClick={onCreate}>
                {t('people.enterOne')}
              </Button>
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
            <BulkActs
              selected={selected}
              onExport={onExport ? () => onExport(selected.shown) : null}
              onWrite={onWrite ? () => onWrite(selected) : null}
              onEnrol={onEnrol ? () => onEnrol(selected) : null}
            />
          )}
        />
      )}
    </>
  )
}
