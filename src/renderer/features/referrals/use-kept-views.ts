import type { SavedView, ViewDefinition } from '../../../shared/features/lists'
import { ask, useQuery } from '../../api'
import { useTold } from '../../told'
import { useTranslation } from 'react-i18next'

const none: readonly SavedView[] = []

/** The views of the referrals that were kept under a name. */
export function useKeptViews() {
  const { t } = useTranslation()
  const told = useTold()
  const views = useQuery('lists.views', { list: 'referrals' }).data ?? none

  async function save(
    id: string | null,
    name: string,
    shared: boolean,
    definition: ViewDefinition,
  ): Promise<string | null> {
    try {
      const view = await ask('lists.saveView', { id, list: 'referrals', name, shared, definition })
      told.done(t('referrals.viewKept', { name }))
      return view.id
    } catch (problem) {
      told.failed(problem)
      return null
    }
  }

  async function remove(id: string): Promise<void> {
    try {
      await ask('lists.removeView', { id })
      told.done(t('referrals.viewRemoved'))
    } catch (problem) {
      told.failed(problem)
    }
  }

  return { views, save, remove }
}
