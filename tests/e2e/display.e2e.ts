import { expect, type Page, test } from '@playwright/test'
import { openDemo, openSettings, useComputers } from '../support/journey.ts'

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

/** The radio button itself lies under its label. */
async function choose(window: Page, label: string): Promise<void> {
  await window.getByText(label, { exact: true }).click()
  await expect(window.getByRole('radio', { name: label })).toBeChecked()
}
