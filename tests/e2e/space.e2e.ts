import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { answerDialogs, createSpace, restart, unlock } from '../support/journey.ts'
import { type Palier, launchPalier } from '../support/launch.ts'

const open: string[] = []
test.afterEach(async () => {
  for (const folder of open.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<Palier> {
  const userData = await mkdtemp(join(tmpdir(), 'palier-journey-'))
  open.push(userData)
  return launchPalier({ userData })
}

async function spaceFolder(userData: string): Promise<string> {
  const [name] = await readdir(join(userData, 'spaces'))
  return join(userData, 'spaces', name ?? '')
}

test('from the first run to a verified recovery kit, then locked and unlocked again', async () => {
  let palier = await start()
  await createSpace(palier)
  await palier.window.keyboard.press('Control+l')
  await expect(palier.window.getByRole('button', { name: 'Déverrouiller' })).toBeVisible()

  await unlock(palier.window, 'ce n’est pas la bonne')
  await expect(palier.window.getByText('Ce n’est pas la bonne phrase de passe', { exact: false })).toBeVisible()
  palier = await restart(palier)
  await expect(palier.window.getByText('Les Passerelles')).toBeVisible()
  await expect(async () => {
    await unlock(palier.window)
    await expect(palier.window.getByRole('navigation').first()).toBeVisible({ timeout: 3000 })
  }).toPass() // the wrong one made the next one wait
  await palier.app.close()
})

test('a space from another computer opens with its recovery key, and takes a new passphrase', async () => {
  const first = await start()
  const key = await createSpace(first)
  await first.app.close()
  const copy = await mkdtemp(join(tmpdir(), 'palier-stick-'))
  open.push(copy)
  await cp(await spaceFolder(first.userData), join(copy, 'espace'), { recursive: true })

  const second = await start()
  const { window } = second
  await answerDialogs(second, { open: join(copy, 'espace') })
  await window.getByText('Ouvrir un espace venu d’un autre ordinateur').click()
  await window.getByRole('button', { name: 'Choisir le dossier' }).click()
  await expect(window.getByText('Les Passerelles')).toBeVisible()
  await window.getByText('Clé de secours', { exact: true }).click()
  const groups = key.split('-')
  for (const [index, group] of groups.entries())
    await window.getByLabel(`Groupe ${index + 1}`).fill(group.toLowerCase())
  const next = 'cinq lanternes rouges sifflent'
  await window.getByLabel('Nouvelle phrase de passe').fill(next)
  await window.getByLabel('La même, une seconde fois').fill(next)
  await window.getByRole('button', { name: 'Ouvrir ici' }).click()
  await expect(window.getByRole('navigation').first()).toBeVisible()

  const again = await restart(second)
  await unlock(again.window, next)
  await expect(again.window.getByRole('navigation').first()).toBeVisible()
  await again.app.close()
})

test('a second start on the same data shows the first window and ends', async () => {
  const first = await start()
  await first.window.getByRole('button', { name: 'Créer mon espace' }).waitFor()
  await expect(launchPalier({ userData: first.userData })).rejects.toThrow()
  await expect(first.window.getByRole('button', { name: 'Créer mon espace' })).toBeVisible()
  await first.app.close()
})
