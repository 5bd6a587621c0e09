import { useTranslation } from 'react-i18next'
import type { AttendanceState } from '../../../shared/rules/attendance'
import { ask } from '../../api'
import { useTold } from '../../told'
import { settled } from './pending'
import type { RollCallState } from './use-roll-call'

/** Gives whoever was not called yet the same mark, in one act that can be taken back. */
export function useMarkOthers({ workshop, halfDay }: RollCallState): (state: AttendanceState) => Promise<void> {
  const { t } = useTranslation()
  const told = useTold()
  return async (state) => {
    try {
      await settled()
      const { changed } = await ask('attendances.markOthers', { workshopId: workshop.id, halfDay, state })
      const count = { count: changed }
      told.done(state === 'absent' ? t('attendances.markedAbsent', count) : t('attendances.markedPresent', count))
    } catch (problem) {
      told.failed(problem)
    }
  }
}
