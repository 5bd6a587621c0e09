import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { launchPalier } from '../support/launch.ts'

const routes = [
  '/people',
  '/people/new',
  '/organisations',
  '/residences',
  '/referrals',
  '/referrals/new',
  '/exchanges',
  '/import',
  '/settings',
  '/trash',
]

for (const scheme of ['light', 'dark'] as const) {
  test(`the pages of the demonstration have no accessibility fault (${scheme})`, async () => {
    test.setTimeout(180_000)
    const palier = await launchPalier()
    const { window } = palier
    await window.emulateMedia({ colorScheme: scheme })
    await window.getByText('Essayer avec l’espace de démonstration').click()
    await window.getByRole('button', { name: 'Nouvelle personne' }).waitFor({ timeout: 60_000 })
    const found: string[] = []
    for (const route of routes) {
      await goTo(window, route)
      found.push(...(await faults(window, route)))
    }
    await window.keyboard.press('Control+k')
    await window.getByRole('combobox').first().waitFor()
    found.push(...(await faults(window, 'palette')))
    expect(found).toEqual([])
    await palier.close()
  })
}

async function goTo(window: Page, route: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash
  }, route)
  await window.locator('main h1').first().waitFor()
  await window.waitForTimeout(300)
}

async function faults(window: Page, where: string): Promise<string[]> {
  // the application opens no second page, which the usual way of asking needs
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}
