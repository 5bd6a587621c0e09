import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { startI18n } from '../../src/renderer/i18n/i18n'
import { theme } from '../../src/renderer/theme/theme'
import { type Language, setPreferences } from '../../src/renderer/theme/preferences'

/** Draws a piece of the screen as the window would, and gives the hands to use it. */
export function show(
  element: ReactElement,
  language: Language = 'fr',
): { user: UserEvent; redraw: (next: ReactElement) => void } {
  startI18n()
  setPreferences({ language })
  const around = (content: ReactElement) => (
    <MantineProvider theme={theme} env="test">
      {content}
    </MantineProvider>
  )
  const { rerender } = render(around(element))
  return { user: userEvent.setup(), redraw: (next) => rerender(around(next)) }
}
