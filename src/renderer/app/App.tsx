import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../api'
import { callShell } from '../shell'
import { usePreferences } from '../theme/preferences'
import { ThemeProvider } from '../theme/ThemeProvider'
import { Toasts } from '../ui/Toasts'
import { useSettled } from '../use-settled'
import { SpaceGate } from './SpaceGate'
import { WindowControls } from './WindowControls'

/** The whole window: the gate and what lies behind it. */
export function App() {
  useMenusInLanguage()
  return (
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <SpaceGate />
        <Above />
        <WindowControls />
        <Toasts />
      </QueryClientProvider>
    </ThemeProvider>
  )
}

/** Where menus, lists and dialogs are drawn: a landmark, so that what floats over the page is not outside of everything. */
function Above() {
  const { t } = useTranslation()
  return <section aria-label={t('shell.above')} data-mantine-shared-portal-node="true" />
}

/** The menus and dialogs of the system speak as the page does. */
function useMenusInLanguage(): void {
  const { language } = usePreferences()
  const settled = useSettled() // they are there already, as they were the last time
  useEffect(() => {
    if (settled) void callShell('setLocale', { locale: language }).catch(() => undefined) // a page outside the application has no menus
  }, [language, settled])
}
