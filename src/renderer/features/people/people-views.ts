import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Condition, type ViewDefinition, emptyFilter } from '../../../shared/features/lists'
import { openReferralStates } from '../../../shared/rules/referral-transitions'
import type { BuiltInView } from '../../lists/use-views'
import type { ColumnStates } from '../../ui/grid/columns'

/** The views that come with the list of people. */
export function usePeopleViews(columns: ColumnStates): readonly [BuiltInView, ...BuiltInView[]] {
  const { t } = useTranslation()
  return useMemo(() => {
    const shows = (...conditions: Condition[]): ViewDefinition => ({
      filter: { ...emptyFilter, conditions },
      sort: [{ field: 'name', direction: 'asc' }],
      columns,
      layout: 'grid',
    })
    const anyOf = (field: string, values: readonly string[]): Condition => ({
      field,
      operator: 'isAnyOf',
      value: [...values],
    })
    return [
      { id: 'all', name: t('people.views.all'), definition: shows() },
      { id: 'open', name: t('people.views.open'), definition: shows(anyOf('lastReferralState', openReferralStates)) },
      { id: 'qpv', name: t('people.views.qpv'), definition: shows(anyOf('qpvState', ['in'])) },
      { id: 'toCheck', name: t('people.views.toCheck'), definition: shows(anyOf('qpvState', ['toCheck'])) },
    ]
  }, [t, columns])
}
