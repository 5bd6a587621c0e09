import { expect, type Page, test } from '@playwright/test'
import { createSpace, goTo, killData, unlock, useComputers } from '../support/journey.ts'

const { start } = useComputers()

test('a form half filled outlives the data process: it is unlocked over, still holds what was typed, and is saved', async () => {
  const palier = await start()
  const { window } = palier
  await createSpace(palier)
  await goTo(window, 'Orientations')
  await window.getByRole('button', { name: 'Nouvelle orientation' }).first().click()
  const said = await listenToBanners(window)
  await window.getByLabel('Prénom').fill('Aïssatou')
  await window.getByLabel('Nom', { exact: true }).fill('Vasselin')
  await window.getByRole('combobox', { name: 'Recueilli' }).click()
  await window.getByRole('option', { name: 'De vive voix' }).click()
  await window.getByRole('checkbox', { name: /accepte qu/ }).check()
  await window.getByRole('button', { name: 'Financement' }).click()
  await window.getByLabel(/^Téléphone(?! de)/).fill('06 39 98 12 01')

  await killData(palier)
  await expect.poll(said).toContain('La partie de Palier qui tient les données s’est arrêtée et redémarre.')
  const over = window.getByRole('dialog', { name: 'Déverrouillez pour continuer' })
  await expect(over).toContainText('Votre saisie est intacte, derrière cette fenêtre.')
  await window.keyboard.press('Escape')
  await expect(over).toBeVisible() // nothing but the passphrase takes it away
  await expectTyped(window)
  await unlock(window)
  await expect(over).toBeHidden()
  await expectTyped(window)
  await window.getByLabel('En une phrase').fill('Ouvrir un atelier de couture')

  // a second time within the minute, it is left stopped until someone decides
  await killData(palier)
  await expect(window.locator('.interrupted')).toHaveText(/s’arrête sans cesse/)
  await expectTyped(window)
  await window.getByRole('button', { name: 'Redémarrer' }).click()
  await unlock(window)
  await expect(over).toBeHidden()
  await expectTyped(window)
  await expect(window.getByLabel('En une phrase')).toHaveValue('Ouvrir un atelier de couture')

  await window.getByRole('button', { name: 'Enregistrer l’orientation' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'VASSELIN Aïssatou' })).toBeVisible()
  await expect(window.getByText('Ouvrir un atelier de couture')).toBeVisible()
  await expect(window.getByText('06 39 98 12 01')).toBeVisible()
  await goTo(window, 'Orientations')
  await expect(window.getByText('1 ouverte', { exact: true }).first()).toBeVisible()
})

test('the data process may die while the space is locked, or while nothing is being done', async () => {
  const palier = await start()
  const { window } = palier
  await createSpace(palier)
  await window.keyboard.press('Control+l')
  await expect(window.getByRole('button', { name: 'Déverrouiller' })).toBeVisible()
  await killData(palier)
  await expect(async () => {
    await unlock(window)
    await expect(window.getByRole('navigation').first()).toBeVisible({ timeout: 3000 })
  }).toPass() // asked while it dies, it says that it is to be asked again
  await goTo(window, 'Échanges')
  await expect(window.getByRole('heading', { name: 'Échanges' })).toBeVisible()

  await killData(palier)
  // the first to be killed may have been the one that the lock was ending: then this is the first death of the minute
  const restart = window.getByRole('button', { name: 'Redémarrer' })
  await restart
    .or(window.getByRole('button', { name: 'Déverrouiller' }))
    .first()
    .waitFor()
  if (await restart.isVisible()) await restart.click()
  await unlock(window)
  await expect(window.getByRole('dialog')).toBeHidden()
  await expect(window.getByRole('heading', { name: 'Échanges' })).toBeVisible()
  await window.keyboard.press('Control+n')
  await window.getByLabel('Nom', { exact: true }).fill('Vasselin')
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'VASSELIN' })).toBeVisible()
})

async function expectTyped(window: Page): Promise<void> {
  await expect(window.getByLabel('Prénom')).toHaveValue('Aïssatou')
  await expect(window.getByLabel('Nom', { exact: true })).toHaveValue('Vasselin')
  await expect(window.getByLabel(/^Téléphone(?! de)/)).toHaveValue('06 39 98 12 01')
  await expect(window.locator('[name="agreement"]')).toBeChecked()
  await expect(window.locator('.chip-choice', { hasText: 'Financement' })).toHaveAttribute('aria-pressed', 'true')
  await expect(window.getByLabel('Recueilli').first()).toHaveValue('De vive voix')
}

/** Every word that the banner over the pages says, however short the time it says it. */
async function listenToBanners(window: Page): Promise<() => Promise<string>> {
  await window.evaluate(() => {
    Reflect.set(globalThis, 'said', '')
    new MutationObserver(() => {
      const words = document.querySelector('.interrupted')?.textContent ?? ''
      const before = String(Reflect.get(globalThis, 'said'))
      if (!before.endsWith(words)) Reflect.set(globalThis, 'said', `${before} ${words}`)
    }).observe(document.body, { childList: true, subtree: true })
  })
  return () => window.evaluate(() => String(Reflect.get(globalThis, 'said')))
}
