import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const ofColours = ['color-contrast', 'link-in-text-block']

/** What axe finds on screen: short enough to be read in a report. */
async function violations(window: Page, rules: readonly string[] | null): Promise<string[]> {
  const axe = new AxeBuilder({ page: window }).options({
    resultTypes: ['violations'],
    ...(rules ? { runOnly: [...rules] } : {}),
  })
  // the application has one window, and none can be opened beside it: axe works within the page
  const { violations: found } = await axe.setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target.join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`),
  )
}

/**
 * Looks at what is on screen with every rule, then once more in the dark with those that colours decide: nothing else
 * changes with the theme. Every place is looked at, also after one that fails.
 */
export async function expectNoViolation(window: Page, place: string): Promise<void> {
  await expect(window.locator('[aria-busy="true"]')).toHaveCount(0)
  for (const [colorScheme, rules] of [
    ['light', null],
    ['dark', ofColours],
  ] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    let found = await violations(window, rules)
    if (found.length > 0) {
      await window.waitForTimeout(600) // what still moved has come to rest
      found = await violations(window, rules)
    }
    expect.soft(found, `${place}, ${colorScheme}`).toEqual([])
  }
}
