import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldConflict } from '../../../shared/endpoint'
import type { Candidate, Criterion, Review } from '../../../shared/features/selection'
import type { ReviewRecommendation } from '../../../shared/rules/selection'
import { ask } from '../../api'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'

/** A reading being written. */
export interface ReviewDraft {
  readonly conflictOfInterest: boolean
  readonly scores: Readonly<Record<string, number>>
  readonly recommendation: ReviewRecommendation | null
  readonly comment: string
}

export interface Reviewing {
  readonly draft: ReviewDraft
  readonly change: (part: Partial<ReviewDraft>) => void
  /** The criteria without a mark, and whether the recommendation misses, once saving was tried. */
  readonly unmarked: readonly string[]
  readonly undecided: boolean
  readonly saving: boolean
  readonly save: () => Promise<void>
  /** Said when the same reading was changed elsewhere meanwhile. */
  readonly dialog: ReactNode
}

/** The reading of the member at the keyboard, from the first mark to writing it. */
export function useReview(
  candidate: Pick<Candidate, 'enrolmentId' | 'firstName' | 'lastName'>,
  mine: Review | null,
  criteria: readonly Criterion[],
  onSaved: () => void,
): Reviewing {
  const { t } = useTranslation()
  const told = useTold()
  const [draft, setDraft] = useState<ReviewDraft>(() => ({
    conflictOfInterest: mine?.conflictOfInterest ?? false,
    scores: mine?.scores ?? {},
    recommendation: mine?.recommendation ?? null,
    comment: mine?.comment ?? '',
  }))
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [conflicts, setConflicts] = useState<readonly FieldConflict[]>([])
  const unmarked = draft.conflictOfInterest
    ? []
    : criteria.filter(({ id }) => draft.scores[id] === undefined).map(({ id }) => id)
  const undecided = !draft.conflictOfInterest && draft.recommendation === null

  async function save(): Promise<void> {
    setTried(true)
    if (unmarked.length > 0 || undecided) return
    setSaving(true)
    try {
      const answer = await ask('selection.saveReview', {
        enrolmentId: candidate.enrolmentId,
        version: mine?.version ?? null,
        ...draft,
        comment: draft.comment.trim() || null,
      })
      if (answer.outcome === 'conflict') return setConflicts(answer.conflicts)
      told.done(t('selection.saved', { name: `${candidate.firstName} ${candidate.lastName}`.trim() }))
      onSaved()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    unmarked: tried ? unmarked : [],
    undecided: tried && undecided,
    saving,
    save,
    dialog: conflicts.length > 0 ? <Banner tone="danger">{t('selection.changedMeanwhile')}</Banner> : null,
  }
}
