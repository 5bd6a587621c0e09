import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import type { Condition, Page, PageRequest, ViewDefinition } from '../../shared/features/lists'
import { type FieldDescription, emptyFilter } from '../../shared/rules/lists'
import { useQuery } from '../api'
import { useFormat } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { type GridColumn, type GridRow, initialColumnStates } from '../ui/grid/columns'
import { PageHeader } from '../ui/PageHeader'
import { BulkActs } from './BulkActs'
import { filterFields } from './filter-fields'
import type { BuiltInView } from './use-views'
import type { ToTrashProps } from './UsedToTrash'
import { type ShownList, WorkingList } from './WorkingList'

/** What a list of named records is given by the page it stands on. */
export interface NamedListActs {
  readonly onImport: () => void
  readonly onExport?: ((shown: ShownList) => void) | undefined
  readonly acts?: ReactNode
}

interface NamedListWords {
  readonly title: string
  readonly create: string
  readonly import: string
  readonly emptyTitle: string
  readonly emptyBody: string
  readonly rowMeaning: string
  readonly count: (count: number) => string
  readonly countOf: (count: number, whole: string) => string
  readonly selected: (count: number) => string
}

interface NamedListProps<Row extends GridRow> extends NamedListActs {
  readonly list: 'organisations' | 'residences'
  readonly words: NamedListWords
  readonly columns: readonly GridColumn<Row>[]
  readonly fields: Readonly<Record<string, FieldDescription>>
  /** The first one is shown at first. */
  readonly views: readonly [BuiltInView, ...BuiltInView[]]
  /** Must not change from one render to the next. */
  readonly load: (request: PageRequest) => Promise<Page<Row>>
  readonly ToTrash: ComponentType<ToTrashProps>
  readonly onCreate: () => void
  readonly onOpen: (id: string) => void
}

/** A list of records that have a name, by which they are sorted; they are entered one by one, or come from a file. */
export function NamedList<Row extends GridRow & { readonly name: string }>(props: NamedListProps<Row>) {
  const { list, words, columns, fields, views, load, ToTrash, onCreate, onOpen, onImport, onExport, acts } = props
  const format = useFormat()
  const whole = useQuery(`${list}.list`, { offset: 0, limit: 1 }, { keepPrevious: true }).data
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={onCreate}>
      {words.create}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={words.title}
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
          title={words.emptyTitle}
          body={words.emptyBody}
          acts={
            <>
              {create}
              <Button onClick={onImport}>{words.import}</Button>
            </>
          }
        />
      ) : (
        <WorkingList
          list={list}
          label={words.title}
          columns={columns}
          fields={filterFields(columns, fields)}
          views={views}
          load={load}
          summary={({ total, unfiltered }) =>
            total === unfiltered ? words.count(total) : words.countOf(total, format.number(unfiltered))
          }
          rowMeaning={words.rowMeaning}
          selectedWords={words.selected}
          rowLabel={({ name }) => name}
          onOpen={({ id }) => onOpen(id)}
          onExport={onExport}
          acts={(selected) => (
            <BulkActs
              ToTrash={ToTrash}
              selected={selected}
              onExport={onExport ? () => onExport(selected.shown) : null}
            />
          )}
        />
      )}
    </>
  )
}

/** How the views of such a list begin: these conditions, by name. */
export function viewsByName<Row extends GridRow>(columns: readonly GridColumn<Row>[]) {
  return (...conditions: Condition[]): ViewDefinition => ({
    filter: { ...emptyFilter, conditions },
    sort: [{ field: 'name', direction: 'asc' }],
    columns: initialColumnStates(columns),
    layout: 'grid',
  })
}
