import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import { ask } from '../../api'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { spokenName } from './names'

/** Gives someone a rank on the waiting list, and says it. */
export function useRank(): (row: EnrolmentRow, rank: number) => Promise<void> {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  return async (row, rank) => {
    try {
      const placed = await ask('enrolments.setRank', { id: row.id, rank })
      told.done(t('enrolments.ranked', { name: spokenName(row), rank: format.number(placed.rank ?? rank) }))
    } catch (problem) {
      told.failed(problem)
    }
  }
}
