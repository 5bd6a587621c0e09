import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { answerDialogs, killData, passphrase, useComputers } from '../support/journey.ts'
import { keyOnKit } from '../support/kit.ts'
import { pdfText } from '../support/pdf-text.ts'
import type { Palier } from '../support/launch.ts'
import { type Visit, visitOf } from '../support/visit.ts'
import { beginning, words } from '../support/words.ts'

const { start } = useComputers()
test.use({ trace: 'off' }) // every step of it would be drawn twice

for (const language of ['fr', 'en'] as const) {
  test(`no step of a new space, nor what unlocks it, has an accessibility fault, in light nor in dark (${language})`, async () => {
    test.setTimeout(400_000)
    const palier = await start()
    const visit = visitOf(palier, words[language])
    await palier.window.getByText(language === 'fr' ? 'Français' : 'English', { exact: true }).click()
    await firstRun(visit, palier)
    await emptySpace(visit)
    await keys(visit)
    await unlocking(visit, palier)
  })
}

async function firstRun({ window, w, look, click, button }: Visit, palier: Palier): Promise<void> {
  await click(w.space.createMine)
  await click(w.space.continue)
  await expect(window.getByText(w.space.required).first()).toBeVisible()
  await look('first run, nothing filled')
  await window.getByRole('radio', { name: beginning(w.values.spaceKind.landlord) }).check({ force: true })
  await window.getByLabel(w.space.organisationName).fill('Estuaire Logement')
  await window.getByLabel(w.space.memberName).fill('Maud Tanguy')
  await click(w.space.continue)

  const phrase = window.getByLabel(w.space.newPassphrase)
  const again = window.getByLabel(w.space.passphraseAgain)
  await phrase.fill('soleil')
  await again.fill('lune')
  await again.blur()
  await look('first run, a weak passphrase')
  await phrase.fill(passphrase)
  await again.fill(passphrase)
  await expect(button(w.space.create)).toBeEnabled()
  await click(w.space.create)

  const kit = join(palier.userData, 'trousse.pdf')
  await answerDialogs(palier, { save: kit })
  await click(w.space.savePdf)
  await expect(window.getByText('trousse.pdf')).toBeVisible()
  const groups = keyOnKit(await pdfText(kit))
  const asked = await window.getByRole('textbox', { name: beginning(w.space.group) }).all()
  for (const field of asked) await field.fill('0000')
  await look('first run, a kit badly copied')
  for (const field of asked) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
    await field.fill(groups[Number(/\d/.exec(label)?.[0]) - 1] ?? '')
  }
  await window.getByRole('checkbox', { name: w.space.kitKnown }).check({ force: true })
  await look('first run, a kit put away')
  await click(w.space.continue)
  await expect(button(beginning(w.space.fromNothing))).toBeVisible()
  await look('first run, how to begin')
  await click(beginning(w.space.fromNothing))
  await expect(window.locator('.side-bar')).toBeVisible()
}

async function emptySpace({ window, w, look, go, click, close }: Visit): Promise<void> {
  for (const route of ['/referrals', '/people', '/organisations', '/residences', '/exchanges', '/trash', '/nowhere']) {
    await go(route)
    await look(`an empty space, ${route}`)
  }
  await go('/referrals/new')
  await click(w.referrals.send)
  await expect(window.getByText(w.referrals.missing.agreement)).toBeVisible()
  await look('a landlord’s new referral, refused')
  await go('/exchanges')
  await click(w.files.forAssociation)
  await look('the file for the association')
  await close()
}

async function keys({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/settings/security')
  await click(w.settings.changePassphrase)
  await look('another passphrase')
  await close()
  await click(w.settings.renewKit)
  const renewing = window.getByRole('dialog')
  await look('another kit, asked')
  await renewing.getByLabel(w.settings.currentPassphrase).fill(passphrase)
  await click(w.settings.renewKit, renewing)
  await renewing.getByText(w.space.kitVerify).waitFor()
  await look('another kit')
  await close()
  await go('/settings/backups')
  await click(w.settings.backUpNow)
  await expect(window.getByText(w.settings.backedUp)).toBeVisible()
  await look('backups')
  await click(beginning(w.settings.restoreOf))
  await expect(window.getByRole('dialog').getByRole('row').first()).toBeVisible()
  await look('a backup to restore')
  await close()
}

async function unlocking({ window, w, look, click, button }: Visit, palier: Palier): Promise<void> {
  await killData(palier)
  await expect(window.getByRole('dialog', { name: w.space.overTitle })).toBeVisible()
  await look('unlocking over a page')
  await window.getByLabel(w.space.passphrase, { exact: true }).fill(passphrase)
  await click(w.space.unlock)
  await expect(window.getByRole('dialog')).toBeHidden()

  await window.keyboard.press('Control+l')
  await expect(button(w.space.unlock)).toBeVisible()
  await look('locked')
  await window.getByLabel(w.space.passphrase, { exact: true }).fill('ce n’est pas la bonne')
  await click(w.space.unlock)
  await expect(window.getByText(w.errors.wrongPassphrase)).toBeVisible()
  await look('locked, not the passphrase')
  await click(w.space.useRecoveryKey)
  await expect(button(w.space.openAndChange)).toBeVisible()
  await look('with the recovery key')
  await click(w.common.back)
  await click(w.space.openAnother)
  await expect(button(w.space.createAnother)).toBeVisible()
  await look('other spaces')
  await click(w.space.openElsewhere)
  await expect(button(w.space.chooseFolder)).toBeVisible()
  await look('a space from elsewhere')
}
