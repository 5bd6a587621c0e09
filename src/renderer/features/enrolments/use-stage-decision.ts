import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldConflict } from '../../../shared/endpoint'
import type { Enrolment } from '../../../shared/features/enrolments'
import type { EnrolmentRequirement, EnrolmentStage } from '../../../shared/rules/enrolment-stages'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useTold } from '../../told'
import { spokenName } from './names'
import { type StageDecision, isDayWrong, missingFrom, newDecision, toInput } from './stage-decision'

export interface DecidingStage {
  readonly decision: StageDecision | null
  readonly choose: (to: EnrolmentStage | null) => void
  readonly change: (decision: StageDecision) => void
  /** What is still asked, once saving was tried. */
  readonly missing: readonly EnrolmentRequirement[]
  readonly dayWrong: boolean
  readonly saving: boolean
  /** Someone else moved the person since they were read. */
  readonly conflict: FieldConflict | null
  readonly save: () => Promise<void>
}

/** A decision about one person, from choosing it to writing it. */
export function useStageDecision(enrolment: Enrolment, first: EnrolmentStage | null): DecidingStage {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const [prepared, setDecision] = useState<StageDecision | null>(() => (first === null ? null : newDecision(first)))
  // someone else moved them meanwhile: what is no longer possible is no longer prepared
  const decision = prepared !== null && enrolment.nextStages.includes(prepared.to) ? prepared : null
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [conflict, setConflict] = useState<FieldConflict | null>(null)

  async function save(): Promise<void> {
    if (!decision) return
    setTried(true)
    if (isDayWrong(enrolment.stageSince, decision) || missingFrom(enrolment.stage, decision).length > 0) return
    setSaving(true)
    try {
      const { id, version } = enrolment
      const answer = await ask('enrolments.move', { id, version, ...toInput(decision), rank: decision.rank })
      if (answer.outcome === 'conflict') {
        setConflict(answer.conflicts[0] ?? null)
        return
      }
      setDecision(null)
      setTried(false)
      setConflict(null)
      const stage = label('enrolmentStage', decision.to)
      told.done(t('enrolments.movedTo', { name: spokenName(enrolment), stage }))
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  return {
    decision,
    choose(to) {
      setTried(false)
      setConflict(null)
      setDecision((before) =>
        to === null ? null : { ...(before ?? newDecision(to)), to, reasons: before?.to === to ? before.reasons : [] },
      )
    },
    change: setDecision,
    missing: decision && tried ? missingFrom(enrolment.stage, decision) : [],
    dayWrong: decision !== null && tried && isDayWrong(enrolment.stageSince, decision),
    saving,
    conflict,
    save,
  }
}
