import { useCallback } from 'react'
import type { EnrolmentReason, EnrolmentStage } from '../../../shared/rules/enrolment-stages'
import { useChoiceLabel } from '../../i18n/choices'

/** The words of a reason, which are those of the move that gave it. */
export function useReasonWords(): (stage: EnrolmentStage, reason: EnrolmentReason) => string {
  const label = useChoiceLabel()
  return useCallback(
    (stage, reason) => {
      if (stage === 'withdrawn') return label('enrolmentWithdrawalReason', reason)
      return label(stage === 'dropout' ? 'dropoutReason' : 'enrolmentRefusalReason', reason)
    },
    [label],
  )
}
