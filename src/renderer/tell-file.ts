import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { callShell } from './shell'
import { useTold } from './told'
import { showToast } from './ui/toasts'

/** Says that a file was written, with the way to where it lies; `show` words that way when it has its own. */
export function useTellFile(): (text: string, path: string, show?: string) => void {
  const { t } = useTranslation()
  const { failed } = useTold()
  return useCallback(
    (text, path, show = t('files.show')) => {
      const run = () => void callShell('showItemInFolder', { path }).catch(failed)
      showToast({ tone: 'done', text, act: { label: show, run } })
    },
    [t, failed],
  )
}
