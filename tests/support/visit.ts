import type { Locator, Page } from '@playwright/test'
import { expectNoViolation } from './accessibility.ts'
import type { Palier } from './launch.ts'
import type { Words } from './words.ts'

/** Someone who goes everywhere, in one language, and looks at each place. */
export interface Visit {
  readonly window: Page
  readonly w: Words
  readonly look: (place: string) => Promise<void>
  readonly go: (route: string) => Promise<void>
  readonly button: (name: string | RegExp, within?: Locator) => Locator
  readonly click: (name: string | RegExp, within?: Locator) => Promise<void>
  readonly close: () => Promise<void>
}

export function visitOf({ window }: Palier, w: Words): Visit {
  const button = (name: string | RegExp, within: Locator = window.locator('body')) =>
    within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first()
  return {
    window,
    w,
    button,
    look: (place) => expectNoViolation(window, place),
    async go(route) {
      await window.evaluate((hash) => {
        location.hash = hash
      }, route)
      await window.locator('main h1').first().waitFor()
    },
    click: (name, within) => button(name, within).click(),
    close: () => window.keyboard.press('Escape'),
  }
}
