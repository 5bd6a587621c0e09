import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Filter, ListName, Page, PageRequest, SavedView, ViewDefinition } from '../../shared/features/lists'
import { ask, useQuery } from '../api'
import { useTold } from '../told'
import type { GridRow } from '../ui/grid/columns'
import { showToast } from '../ui/toasts'

/** A view that comes with the product. */
export interface BuiltInView {
  readonly id: string
  readonly name: string
  readonly definition: ViewDefinition
}
export interface ListView extends BuiltInView {
  readonly saved: SavedView | null
}

const counted = 8 // tabs; a count asks the whole list

interface Views {
  readonly views: readonly ListView[]
  readonly save: (
    view: Omit<SavedView, 'id' | 'position' | 'list'> & { readonly id: string | null },
  ) => Promise<SavedView | null>
  readonly remove: (view: SavedView) => Promise<void>
}

/** The views of a list: those of the product, then those that were kept under a name. */
export function useViews(list: ListName, builtIn: readonly BuiltInView[]): Views {
  const { t } = useTranslation()
  const told = useTold()
  const kept = useQuery('lists.views', { list }, { keepPrevious: true }).data ?? []
  return {
    views: [
      ...builtIn.map((view) => ({ ...view, saved: null })),
      ...kept.map((saved) => ({ id: saved.id, name: saved.name, definition: saved.definition, saved })),
    ],
    async save(view) {
      try {
        return await ask('lists.saveView', { ...view, list })
      } catch (problem) {
        told.failed(problem)
        return null
      }
    },
    async remove({ id, name, shared, definition }) {
      try {
        await ask('lists.removeView', { id })
      } catch (problem) {
        return told.failed(problem)
      }
      // views are not in the log of changes: taking this back is keeping it again
      const again = () => void ask('lists.saveView', { id: null, list, name, shared, definition }).catch(told.failed)
      showToast({ tone: 'done', text: t('lists.viewRemoved', { name }), act: { label: t('common.undo'), run: again } })
    },
  }
}

/** How many rows each view holds, asked once the rows themselves are there. */
export function useViewCounts(
  list: ListName,
  views: readonly ListView[],
  load: (request: PageRequest) => Promise<Page<GridRow>>,
  enabled: boolean,
): readonly (number | undefined)[] {
  const count = async (filter: Filter) => (await load({ filter, sort: [], offset: 0, limit: 1 })).total
  return useQueries({
    queries: views.slice(0, counted).map(({ definition: { filter } }) => ({
      queryKey: [list, 'count', filter],
      queryFn: () => count(filter),
      enabled,
      placeholderData: keepPreviousData,
    })),
    combine: (answers) => answers.map(({ data }) => data),
  })
}
