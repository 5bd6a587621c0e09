import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView, ViewDefinition } from '../../../shared/features/lists'
import { openReferralStates } from '../../../shared/rules/referral-transitions'
import { emptyFilter } from '../../../shared/rules/lists'
import type { ColumnStates } from '../../ui/grid/columns'
import { decidedStates } from './board-columns'
import { today } from '../../today'

export interface NamedView {
  readonly id: string
  readonly name: string
  readonly definition: ViewDefinition
  /** Null for the ones that come with the product. */
  readonly saved: SavedView | null
}

/** The views that come with the product, then those that were kept. */
export function useReferralViews(columns: ColumnStates, saved: readonly SavedView[]): readonly NamedView[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const base: ViewDefinition = { filter: emptyFilter, sort: [], columns, layout: 'grid' }
    const with_ = (field: string, operator: 'isAnyOf' | 'before', value: string | string[]): ViewDefinition => ({
      ...base,
      filter: { ...emptyFilter, conditions: [{ field, operator, value }] },
    })
    const dueFirst = [{ field: 'dueOn', direction: 'asc' as const }]
    const views: NamedView[] = [
      { id: 'board', name: t('referrals.views.board'), definition: { ...base, layout: 'board' }, saved: null },
      {
        id: 'open',
        name: t('referrals.views.open'),
        definition: { ...with_('state', 'isAnyOf', [...openReferralStates]), sort: dueFirst },
        saved: null,
      },
      {
        id: 'late',
        name: t('referrals.views.late'),
        definition: { ...with_('dueOn', 'before', today()), sort: dueFirst },
        saved: null,
      },
      {
        id: 'decided',
        name: t('referrals.views.decided'),
        definition: {
          ...with_('state', 'isAnyOf', [...decidedStates, 'closed']),
          sort: [{ field: 'stateSince', direction: 'desc' }],
        },
        saved: null,
      },
      {
        id: 'all',
        name: t('referrals.views.all'),
        definition: { ...base, sort: [{ field: 'createdAt', direction: 'desc' }] },
        saved: null,
      },
    ]
    return [
      ...views,
      ...saved.map((view) => ({ id: view.id, name: view.name, definition: view.definition, saved: view })),
    ]
  }, [t, columns, saved])
}
