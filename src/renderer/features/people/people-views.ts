import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition, PageRequest, ViewDefinition } from '../../../shared/features/lists'
import { openReferralStates } from '../../../shared/rules/referral-transitions'
import { emptyFilter } from '../../../shared/rules/lists'
import type { BuiltInView } from '../../lists/use-views'
import type { ColumnStates } from '../../ui/grid/columns'
import { pageOfRows } from '../../ui/grid/head-start'

/** The first view: all of them, by name. */
export const everyone = { filter: emptyFilter, sort: [{ field: 'name', direction: 'asc' }] } satisfies Pick<
  ViewDefinition,
  'filter' | 'sort'
>

/** What one sees first, asked as soon as there is a space to ask: whoever asks it again then has the answer. */
export const firstPeople: PageRequest = { ...everyone, offset: 0, limit: pageOfRows }

/** The views that come with the list of people. */
export function usePeopleViews(columns: ColumnStates): readonly [BuiltInView, ...BuiltInView[]] {
  const { t } = useTranslation()
  return useMemo(() => {
    const shows = (...conditions: Condition[]): ViewDefinition => ({
      ...everyone,
      filter: { ...everyone.filter, conditions },
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
