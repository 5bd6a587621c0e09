import { expect, type Page, test } from '@playwright/test'
import { createSpace, openSettings, passphrase, useComputers } from '../support/journey.ts'

const { start } = useComputers()

test('a backup says what it will change before it takes the place of today, and today can be put back', async () => {
  const palier = await start()
  const { window } = palier
  await createSpace(palier)
  await openSettings(window, 'Sauvegardes')
  await window.getByRole('button', { name: 'Sauvegarder maintenant' }).click()
  await expect(window.getByText('Sauvegarde faite et vérifiée')).toBeVisible()

  await addMember(window, 'Nadège Le Floc’h')

  await openSettings(window, 'Sauvegardes')
  await window
    .getByRole('button', { name: /^Rétablir la sauvegarde :/ })
    .first()
    .click()
  const restore = window.getByRole('dialog', { name: 'Rétablir cette sauvegarde ?' })
  await expect(restore.getByRole('row', { name: /^Changements gardés/ })).toContainText(/−1$/)
  await restore.getByLabel('Phrase de passe', { exact: true }).fill(passphrase)
  await restore.getByRole('button', { name: 'Rétablir', exact: true }).click()
  await expect(window.getByText('Espace rétabli', { exact: false })).toBeVisible()
  await openSettings(window, 'Équipe')
  await expect(window.getByRole('cell', { name: 'Solène Kerbrat', exact: true })).toBeVisible()
  await expect(window.getByRole('cell', { name: 'Nadège Le Floc’h', exact: true })).toBeHidden()

  await openSettings(window, 'Sauvegardes')
  await window.getByRole('button', { name: /^Remettre le fichier remplacé :/ }).click()
  const putBack = window.getByRole('dialog', { name: 'Remettre ce fichier ?' })
  await putBack.getByLabel('Phrase de passe', { exact: true }).fill(passphrase)
  await putBack.getByRole('button', { name: 'Remettre', exact: true }).click()
  await expect(window.getByText('Fichier remis à sa place')).toBeVisible()
  await openSettings(window, 'Équipe')
  await expect(window.getByRole('cell', { name: 'Nadège Le Floc’h', exact: true })).toBeVisible()
})

async function addMember(window: Page, name: string): Promise<void> {
  await openSettings(window, 'Équipe')
  await window.getByRole('button', { name: 'Ajouter quelqu’un' }).click()
  const dialog = window.getByRole('dialog', { name: 'Ajouter quelqu’un' })
  await dialog.getByLabel('Prénom et nom').fill(name)
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(window.getByRole('cell', { name, exact: true })).toBeVisible()
}
