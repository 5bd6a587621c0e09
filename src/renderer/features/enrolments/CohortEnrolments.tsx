import { Button, SegmentedControl } from '@mantine/core'
import { IconLayoutKanban, IconList, IconPlus, IconSortAscendingNumbers } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import { emptyFilter } from '../../../shared/rules/lists'
import { type OutputOf, ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { today } from '../../today'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { initialColumnStates } from '../../ui/grid/columns'
import { noSelection } from '../../ui/grid/selection'
import { GridToolbar } from '../../ui/GridToolbar'
import { useListState } from '../../ui/list-state'
import { AddPeople } from './AddPeople'
import { type Phase, phaseOf, phases } from './board-columns'
import { BulkDecision } from './BulkDecision'
import { useEnrolmentColumns, useEnrolmentFields } from './enrolment-columns'
import { keptRows } from './enrolment-list'
import { EnrolmentBoard } from './EnrolmentBoard'
import { EnrolmentDrawer } from './EnrolmentDrawer'
import { EnrolmentGrid } from './EnrolmentGrid'
import { MessageRun } from './MessageRun'
import { spokenName } from './names'
import { useBeside } from './use-beside'
import { WaitingList } from './WaitingList'
import './enrolments.css'

interface CohortEnrolmentsProps {
  readonly cohortId: string
  /** What was written of one enrolment, from its own feature. */
  readonly history?: ((enrolmentId: string) => ReactNode) | undefined
}

/** The people of a cohort: board, list and waiting list, and the decisions taken about them. */
export function CohortEnrolments({ cohortId, history }: CohortEnrolmentsProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('enrolments.ofCohort', { cohortId }, { keepPrevious: true })
  const [adding, setAdding] = useState(false)
  const add = (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('enrolments.add')}
    </Button>
  )
  return (
    <div className="cohort-people" data-fills>
      {error && !data ? (
        <ErrorState title={t('enrolments.failed')} body={words(error)} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Waiting /> : null}
      {data?.rows.length === 0 ? (
        <EmptyState title={t('enrolments.emptyTitle')} body={t('enrolments.emptyBody')} acts={add} />
      ) : null}
      {data && data.rows.length > 0 ? (
        <People key={cohortId} cohortId={cohortId} cohort={data} history={history} add={add} />
      ) : null}
      {adding ? <AddPeople cohortId={cohortId} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

type Layout = 'board' | 'grid' | 'waiting'
type Cohort = OutputOf<'enrolments.ofCohort'>

interface PeopleProps extends CohortEnrolmentsProps {
  readonly cohort: Cohort
  readonly add: ReactNode
}

function People({ cohortId, cohort, history, add }: PeopleProps) {
  const { rows, places } = cohort
  const { t } = useTranslation()
  const columns = useEnrolmentColumns()
  const fields = useEnrolmentFields()
  const [layout, setLayout] = useState<Layout>('board')
  const [asked, setPhase] = useState<Phase | null>(null)
  const phase = asked ?? phaseOf(rows)
  const list = useListState({ filter: emptyFilter, sort: [], columns: initialColumnStates(columns), layout: 'grid' })
  const kept = useMemo(() => keptRows(rows, list.filter), [rows, list.filter])
  const beside = useBeside(kept)
  const waiting = rows.filter(({ stage }) => stage === 'waitlisted')
  const offer = useOffer(cohortId, waiting[0])
  const free = places.capacity === null ? 1 : places.capacity - places.taken

  return (
    <>
      {waiting.length > 0 && free > 0 && places.capacity !== null ? (
        <div className="cohort-notice">
          <Banner
            tone="info"
            act={
              <Button size="xs" onClick={() => void offer()}>
                {t('enrolments.offer')}
              </Button>
            }
          >
            {t('enrolments.placeFree', {
              name: spokenName(waiting[0] ?? nobody),
              count: free,
            })}
          </Banner>
        </div>
      ) : null}
      <GridToolbar
        filter={list.filter}
        onFilterChange={list.setFilter}
        fields={fields}
        searchHint={t('enrolments.searchHere')}
        {...(layout === 'grid'
          ? { columns, columnStates: list.columnStates, onColumnStatesChange: list.setColumnStates }
          : {})}
      >
        <div className="cohort-acts">
          {layout === 'board' ? (
            <SegmentedControl
              size="xs"
              aria-label={t('enrolments.phase')}
              data={phases.map((value) => ({ value, label: t(`enrolments.phases.${value}`) }))}
              value={phase}
              onChange={(value) => setPhase(phases.find((one) => one === value) ?? null)}
            />
          ) : null}
          <Layouts value={layout} waiting={waiting.length} onChange={setLayout} />
          {add}
        </div>
      </GridToolbar>
      {layout === 'board' ? (
        <EnrolmentBoard
          rows={kept}
          phase={phase}
          opened={beside.id}
          onOpen={beside.open}
          onShowAll={(stages) => {
            setLayout('grid')
            list.setFilter({
              ...list.filter,
              conditions: [{ field: 'stage', operator: 'isAnyOf', value: [...stages] }],
            })
          }}
        />
      ) : null}
      {layout === 'grid' ? (
        <EnrolmentGrid
          list={list}
          columns={columns}
          rows={kept}
          unfiltered={rows.length}
          onOpen={(id) => beside.open(id, null)}
          onDecide={beside.decide}
          onWrite={beside.write}
        />
      ) : null}
      {layout === 'waiting' ? (
        <WaitingList
          rows={kept.filter(({ stage }) => stage === 'waitlisted')}
          last={waiting.length}
          onOpen={(id) => beside.open(id, null)}
          onOffer={free > 0 ? () => void offer() : null}
        />
      ) : null}
      {beside.id === null ? null : (
        <EnrolmentDrawer
          id={beside.id}
          step={beside.step}
          onClose={beside.close}
          onPrevious={beside.goTo(-1)}
          onNext={beside.goTo(1)}
          history={history}
        />
      )}
      {beside.deciding ? (
        <BulkDecision
          cohortId={cohortId}
          ids={beside.deciding}
          onClose={(moved) => {
            if (moved) list.setSelection(noSelection)
            beside.decided(moved)
          }}
        />
      ) : null}
      {beside.writing ? <MessageRun ids={beside.writing} onClose={beside.close} /> : null}
    </>
  )
}

const nobody = { firstName: '', lastName: '' }

/** Gives the next of the waiting list the place that is free, and says to whom. */
function useOffer(cohortId: string, next: EnrolmentRow | undefined): () => Promise<void> {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  return async () => {
    if (!next) return
    try {
      const given = await ask('enrolments.offerNextPlace', { cohortId, on: today() })
      told.done(t('enrolments.movedTo', { name: spokenName(given), stage: label('enrolmentStage', given.stage) }))
    } catch (problem) {
      told.failed(problem)
    }
  }
}

interface LayoutsProps {
  readonly value: Layout
  readonly waiting: number
  readonly onChange: (layout: Layout) => void
}

const layouts = [
  { value: 'board', icon: <IconLayoutKanban size={15} /> },
  { value: 'grid', icon: <IconList size={15} /> },
  { value: 'waiting', icon: <IconSortAscendingNumbers size={15} /> },
] as const

function Layouts({ value, waiting, onChange }: LayoutsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('enrolments.layout')}
      data={layouts.map((layout) => ({
        value: layout.value,
        label: (
          <span className="row">
            {layout.icon}
            {t(`enrolments.layouts.${layout.value}`)}
            {layout.value === 'waiting' && waiting > 0 ? (
              <span className="t3 tab">{format.number(waiting)}</span>
            ) : null}
          </span>
        ),
      }))}
      value={value}
      onChange={(chosen) => onChange(layouts.find((layout) => layout.value === chosen)?.value ?? value)}
    />
  )
}

/** Cards drawn empty, while the first answer comes. */
function Waiting() {
  return (
    <div className="board" aria-hidden="true">
      {[0, 1, 2, 3, 4].map((column) => (
        <section className="board-column" key={column}>
          <header className="board-head" />
          {[0, 1, 2].map((card) => (
            <div className="enrolment-waiting" key={card} />
          ))}
        </section>
      ))}
    </div>
  )
}
