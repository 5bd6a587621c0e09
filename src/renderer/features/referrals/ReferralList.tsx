import { Button, SegmentedControl } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconLayoutKanban, IconList, IconPlus } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, Sort } from '../../../shared/features/lists'
import type { ReferralRow } from '../../../shared/features/referrals'
import type { Member } from '../../../shared/features/space'
import type { SpaceKind } from '../../../shared/rules/values'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import type { ColumnStates, GridColumn } from '../../ui/grid/columns'
import { completeColumnStates, initialColumnStates } from '../../ui/grid/columns'
import type { RowSelection } from '../../ui/grid/selection'
import { EmptyState, NothingFound } from '../../ui/EmptyState'
import { GridToolbar } from '../../ui/GridToolbar'
import { useListState } from '../../ui/list-state'
import { PageHeader } from '../../ui/PageHeader'
import { SaveView } from '../../ui/SaveView'
import { ViewTabs } from '../../ui/ViewTabs'
import type { DrawerStep } from './board-columns'
import { QuickFilter } from './QuickFilter'
import { ReferralBoard } from './ReferralBoard'
import { ReferralGrid } from './ReferralGrid'
import { useReferralColumns, useReferralFields } from './referral-columns'
import { useKeptViews } from './use-kept-views'
import { useReferralViews } from './views'
import './list.css'

// It lies with the pages where one does not arrive, read before anybody opens a referral.
const ReferralDrawer = lazy(async () => ({ default: (await import('./ReferralDrawer')).ReferralDrawer }))

/** What an export of this list takes: the rows and the columns on screen. */
export interface ReferralsOnScreen {
  readonly filter: Filter
  readonly sort: Sort[]
  readonly selection: RowSelection
  readonly columns: readonly GridColumn<ReferralRow>[]
  readonly columnStates: ColumnStates
  readonly total: number
}

interface ReferralListProps {
  readonly kind: SpaceKind
  readonly onCreate: () => void
  readonly onImport?: (() => void) | undefined
  readonly onExport?: ((list: ReferralsOnScreen) => void) | undefined
  /** Buttons of the page, before the one that creates. */
  readonly acts?: ReactNode
  /** Another each time one is sent to this page, also from this page: what was beside the list is put away. */
  readonly arrival: string
}

/** The referrals: board or list, their views, and the drawer that opens one beside them. */
export function ReferralList({ kind, onCreate, onImport, onExport, acts, arrival }: ReferralListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const members = useQuery('members.list', {}).data ?? noMembers
  const columns = useReferralColumns(members)
  const fields = useReferralFields()
  const kept = useKeptViews()
  const views = useReferralViews(initialColumnStates(columns), kept.views)
  const [viewId, setViewId] = useState('board')
  const view = views.find(({ id }) => id === viewId) ?? views[0]
  const list = useListState({ filter: noFilter, sort: [], columns: initialColumnStates(columns), layout: 'board' })
  const late = useQuery('referrals.overdue', {}, { keepPrevious: true }).data?.referrals
  const board = useQuery('referrals.board', { filter: list.filter, limit: 50 }, { keepPrevious: true }).data
  const whole = useQuery('referrals.list', { filter: noFilter, offset: 0, limit: 1 }, { keepPrevious: true }).data
  const landlords = useQuery('organisations.find', { text: '', kinds: ['landlord'], limit: 50 }).data ?? []
  const [total, setTotal] = useState(0)
  const opening = useOpening(arrival)
  const { layout } = list.definition
  const onBoard = layout === 'board'
  const underWay = board?.filter(({ state }) => state !== 'draft').reduce((sum, { total: part }) => sum + part, 0)

  function openView(id: string): void {
    const next = views.find((candidate) => candidate.id === id)
    if (!next) return
    setViewId(id)
    list.open({ ...next.definition, columns: completeColumnStates(next.definition.columns, columns) })
  }

  /** From a view that came with the product, the other layout is another of them; what was asked for is kept. */
  function show(chosen: 'board' | 'grid', asked: Filter = list.filter): void {
    if (view?.saved) return list.setLayout(chosen)
    const next = views.find(({ id }) => id === (chosen === 'board' ? 'board' : 'all'))
    if (!next) return
    const conditions = chosen === 'grid' ? asked.conditions : asked.conditions.filter(({ field }) => quick.has(field))
    setViewId(next.id)
    list.open({ ...next.definition, filter: { ...asked, conditions } })
  }

  const onScreen = (): ReferralsOnScreen => ({
    filter: list.filter,
    sort: list.sort,
    selection: list.selection,
    columns,
    columnStates: list.columnStates,
    total,
  })
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={onCreate}>
      {t('referrals.create')}
    </Button>
  )
  const empty = (
    <EmptyState
      title={t('referrals.emptyTitle')}
      body={t(kind === 'landlord' ? 'referrals.emptyLandlord' : 'referrals.emptyAssociation')}
      acts={
        <>
          {create}
          {onImport ? <Button onClick={onImport}>{t('referrals.import')}</Button> : null}
        </>
      }
    />
  )
  const nothing = whole?.unfiltered === 0

  return (
    <>
      <PageHeader
        title={t('referrals.title')}
        {...(underWay === undefined ? {} : { detail: t('referrals.underWay', { count: underWay }) })}
        acts={
          <>
            {nothing ? null : (
              <SegmentedControl
                size="xs"
                aria-label={t('referrals.layout')}
                data={[
                  { value: 'board', label: <Way icon={<IconLayoutKanban size={15} />}>{t('referrals.asBoard')}</Way> },
                  { value: 'grid', label: <Way icon={<IconList size={15} />}>{t('referrals.asList')}</Way> },
                ]}
                value={layout}
                onChange={(chosen) => show(chosen === 'board' ? 'board' : 'grid')}
              />
            )}
            {acts}
            {nothing ? null : create}
          </>
        }
      />
      {nothing ? (
        empty
      ) : (
        <>
          <ViewTabs
            label={t('referrals.viewsLabel')}
            tabs={views.map(({ id, name }) => ({ id, name, ...(id === 'late' && late ? { count: late } : {}) }))}
            current={view?.id ?? 'board'}
            onSelect={openView}
          />
          <GridToolbar
            filter={list.filter}
            onFilterChange={list.setFilter}
            fields={fields}
            {...(onBoard
              ? {}
              : { columns: columns, columnStates: list.columnStates, onColumnStatesChange: list.setColumnStates })}
            {...(onExport && !onBoard ? { onExport: () => onExport(onScreen()) } : {})}
            searchHint={t('referrals.searchHere')}
            quick={
              <>
                {kind === 'association' ? (
                  <QuickFilter
                    label={t('referrals.quick.landlord')}
                    all={t('referrals.quick.allLandlords')}
                    field="landlordId"
                    filter={list.filter}
                    choices={landlords.map(({ id, name }) => ({ value: id, label: name }))}
                    onChange={list.setFilter}
                  />
                ) : null}
                <QuickFilter
                  label={t('referrals.quick.followedBy')}
                  all={t('referrals.quick.everyone')}
                  field="assignedToId"
                  filter={list.filter}
                  choices={members.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={list.setFilter}
                />
              </>
            }
          >
            <SaveView
              view={view?.saved ?? null}
              changed={list.changed}
              onSave={() =>
                void kept
                  .save(view?.saved?.id ?? null, view?.name ?? '', view?.saved?.shared ?? false, list.definition)
                  .then(() => list.open(list.definition))
              }
              onSaveAs={(name, shared) =>
                void kept.save(null, name, shared, list.definition).then((id) => {
                  if (id !== null) {
                    setViewId(id)
                    list.open(list.definition)
                  }
                })
              }
              onRename={(name, shared) => void kept.save(view?.saved?.id ?? null, name, shared, list.definition)}
              onRemove={() => void kept.remove(view?.saved?.id ?? '').then(() => openView('board'))}
            />
          </GridToolbar>
          {onBoard ? (
            <ReferralBoard
              kind={kind}
              filter={list.filter}
              opened={opening.id}
              onOpen={opening.open}
              onOrder={opening.setOrder}
              onShowAll={(states) =>
                show('grid', {
                  ...list.filter,
                  conditions: [...list.filter.conditions, { field: 'state', operator: 'isAnyOf', value: [...states] }],
                })
              }
            />
          ) : (
            <ReferralGrid
              list={list}
              columns={columns}
              onOpen={(row) => opening.open(row.id, null)}
              onLoaded={(counts) => setTotal(counts.total)}
              total={total}
              onExport={onExport ? () => onExport(onScreen()) : undefined}
              empty={
                <NothingFound
                  title={t('referrals.nothingTitle')}
                  body={t('referrals.nothingBody')}
                  acts={<Button onClick={list.clearFilter}>{t('referrals.clearFilter')}</Button>}
                />
              }
            />
          )}
        </>
      )}
      {opening.id === null ? null : (
        <Suspense fallback={null}>
          <ReferralDrawer
            id={opening.id}
            kind={kind}
            step={opening.step}
            onClose={opening.close}
            onPrevious={opening.goTo(-1)}
            onNext={opening.goTo(1)}
          />
        </Suspense>
      )}
      <span className="vh" role="status">
        {onBoard && underWay !== undefined ? t('referrals.underWay', { count: underWay }) : format.number(total)}
      </span>
    </>
  )
}

/** The conditions asked all day long, which the board has too. */
const quick = new Set(['landlordId', 'assignedToId'])
const noMembers: Member[] = []
const noFilter: Filter = { conditions: [], search: '', trashed: false }

function Way({ icon, children }: { icon: ReactNode; children: string }) {
  return (
    <span className="row">
      {icon}
      {children}
    </span>
  )
}

interface Opened {
  readonly id: string
  readonly step: DrawerStep
  readonly arrival: string
}

/** Which referral is open beside the list, on what step, and its neighbours; J and K go from one to the next. */
function useOpening(arrival: string) {
  const [latest, setOpened] = useState<Opened | null>(null)
  const opened = latest?.arrival === arrival ? latest : null
  const [order, setOrder] = useState<readonly string[]>([])
  const place = opened ? order.indexOf(opened.id) : -1

  function goTo(way: -1 | 1): (() => void) | undefined {
    const next = place < 0 ? undefined : order[place + way]
    return next === undefined ? undefined : () => setOpened({ id: next, step: null, arrival })
  }

  useHotkeys([
    ['J', () => goTo(1)?.()],
    ['K', () => goTo(-1)?.()],
  ])
  return {
    id: opened?.id ?? null,
    step: opened?.step ?? null,
    open: (id: string, step: DrawerStep) => setOpened({ id, step, arrival }),
    close: () => setOpened(null),
    setOrder,
    goTo,
  }
}
