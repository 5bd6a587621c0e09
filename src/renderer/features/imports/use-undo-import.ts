import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import { asAppError } from '../../connection'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { showToast } from '../../ui/toasts'

const named = 3 // of what was kept; the rest is counted

/** Takes a whole import back, and says what stays because it changed since. */
export function useUndoImport(): (id: string) => Promise<void> {
  const { t } = useTranslation()
  const format = useFormat()
  const { failed } = useTold()
  return useCallback(
    async (id) => {
      try {
        const { undone, kept } = await ask('imports.undo', { id })
        const records = [...new Map(kept.map((item) => [item.recordId, item.label])).values()]
        const done = t('imports.undone', { count: undone })
        if (records.length === 0) {
          showToast({ tone: 'done', text: done })
          return
        }
        const names = records.slice(0, named).filter((label) => label !== '')
        const some = names.length > 0 ? ` (${format.list(names)}${records.length > named ? '…' : ''})` : ''
        showToast({ tone: 'warn', text: `${done}. ${t('imports.undoneKept', { count: records.length })}${some}` })
      } catch (problem) {
        failed(asAppError(problem))
      }
    },
    [t, format, failed],
  )
}
