import { useCallback } from 'react'
import { isHoliday } from '../../../shared/rules/recurrence'
import { useQuery } from '../../api'

/** Whether a day is a public holiday where this space works. */
export function useHolidays(): (day: string) => boolean {
  const region = useQuery('settings.get', {}).data?.serviceLevels.region ?? 'mainland'
  return useCallback((day) => isHoliday(day, region), [region])
}
