import { Button } from '@mantine/core'
import { IconCalendarRepeat, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cohort } from '../../../shared/features/cohorts'
import type { Workshop } from '../../../shared/features/workshops'
import { ask, useQuery } from '../../api'
import { durationWords } from '../../i18n/duration'
import { useErrorWords } from '../../i18n/error-words'
import { useTold } from '../../told'
import { today } from '../../today'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { CancelWorkshop } from './CancelWorkshop'
import { SeriesDrawer } from './SeriesDrawer'
import { WorkshopDrawer } from './WorkshopDrawer'
import { type WorkshopAct, WorkshopTable } from './WorkshopTable'
import { WorkshopToTrash } from './WorkshopToTrash'
import './workshops.css'

interface CohortWorkshopsProps {
  readonly cohortId: string
  /** Where a workshop is opened; its form otherwise. */
  readonly onOpen?: (id: string) => void
}

type Doing =
  | { readonly what: 'create' | 'series' }
  | { readonly what: Exclude<WorkshopAct, 'reinstate'>; readonly workshop: Workshop }

/** The workshops of a cohort: the next ones first, then those that were held, the last of them first. */
export function CohortWorkshops({ cohortId, onOpen }: CohortWorkshopsProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const told = useTold()
  const [doing, setDoing] = useState<Doing | null>(null)
  const cohort = useQuery('cohorts.get', { id: cohortId }).data
  const { data, error, refetch } = useQuery('workshops.ofCohort', { cohortId }, { keepPrevious: true })
  const there = cohort?.deletedAt === null

  function act(workshop: Workshop, what: WorkshopAct): void {
    if (what !== 'reinstate') return setDoing({ what, workshop })
    ask('workshops.reinstate', { id: workshop.id }).then(
      () => told.done(t('workshops.reinstated', { title: workshop.title })),
      told.failed,
    )
  }

  if (error && !data) {
    return <ErrorState title={t('workshops.listFailed')} body={words(error)} onRetry={() => void refetch()} />
  }
  if (!data || !cohort) {
    return (
      <div className="workshops-waiting" role="status" aria-busy="true" aria-label={t('common.loading')}>
        <div className="bar" />
        <div className="bar" />
        <div className="bar" />
      </div>
    )
  }
  return (
    <>
      {data.length === 0 ? (
        <EmptyState
          title={t('workshops.emptyTitle')}
          body={t('workshops.emptyBody')}
          acts={there ? <Adding onDo={setDoing} /> : null}
        />
      ) : (
        <>
          <div className="row workshops-head">
            <Summary workshops={data} />
            {there ? (
              <span className="row end">
                <Adding onDo={setDoing} />
              </span>
            ) : null}
          </div>
          <Tables
            workshops={data}
            onOpen={(workshop) => (onOpen ? onOpen(workshop.id) : setDoing({ what: 'edit', workshop }))}
            onAct={there ? act : null}
          />
        </>
      )}
      {doing ? <Acting doing={doing} cohort={cohort} all={data} onClose={() => setDoing(null)} /> : null}
    </>
  )
}

function Adding({ onDo }: { onDo: (doing: Doing) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={() => onDo({ what: 'create' })}>
        {t('workshops.add')}
      </Button>
      <Button variant="filled" leftSection={<IconCalendarRepeat size={16} />} onClick={() => onDo({ what: 'series' })}>
        {t('workshops.addSeries')}
      </Button>
    </>
  )
}

function Summary({ workshops }: { workshops: readonly Workshop[] }) {
  const { t } = useTranslation()
  const kept = workshops.filter(({ cancelledOn }) => cancelledOn === null)
  const minutes = kept.reduce((sum, workshop) => sum + workshop.minutes, 0)
  return (
    <span className="t3 sm tab" role="status">
      {t('workshops.summary', { count: kept.length, hours: durationWords(minutes) })}
    </span>
  )
}

interface TablesProps {
  readonly workshops: readonly Workshop[]
  readonly onOpen: (workshop: Workshop) => void
  readonly onAct: ((workshop: Workshop, act: WorkshopAct) => void) | null
}

function Tables({ workshops, onOpen, onAct }: TablesProps) {
  const { t } = useTranslation()
  const now = today()
  const coming = workshops.filter(({ heldOn }) => heldOn >= now)
  const past = workshops.filter(({ heldOn }) => heldOn < now).toReversed()
  return (
    <>
      {coming.length > 0 ? (
        <section aria-label={t('workshops.coming')}>
          <h2 className="h3">
            {t('workshops.coming')} <span className="count">{coming.length}</span>
          </h2>
          <WorkshopTable label={t('workshops.coming')} workshops={coming} onOpen={onOpen} onAct={onAct} />
        </section>
      ) : null}
      {past.length > 0 ? (
        <section className="workshops-past" aria-label={t('workshops.past')}>
          <h2 className="h3">
            {t('workshops.past')} <span className="count">{past.length}</span>
          </h2>
          <WorkshopTable label={t('workshops.past')} workshops={past} onOpen={onOpen} onAct={onAct} />
        </section>
      ) : null}
    </>
  )
}

interface ActingProps {
  readonly doing: Doing
  readonly cohort: Cohort
  readonly all: readonly Workshop[]
  readonly onClose: () => void
}

function Acting({ doing, cohort, all, onClose }: ActingProps) {
  switch (doing.what) {
    case 'create':
      return <WorkshopDrawer cohort={cohort} workshop={null} following={[]} onClose={onClose} />
    case 'series':
      return <SeriesDrawer cohort={cohort} onClose={onClose} />
    case 'edit': {
      const { workshop } = doing
      return (
        <WorkshopDrawer
          key={workshop.id}
          cohort={cohort}
          workshop={workshop}
          following={followingOf(workshop, all)}
          onClose={onClose}
        />
      )
    }
    case 'cancel':
      return (
        <CancelWorkshop
          workshop={doing.workshop}
          following={followingOf(doing.workshop, all).length}
          onClose={onClose}
        />
      )
    case 'trash':
      return (
        <WorkshopToTrash
          workshop={doing.workshop}
          following={followingOf(doing.workshop, all).length}
          onClose={onClose}
        />
      )
  }
}

/** Those of the same series after it, that still take place: what a change of all of them reaches. */
function followingOf(workshop: Workshop, all: readonly Workshop[]): readonly Workshop[] {
  if (workshop.seriesId === null) return []
  const after = `${workshop.heldOn}${workshop.startTime}`
  return all.filter(
    ({ id, seriesId, cancelledOn, heldOn, startTime }) =>
      id !== workshop.id && seriesId === workshop.seriesId && cancelledOn === null && `${heldOn}${startTime}` >= after,
  )
}
