import { expect, type Page, test } from '@playwright/test'
import { goTo, openDemo, openSettings, useComputers } from '../support/journey.ts'

const { start } = useComputers()

test('language and theme change at once, without losing the page, and are still so at the next start', async () => {
  const palier = await start()
  const { window } = palier
  await openDemo(palier)
  await expect(window.getByText('Espace de démonstration · personnes inventées')).toBeVisible()
  await openSettings(window, 'Affichage')

  const page = window.locator('html')
  await choose(window, 'Sombre')
  await expect(page).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await choose(window, 'English')
  await expect(page).toHaveAttribute('lang', 'en')
  await expect(window.getByRole('tab', { name: 'Display', selected: true })).toBeVisible()
  await expect(window.getByRole('navigation').first().getByRole('link', { name: 'Settings' })).toBeVisible()
  await expect(window.getByText('Réglages')).toBeHidden()
  await choose(window, 'Light')
  await expect(page).toHaveAttribute('data-mantine-color-scheme', 'light')
  await choose(window, 'Dark')

  await palier.app.close()
  const again = await start(palier.userData)
  await expect(again.window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(again.window.getByRole('navigation').first().getByRole('link', { name: 'Settings' })).toBeVisible()
})

test('at 200 % every button of the window and of the page can still be reached', async () => {
  const palier = await start()
  const { app, window } = palier
  await openDemo(palier)
  await app.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows()
    first?.setContentSize(1280, 800)
    first?.webContents.setZoomFactor(2)
  })
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(640)
  for (const route of ['/people', '/referrals', '/organisations', '/exchanges', '/referrals/new']) {
    await window.evaluate((hash) => {
      location.hash = hash
    }, route)
    await window.locator('main h1').first().waitFor()
    await expect.poll(() => unreachable(window), { message: route }).toEqual([])
  }
})

/** The buttons at the head of the window and of the page that a pointer cannot reach. */
function unreachable(window: Page): Promise<string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll('.title-bar button, .window-controls button, .page-acts button, .page-acts a')]
      .filter((button) => {
        const { left, top, width, height } = button.getBoundingClientRect()
        const found = document.elementFromPoint(left + width / 2, top + height / 2)
        return left < 0 || left + width > innerWidth || (found !== button && !button.contains(found))
      })
      .map((button) => button.getAttribute('aria-label') ?? button.textContent),
  )
}

test('the foot of a list says the lines that are seen, in a window of another height too', async () => {
  const palier = await start()
  const { window, app } = palier
  const heightOf = (height: number) =>
    app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, to), height)
  const last = async () => Number(/à (\d+)$/.exec(await window.locator('.grid-foot-end').innerText())?.[1])
  await heightOf(800)
  await openDemo(palier)
  await goTo(window, 'Personnes')
  await expect(window.getByText(/^Lignes 1 à \d+$/)).toBeVisible()
  const before = await last()
  await heightOf(640)
  await expect.poll(last).toBeLessThan(before - 3)
  await heightOf(800)
  await expect.poll(last).toBe(before)
})

/** The radio button itself lies under its label. */
async function choose(window: Page, label: string): Promise<void> {
  await window.getByText(label, { exact: true }).click()
  await expect(window.getByRole('radio', { name: label })).toBeChecked()
}
