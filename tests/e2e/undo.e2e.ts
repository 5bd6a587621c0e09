import { expect, test } from '@playwright/test'
import { createSpace, openSettings, undoFromTitleBar, unlock, useComputers } from '../support/journey.ts'

const { start } = useComputers()

test('the last act is still taken back after the application was closed, and can be done again', async () => {
  const first = await start()
  await createSpace(first)
  await openSettings(first.window, 'Équipe')
  await first.window.getByRole('button', { name: 'Ajouter quelqu’un' }).click()
  await first.window.getByLabel('Prénom et nom').fill('Nadège Le Floc’h')
  await first.window.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(first.window.getByRole('cell', { name: 'Nadège Le Floc’h', exact: true })).toBeVisible()
  await first.app.close()

  const { window } = await start(first.userData)
  await unlock(window)
  await openSettings(window, 'Équipe')
  const added = window.getByRole('cell', { name: 'Nadège Le Floc’h', exact: true })
  await expect(added).toBeVisible()
  await undoFromTitleBar(window, 'membre ajouté')
  await expect(window.getByText('Annulé : membre ajouté')).toBeVisible()
  await expect(added).toBeHidden()
  await window.getByRole('button', { name: 'Rétablir', exact: true }).click()
  await expect(window.getByText('Rétabli : membre ajouté')).toBeVisible()
  await expect(added).toBeVisible()
  await expect(window.getByRole('banner').getByRole('button', { name: 'Annuler : membre ajouté' })).toBeEnabled()
  await window.keyboard.press('Control+z')
  await expect(added).toBeHidden()
})
