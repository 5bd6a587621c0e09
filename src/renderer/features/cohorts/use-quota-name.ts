import { useCallback } from 'react'
import type { CohortQuota } from '../../../shared/features/cohorts'
import { useChoiceLabel } from '../../i18n/choices'

/** For whom the places are kept, in words: what was written, else the neighbourhood or the commune, else the kind. */
export function useQuotaName(): (quota: Pick<CohortQuota, 'kind' | 'code' | 'codeName' | 'label'>) => string {
  const choice = useChoiceLabel()
  return useCallback(
    ({ kind, code, codeName, label }) => label ?? codeName ?? code ?? choice('quotaKind', kind),
    [choice],
  )
}
