import { Button, NumberInput } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate, Criterion } from '../../../shared/features/selection'
import { candidateStages, isOneOf } from '../../../shared/rules/enrolment-stages'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { EmptyState, NothingFound } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { ViewTabs } from '../../ui/ViewTabs'
import { CandidateTable } from './CandidateTable'
import { Criteria } from './Criteria'
import { ReviewDrawer } from './ReviewDrawer'
import { type View, inView, views } from './views'
import './selection.css'

/** A decision to take for these people, in this order. */
export interface AskedDecision {
  readonly ids: readonly string[]
  readonly to: 'selected' | 'waitlisted'
}

interface CohortSelectionProps {
  readonly cohortId: string
  /** Draws the decision for several, from the feature of the enrolments; `onClose` once it is taken or given up. */
  readonly decide: (asked: AskedDecision, onClose: () => void) => ReactNode
}

/** How the applications of a cohort are read: criteria, readings, ranking, and the decision for the first ones. */
export function CohortSelection({ cohortId, decide }: CohortSelectionProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const criteria = useQuery('selection.criteria', { cohortId }, { keepPrevious: true })
  const candidates = useQuery('selection.candidates', { cohortId }, { keepPrevious: true })
  const [editing, setEditing] = useState(false)
  const error = criteria.error ?? candidates.error
  if (error && !(criteria.data && candidates.data)) {
    const retry = () => void Promise.all([criteria.refetch(), candidates.refetch()])
    return <ErrorState title={t('selection.failed')} body={words(error)} onRetry={retry} />
  }
  if (!criteria.data || !candidates.data) return <div className="selection" data-fills aria-busy="true" />
  const setCriteria = (
    <Button leftSection={<IconListCheck size={16} />} onClick={() => setEditing(true)}>
      {t('selection.setCriteria')}
    </Button>
  )
  return (
    <div className="selection" data-fills>
      {criteria.data.length === 0 ? (
        <EmptyState title={t('selection.noCriteria')} body={t('selection.noCriteriaBody')} acts={setCriteria} />
      ) : candidates.data.length === 0 ? (
        <EmptyState title={t('selection.noCandidate')} body={t('selection.noCandidateBody')} acts={setCriteria} />
      ) : (
        <Reading criteria={criteria.data} candidates={candidates.data} decide={decide} setCriteria={setCriteria} />
      )}
      {editing ? <Criteria cohortId={cohortId} criteria={criteria.data} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}

interface ReadingProps extends Pick<CohortSelectionProps, 'decide'> {
  readonly criteria: readonly Criterion[]
  readonly candidates: readonly Candidate[]
  readonly setCriteria: ReactNode
}

function Reading({ criteria, candidates, decide, setCriteria }: ReadingProps) {
  const { t } = useTranslation()
  const [view, setView] = useState<View>('all')
  const [reading, setReading] = useState<string | null>(null)
  const [asked, setAsked] = useState<AskedDecision | null>(null)
  const shown = candidates.filter((candidate) => inView(view, candidate))
  const place = shown.findIndex(({ enrolmentId }) => enrolmentId === reading)
  const goTo = (index: number) => {
    const next = place < 0 ? undefined : shown[index]
    return next ? () => setReading(next.enrolmentId) : undefined
  }
  return (
    <>
      <div className="selection-tabs">
        <ViewTabs
          label={t('selection.views')}
          current={view}
          tabs={views.map((id) => ({
            id,
            name: t(`selection.view.${id}`),
            count: candidates.filter((candidate) => inView(id, candidate)).length,
          }))}
          onSelect={(id) => setView(views.find((one) => one === id) ?? 'all')}
        />
        {setCriteria}
      </div>
      {shown.length === 0 ? (
        <NothingFound title={t('selection.nothing')} body={t('selection.nothingBody')} />
      ) : (
        <CandidateTable criteria={criteria} candidates={shown} reading={reading} onRead={setReading} />
      )}
      <FirstOnes candidates={candidates} onAsk={setAsked} />
      {reading === null ? null : (
        <ReviewDrawer
          key={reading}
          enrolmentId={reading}
          candidate={candidates.find(({ enrolmentId }) => enrolmentId === reading)}
          criteria={criteria}
          onClose={() => setReading(null)}
          onPrevious={goTo(place - 1)}
          onNext={goTo(place + 1)}
        />
      )}
      {asked ? decide(asked, () => setAsked(null)) : null}
    </>
  )
}

interface FirstOnesProps {
  readonly candidates: readonly Candidate[]
  readonly onAsk: (asked: AskedDecision) => void
}

/** Keeps the first of the ranking, or puts them on the waiting list in its order; those not read are never among them. */
function FirstOnes({ candidates, onAsk }: FirstOnesProps) {
  const { t } = useTranslation()
  const [count, setCount] = useState<number | string>(1)
  const ranked = candidates.filter(({ stage, place }) => place !== null && isOneOf(candidateStages, stage))
  const first = ranked.slice(0, Number(count) || 0)
  const waiting = first.filter(({ stage }) => stage !== 'waitlisted')
  const ids = (chosen: readonly Candidate[]) => chosen.map(({ enrolmentId }) => enrolmentId)
  if (ranked.length === 0) return null
  return (
    <div className="first-ones" role="group" aria-label={t('selection.firstOnes')}>
      <span className="semi">{t('selection.firstOnes')}</span>
      <NumberInput
        size="xs"
        w={72}
        aria-label={t('selection.howMany')}
        min={1}
        max={ranked.length}
        allowDecimal={false}
        value={count}
        onChange={setCount}
      />
      <span className="t3">{t('selection.ofRanked', { count: ranked.length })}</span>
      <Button
        className="end"
        size="xs"
        disabled={waiting.length === 0}
        onClick={() => onAsk({ ids: ids(waiting), to: 'waitlisted' })}
      >
        {t('selection.waitFirst', { count: Math.max(1, waiting.length) })}
      </Button>
      <Button
        size="xs"
        variant="filled"
        disabled={first.length === 0}
        onClick={() => onAsk({ ids: ids(first), to: 'selected' })}
      >
        {t('selection.keepFirst', { count: Math.max(1, first.length) })}
      </Button>
    </div>
  )
}
