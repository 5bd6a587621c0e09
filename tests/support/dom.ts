import { cleanup, configure, getConfig } from '@testing-library/react'
import { afterAll, afterEach, vi } from 'vitest'
import { currentToasts, dismissToast } from '../../src/renderer/ui/toasts.ts'

// What a browser has and jsdom lacks, in its quietest form.
class QuietObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', QuietObserver)
vi.stubGlobal('matchMedia', (media: string) => ({
  media,
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
}))
Object.assign(document, { fonts: new EventTarget() })
Element.prototype.scrollIntoView = () => undefined
vi.stubGlobal('scrollTo', () => undefined)

// What waits for an element looks for it again and again, and at each miss makes an error that holds the whole page. The
// page is worth its printing when the waiting ends: this is then asked once more, with no looking going on.
const { getElementError } = getConfig()
function errorAt(message: string | null, container: Element): Error {
  const error = isLooking() ? new Error(message ?? '') : getElementError(message, container)
  Error.captureStackTrace(error, errorAt) // the place that is shown is the test's
  return Object.assign(error, { name: 'TestingLibraryElementError' })
}
configure({ getElementError: errorAt })
function isLooking(): boolean {
  return Reflect.get(getConfig(), '_disableExpensiveErrorDiagnostics') === true
}

// Nothing is laid out here, so nothing can be seen to take the focus: a trap of Mantine's says so, and prints the page.
const { warn } = console
console.warn = (...said: unknown[]) => {
  if (!String(said[0]).includes('use-focus-trap')) warn(...said)
}

afterAll(() => {
  console.warn = warn // this file is read again for the next one
  configure({ getElementError })
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  for (const { id } of currentToasts()) dismissToast(id) // one test's messages are not the next one's
})
