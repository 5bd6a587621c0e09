import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { answerDialogs, passphrase, useComputers } from '../support/journey.ts'
import { keyOnKit } from '../support/kit.ts'
import { Keyboard } from '../support/keyboard.ts'
import { pdfText } from '../support/pdf-text.ts'

const { start } = useComputers()

test('from the first run to a referral moved on the board, without a mouse', async () => {
  test.setTimeout(180_000)
  const palier = await start()
  const { window, userData } = palier
  const keyboard = new Keyboard(window)
  const button = (name: string) => window.getByRole('button', { name, exact: true })

  // a space, its passphrase, its kit
  await keyboard.push('Créer mon espace')
  await keyboard.reach(window.getByRole('radio', { name: /^Association/ }))
  await keyboard.press('Space')
  await keyboard.fill('Nom de l’organisation', 'Les Passerelles')
  await keyboard.fill('Votre prénom et votre nom', 'Solène Kerbrat')
  await keyboard.press('Enter')
  await keyboard.reach(window.getByLabel('Nouvelle phrase de passe'))
  await keyboard.type(passphrase)
  await keyboard.reach(window.getByLabel('La même, une seconde fois'))
  await keyboard.type(passphrase)
  await expect(button('Créer l’espace')).toBeEnabled()
  await keyboard.press('Enter')
  const kit = join(userData, 'trousse.pdf')
  await answerDialogs(palier, { save: kit })
  await keyboard.push('Enregistrer en PDF')
  await expect(window.getByText('trousse.pdf')).toBeVisible()
  const groups = keyOnKit(await pdfText(kit))
  for (const field of await window.getByRole('textbox', { name: /^Groupe \d$/ }).all()) {
    await keyboard.reach(field)
    const number = Number(
      /\d/.exec(await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? ''))?.[0],
    )
    await keyboard.type(groups[number - 1] ?? '')
  }
  await keyboard.reach(window.getByRole('checkbox', { name: /Je sais où elle sera rangée/ }))
  await keyboard.press('Space')
  await keyboard.push('Continuer')
  await keyboard.reach(window.getByRole('button', { name: /^Commencer avec un espace vide/ }))
  await keyboard.press('Enter')
  await expect(window.getByRole('navigation', { name: 'Navigation' })).toBeVisible()

  // someone
  await keyboard.press('Control+n')
  await keyboard.fill('Prénom', 'Aïssatou')
  await keyboard.fill('Nom', 'Vasselin')
  await keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'VASSELIN Aïssatou' })).toBeVisible()

  // her referral
  await keyboard.press('Control+Shift+o')
  const known = window.getByRole('combobox', { name: /^Personne connue/ })
  await keyboard.reach(known)
  await keyboard.type('vass')
  await expect(window.getByRole('option', { name: /VASSELIN/ })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(known).toHaveValue('VASSELIN Aïssatou')
  await keyboard.reach(window.getByRole('checkbox', { name: /accepte qu/ }))
  await keyboard.press('Space')
  const how = window.getByRole('combobox', { name: 'Recueilli' })
  await keyboard.reach(how)
  await keyboard.press('Enter')
  await expect(window.getByRole('option', { name: 'Formulaire signé' })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(how).toHaveValue('Formulaire signé')
  await keyboard.push('Enregistrer l’orientation')
  await expect(window.getByRole('heading', { level: 1, name: 'VASSELIN Aïssatou' })).toBeVisible()

  // on the board, from column to column
  await keyboard.reach(
    window.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Orientations' }),
  )
  await keyboard.press('Enter')
  const card = window.locator('.board-open')
  await keyboard.reach(card)
  await keyboard.press('Control+ArrowRight') // to reach her is a step to fill in
  await keyboard.push('Jointe')
  await expect(window.getByRole('region', { name: 'À joindre' }).locator('.board-open')).toBeVisible()
  await keyboard.press('Escape')
  await expect(window.getByRole('complementary')).toBeHidden()
  await expect(card).toBeFocused()
  await keyboard.press('Control+ArrowRight')
  await expect(window.getByRole('region', { name: 'Rencontrées' }).locator('.board-open')).toBeFocused()
  await keyboard.press('Control+z')
  await expect(window.getByRole('region', { name: 'À joindre' }).locator('.board-open')).toBeVisible()
})
