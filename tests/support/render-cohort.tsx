import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { onTestFinished } from 'vitest'
import { followChanges, queryClient } from '../../src/renderer/api'
import { startI18n } from '../../src/renderer/i18n/i18n'
import { setPreferences } from '../../src/renderer/theme/preferences'
import { ThemeProvider } from '../../src/renderer/theme/ThemeProvider'
import { Toasts } from '../../src/renderer/ui/Toasts'
import { startDataProcess } from './data-process'
import { openNewSpace } from './new-space'
import { putCohort } from './rows'

/** One part of a cohort's page on a real data process, as the page would draw it. */
export async function renderCohort(
  part: (cohortId: string) => ReactElement,
  given: (cohortId: string) => Promise<void>,
) {
  startI18n()
  setPreferences({ language: 'fr' })
  sessionStorage.clear()
  queryClient.clear()
  const data = startDataProcess()
  await openNewSpace(data, 'association')
  const cohortId = await putCohort({ database: data.database() }, { capacity: 2 })
  await given(cohortId)
  const end = new AbortController()
  onTestFinished(() => end.abort())
  void followChanges(end.signal).catch(() => undefined)
  render(
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        {part(cohortId)}
        <Toasts />
      </QueryClientProvider>
    </ThemeProvider>,
  )
  return { user: userEvent.setup(), cohortId }
}
