import { render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { App } from '../../src/renderer/app/App'
import { queryClient } from '../../src/renderer/api'
import { startI18n } from '../../src/renderer/i18n/i18n'
import { type Language, setPreferences } from '../../src/renderer/theme/preferences'
import type { SpaceKind } from '../../src/shared/rules/values'
import { startDataProcess, type TestDataProcess } from './data-process'
import { fillIn } from './fill-in'
import { openNewSpace, passphrase } from './new-space'

export interface RenderedApp extends TestDataProcess {
  readonly user: UserEvent
  /** The eight groups of the space that was made before the window was drawn; empty when none was. */
  readonly recoveryKey: readonly string[]
}

interface AppOptions {
  /** A space made and open beforehand, or null for an install that has none. */
  readonly space?: SpaceKind | null
  /** The page to arrive at, as `/people`. */
  readonly at?: string
  readonly language?: Language
  /** Writes what the test needs, through the contract, before the window is drawn. */
  readonly given?: (data: TestDataProcess) => Promise<void>
}

/** The whole window, on a real data process: nothing in between is played by the test. */
export async function renderApp({
  space = 'association',
  at = '/',
  language = 'fr',
  given,
}: AppOptions = {}): Promise<RenderedApp> {
  startI18n()
  setPreferences({ language })
  sessionStorage.clear()
  queryClient.clear()
  window.location.hash = at
  const data = startDataProcess()
  const recoveryKey = space === null ? [] : await openNewSpace(data, space)
  await given?.(data)
  render(<App />)
  return { ...data, user: userEvent.setup(), recoveryKey }
}

/** Types a passphrase in the field of this name. */
export async function typePassphrase(user: UserEvent, label: string, text: string = passphrase): Promise<void> {
  const field = await screen.findByLabelText(label)
  await user.clear(field)
  await fillIn(user, field, text)
}
