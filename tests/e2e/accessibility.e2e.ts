import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectNoViolation } from '../support/accessibility.ts'
import { answerDialogs, useComputers } from '../support/journey.ts'
import type { Palier } from '../support/launch.ts'
import { beginning, words, type Words } from '../support/words.ts'

const { computer, start } = useComputers()
test.use({ trace: 'off' }) // every step of it would be drawn twice

for (const language of ['fr', 'en'] as const) {
  test(`no page, dialog, drawer or menu of a space has an accessibility fault, in light nor in dark (${language})`, async () => {
    test.setTimeout(400_000)
    const palier = await start()
    const visit = visitOf(palier, words[language])
    await palier.window.getByText(language === 'fr' ? 'Français' : 'English', { exact: true }).click()
    await visit.look('welcome')
    await palier.window.getByRole('button', { name: words[language].space.tryDemo }).click()
    await expect(palier.window.locator('.side-bar')).toBeVisible({ timeout: 60_000 })
    for (const see of [people, person, organisations, residences, referrals, referral, everywhere, settings])
      await see(visit)
    await exchanges(visit, palier, await computer())
  })
}

interface Visit {
  readonly window: Page
  readonly w: Words
  readonly look: (place: string) => Promise<void>
  readonly go: (route: string) => Promise<void>
  readonly button: (name: string | RegExp, within?: Locator) => Locator
  readonly click: (name: string | RegExp, within?: Locator) => Promise<void>
  readonly close: () => Promise<void>
}

function visitOf({ window }: Palier, w: Words): Visit {
  const button = (name: string | RegExp, within: Locator = window.locator('body')) =>
    within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first()
  return {
    window,
    w,
    button,
    look: (place) => expectNoViolation(window, place),
    async go(route) {
      await window.evaluate((hash) => {
        location.hash = hash
      }, route)
      await window.locator('main h1').first().waitFor()
    },
    click: (name, within) => button(name, within).click(),
    close: () => window.keyboard.press('Escape'),
  }
}

async function people({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/people')
  await window.locator('.cell-record').first().waitFor()
  await look('people')
  await click(w.grid.addFilter)
  await look('people, a field to filter')
  await window.locator('.field-list button').first().click()
  await look('people, a condition')
  await close()
  await click(w.grid.columns)
  await look('people, columns')
  await close()
  await click(w.grid.density)
  await look('people, density')
  await close()
  await window
    .getByRole('checkbox', { name: beginning(w.grid.selectRow) })
    .first()
    .click()
  const chosen = window.locator('.selection-bar')
  await look('people, one selected')
  await click(w.lists.edit, chosen)
  await look('people, a change of several')
  await close()
  await click(w.people.tag, chosen)
  await look('people, a tag for several')
  await close()
  await click(w.common.more, chosen)
  await look('people, more to do')
  await window.getByRole('menuitem', { name: w.lists.trash }).click()
  await look('people, to the trash')
  await close()
  await click(w.grid.clearSelection)
  await click(w.grid.export)
  await look('people, to a file')
  await close()
}

async function person({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/people')
  await window.locator('.cell-record').first().click()
  await window.locator('.record h1').waitFor()
  await look('a person')
  await window.getByRole('tab', { name: beginning(w.people.referrals) }).click()
  await look('a person, referrals')
  await window.getByRole('tab', { name: w.people.history }).click()
  await look('a person, history')
  await click(w.lists.edit)
  await window.locator('.drawer').waitFor()
  await look('a person, changed')
  await close()
  await click(w.common.more)
  await look('a person, more to do')
  await window.getByRole('menuitem', { name: w.lists.trash }).click()
  await look('a person, to the trash')
  await close()
  await go('/people/new')
  await click(w.common.save)
  await expect(window.getByText(w.people.nameNeeded)).toBeVisible()
  await look('a new person, refused')
}

async function organisations({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/organisations')
  await window.locator('.cell-record').first().waitFor()
  await look('organisations')
  await click(w.organisations.create)
  await look('a new organisation')
  await close()
  await window.locator('.cell-record').first().click()
  await expect(window.locator('.record h1')).toBeVisible()
  await click(w.organisations.addContact)
  await look('an organisation')
}

async function residences({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/residences')
  await window.locator('.cell-record').first().waitFor()
  await look('residences')
  await click(w.residences.create)
  await look('a new residence')
  await close()
  await window.locator('.cell-record').first().click()
  await window.locator('.drawer').waitFor()
  await look('a residence')
}

async function referrals({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/referrals')
  const column = window.getByRole('region', { name: w.referrals.columns.contacting })
  const card = column.locator('.board-open').first()
  await card.waitFor()
  await look('the board')
  await card.focus()
  await window.keyboard.press('m')
  await window.getByRole('menu').waitFor()
  await look('the board, where a card may go')
  await close()
  await window.locator('.quick-filter').first().click()
  await look('the board, a landlord to choose')
  await close()
  await card.click()
  const drawer = window.locator('.drawer')
  await drawer.waitFor()
  await look('a referral beside the board')
  await click(w.referrals.logAttempt, drawer)
  await drawer.getByText(w.referrals.act.refused, { exact: true }).click()
  await drawer.getByRole('combobox', { name: w.referrals.refusalReasons }).click()
  await look('a referral, a refusal to explain')
  await close()
  await close()
  await window.locator('label', { hasText: w.referrals.asList }).click()
  await window.locator('.cell-record').first().waitFor()
  await look('the list of referrals')
  await click(w.files.forPartner)
  await window.getByText(beginning(w.files.readBy)).waitFor()
  await look('the file for the landlord')
  await close()
  await window.locator('label', { hasText: w.referrals.asBoard }).click()
}

async function referral({ window, w, look, go, click, close, button }: Visit): Promise<void> {
  await go('/referrals')
  await window.locator('.board-open').first().click()
  await window.locator('.drawer').getByRole('link', { name: w.referrals.openPage }).click()
  await window.locator('.record h1').waitFor()
  await look('a referral')
  await go('/referrals/new')
  await click(w.referrals.save)
  await expect(window.getByText(w.referrals.missing.agreement)).toBeVisible()
  await look('a new referral, refused')
  await window.getByRole('combobox', { name: beginning(w.referrals.knownPerson) }).fill('ma')
  await window.getByRole('option').first().waitFor()
  await look('a new referral, someone known to choose')
  await close()
  await button(beginning(w.ui.openCalendar)).click()
  await look('a new referral, a day to choose')
  await close()
  await click(w.referrals.formToSign)
  await look('a new referral, the form to sign')
  await close()
}

async function everywhere({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/trash')
  await look('the trash')
  await window.keyboard.press('Control+k')
  await look('the palette')
  await window.keyboard.type('ma')
  await window.getByRole('option').first().waitFor()
  await look('the palette, what it found')
  await close()
  await click(beginning(w.shell.switchSpace))
  await look('another space')
  await close()
  await window.locator('.who-name').click()
  await look('who is at the keyboard')
  await close()
  await window.keyboard.press('Control+b')
  await look('the side bar, folded')
  await window.keyboard.press('Control+b')
}

async function settings({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/settings')
  for (const name of Object.values(w.settings.tabs)) {
    await window.getByRole('tab', { name }).click()
    await look(`settings, ${name}`)
  }
  await window.getByRole('tab', { name: w.settings.tabs.members }).click()
  await click(w.settings.addMember)
  await look('settings, someone new')
  await close()
}

/** A file that brings someone new, someone known already and a row that is refused. */
async function exchanges({ window, w, look, go, click, button }: Visit, palier: Palier, folder: string): Promise<void> {
  await go('/people')
  const known = window.locator('.ag-row', { has: window.locator('[col-id="phone"]', { hasText: /\d/ }) }).first()
  const [lastName = '', firstName = ''] = (await known.locator('.cell-record').innerText()).trim().split(' ')
  const phone = await known.locator('[col-id="phone"]').innerText()
  const path = join(folder, 'liste.csv')
  const rows = [`${lastName};${firstName.slice(0, -1)};${phone};`, 'VASSELIN;Aïssatou;0639981201;', 'KONE;Awa;;awa@']
  await writeFile(path, ['Nom;Prénom;Téléphone;Courriel', ...rows].join('\n'))
  await answerDialogs(palier, { open: path })

  await go('/import')
  await look('a file to choose')
  await click(w.imports.chooseFile)
  await expect(button(w.imports.toPreview)).toBeVisible()
  await look('columns of a file')
  await click(w.imports.toPreview)
  await expect(window.locator('.import-panel')).toBeVisible()
  await look('preview of a file')
  await click(w.imports.settleDuplicates)
  await expect(button(w.imports.same)).toBeVisible()
  await look('preview, a duplicate')
  await click(beginning(w.imports.apply_one))
  await expect(window.getByRole('heading', { name: w.imports.doneTitle })).toBeVisible()
  await look('result of an import')
  await click(beginning(w.imports.undoNamed))
  await look('an import to take back')
  await click(w.imports.undoImport, window.getByRole('dialog'))
  await expect(window.getByRole('heading', { name: w.imports.undoneTitle })).toBeVisible()
  await look('an import taken back')
  await go('/exchanges')
  await look('exchanges')
  await go('/trash')
  await look('the trash, with what an import left')
}
