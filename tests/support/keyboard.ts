import { expect, type Locator, type Page } from '@playwright/test'

const steps = 120 // of Tab, more than any page asks

/** Hands that have no mouse: Tab goes from place to place, and at each one it is seen where one is. */
export class Keyboard {
  private readonly window: Page
  constructor(window: Page) {
    this.window = window
  }

  press(key: string): Promise<void> {
    return this.window.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.window.keyboard.type(text)
  }

  /** Tabs as far as this. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeAttached()
    for (let step = 0; step < steps; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await this.press('Tab')
      const unseen = await this.window.evaluate(unseenFocus)
      expect(unseen, 'the focus is not seen here').toBeNull()
    }
    throw new Error(`${target.toString()} is not reached by Tab`)
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.reach(this.window.getByRole('textbox', { name: label, exact: true }))
    await this.type(text)
  }

  async push(name: string): Promise<void> {
    await this.reach(this.window.getByRole('button', { name, exact: true }))
    await this.press('Enter')
  }
}

/** What has the focus without showing it: neither it, nor what it stands in, nor the label beside it has a ring. Null when it is seen. */
function unseenFocus(): string | null {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return null // the end of the page, before its beginning
  const around = [focused, focused.parentElement, focused.parentElement?.parentElement, focused.nextElementSibling]
  const isRinged = (element: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2 && width > 3 && height > 3
  }
  return around.some((element) => element && isRinged(element)) ? null : focused.outerHTML.slice(0, 300)
}
