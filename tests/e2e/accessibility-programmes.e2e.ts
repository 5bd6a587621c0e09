import { expect, test } from '@playwright/test'
import { useComputers } from '../support/journey.ts'
import { type Visit, visitOf } from '../support/visit.ts'
import { beginning, words } from '../support/words.ts'

const { start } = useComputers()
test.use({ trace: 'off' }) // every step of it would be drawn twice

for (const language of ['fr', 'en'] as const) {
  test(`no place of programmes, cohorts, workshops and hours has an accessibility fault, in light nor in dark (${language})`, async () => {
    test.setTimeout(400_000)
    const palier = await start()
    const visit = visitOf(palier, words[language])
    await palier.window.getByText(language === 'fr' ? 'Français' : 'English', { exact: true }).click()
    await palier.window.getByRole('button', { name: words[language].space.tryDemo }).click()
    await expect(palier.window.locator('.side-bar')).toBeVisible({ timeout: 120_000 })
    await programmes(visit)
    await cohort(visit)
    await people(visit)
    await selection(visit)
    await workshops(visit)
    await attendance(visit)
    await rollCall(visit)
    await certificates(visit)
    await hours(visit)
  })
}

async function programmes({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/programmes')
  const table = window.locator('.programme-table').first()
  await table.waitFor()
  await look('programmes')
  await click(w.programmes.create)
  await click(w.common.save)
  await look('a new programme, refused')
  await close()
  await window.locator('a[href^="#/programmes/"]').first().click()
  await window.locator('.record h1').waitFor()
  await look('a programme')
  for (const part of [w.programmes.goals, w.programmes.funding, w.programmes.partners]) {
    await click(beginning(w.lists.edit), window.getByRole('region', { name: part }))
    await window.locator('.drawer').waitFor()
    await look(`a programme, ${part}`)
    await close()
  }
  await click(w.lists.edit)
  await window.locator('.drawer').waitFor()
  await look('a programme, changed')
  await close()
  for (const tab of [w.programmes.documents, w.programmes.history]) {
    await window.getByRole('tab', { name: tab }).click()
    await look(`a programme, ${tab}`)
  }
  await window.getByRole('tab', { name: w.programmes.cohorts }).click()
  await click(w.programmes.addCohort)
  await click(w.common.save)
  await look('a new cohort, refused')
  await close()
  await window.locator('.programme-cohort', { hasText: 'Salines' }).click()
}

async function cohort({ window, w, look, click, close }: Visit): Promise<void> {
  await window.locator('.cohort-page').waitFor()
  for (const tab of [w.tasks.title, w.documents.tab, w.cohorts.overview, w.cohorts.history]) {
    await window.getByRole('tab', { name: tab }).click()
    await look(`a cohort, ${tab}`)
  }
  await click(w.cohorts.acts)
  await look('a cohort, what to do')
  await window.getByRole('menuitem', { name: w.cohorts.editQuotas }).click()
  await look('a cohort, places kept')
  await close()
  await click(w.cohorts.acts)
  await window.getByRole('menuitem', { name: w.cohorts.copy }).click()
  await window.locator('.drawer').waitFor()
  await look('a cohort, copied')
  await close()
  await click(w.lists.edit)
  await window.locator('.drawer').waitFor()
  await look('a cohort, changed')
  await close()
  await click(w.cohorts.acts)
  await window.getByRole('menuitem', { name: w.lists.trash }).click()
  await window.getByRole('dialog').waitFor()
  await look('a cohort, to the trash')
  await close()
}

async function people({ window, w, look, click, close }: Visit): Promise<void> {
  const layout = window.getByRole('radiogroup', { name: w.enrolments.layout })
  await window.getByRole('tab', { name: w.cohorts.people }).click()
  await window.locator('.board-open').first().waitFor()
  const { choosing, running } = w.enrolments.phases
  for (const phase of [running, choosing]) {
    await window.locator('label', { hasText: phase }).click()
    await look(`people of a cohort, ${phase}`)
  }
  await window.locator('.board-open').first().click()
  await window.locator('.enrolment-path').waitFor()
  await look('someone of a cohort')
  await window.locator('.drawer .chip-choice').first().click()
  await look('someone of a cohort, a decision')
  await close()
  await click(w.enrolments.add)
  await window.locator('.drawer').waitFor()
  await look('people to add to a cohort')
  await close()
  await layout.locator('label').nth(1).click()
  await window.locator('.cell-record').first().waitFor()
  await look('people of a cohort, a list')
  await window
    .getByRole('checkbox', { name: beginning(w.grid.selectRow) })
    .first()
    .click()
  await click(w.enrolments.decide, window.locator('.selection-bar'))
  await window.getByRole('dialog').waitFor()
  await look('people of a cohort, a decision for several')
  await decideForOne(window)
  await window.getByRole('complementary', { name: w.enrolments.message.run }).waitFor()
  await look('people of a cohort, the message of a decision')
  await close()
  await layout.locator('label').nth(2).click()
  await look('people of a cohort, those who wait')
}

/** The decision that asks for nothing more, then what is left to say of it. */
async function decideForOne(window: Visit['window']): Promise<void> {
  const dialog = window.getByRole('dialog')
  await dialog.locator('.chip-choice').first().click()
  await dialog.locator('.dialog-acts button').last().click()
}

async function selection({ window, w, look, click, close }: Visit): Promise<void> {
  await window.getByRole('tab', { name: w.cohorts.selection }).click()
  await window.locator('.selection').waitFor()
  await look('selection')
  await click(w.selection.setCriteria)
  await look('criteria')
  await click(w.selection.addCriterion)
  await look('a criterion')
  await close()
  await close()
  await window.locator('.candidate-open').first().click()
  await window.locator('.drawer').waitFor()
  await look('an application to read')
  await close()
}

/** Of a cohort that has begun. */
async function workshops({ window, w, look, go, click, close, button }: Visit): Promise<void> {
  await go('/programmes')
  await window.locator('.programme-cohort', { hasText: 'Promotion de l’Estuaire' }).click()
  await window.getByRole('tab', { name: w.workshops.title }).click()
  await window.locator('.workshop-table').first().waitFor()
  await look('workshops')
  await click(w.workshops.add)
  await click(w.common.save)
  await look('a workshop, refused')
  await close()
  await click(w.workshops.addSeries)
  await window.locator('.drawer input[name="title"]').fill('Essai')
  await look('a series of workshops')
  await click(w.workshops.seeDays)
  await window.getByText(w.workshops.linesHint).waitFor()
  await look('a series of workshops, its days')
  await close()
  await button(beginning(w.workshops.actsOn)).click()
  await look('a workshop, what to do')
  await window.getByRole('menuitem', { name: w.workshops.cancel }).click()
  await window.getByRole('dialog').waitFor()
  await look('a workshop to cancel')
  await close()
  for (const [act, place] of [
    [w.lists.edit, 'a workshop, changed'],
    [w.lists.trash, 'a workshop, to the trash'],
  ] as const) {
    await button(beginning(w.workshops.actsOn)).click()
    await window.getByRole('menuitem', { name: act }).click()
    await window.locator('.drawer, [role="dialog"]').first().waitFor()
    await look(place)
    await close()
  }
}

async function attendance({ window, w, look }: Visit): Promise<void> {
  await window.getByRole('tab', { name: w.cohorts.presences }).click()
  await window.locator('.matrix').waitFor()
  await look('attendance of a cohort')
}

async function rollCall({ window, w, look, click, close }: Visit): Promise<void> {
  await window.getByRole('tab', { name: w.workshops.title }).click()
  await window.locator('.workshops-past .workshop-title').first().click()
  await window.locator('.roll-list li').first().waitFor()
  await look('a roll call')
  await window.locator('.roll-field input').fill('zzz')
  await look('a roll call, nobody of that name')
  await click(w.attendances.walkIn)
  await look('a roll call, someone more')
  await close()
  await click(w.attendances.others)
  await look('a roll call, all the others')
  await close()
  await click(w.attendances.printSheet)
  await look('a sheet to print')
  await close()
  await window.locator('.sheet-proof li').last().getByRole('button').click()
  await window.locator('.sheet-sign').waitFor()
  await look('a sheet, who signed it')
  await window.goBack()
  await window.getByRole('tab', { name: w.workshops.title }).click()
  await window.getByRole('region', { name: w.workshops.coming }).locator('.workshop-title').first().click()
  await window.locator('.roll-list li').first().waitFor()
  await look('a roll call, before its day')
}

/** Of a cohort that has ended. */
async function certificates({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/programmes')
  await window.locator('.programme-cohort', { hasText: 'Promotion du Marais' }).click()
  await window.getByRole('tab', { name: w.cohorts.presences }).click()
  await click(w.certificates.showList)
  await window.locator('.certificate-rows li').first().waitFor()
  await look('certificates')
  await click(beginning(w.certificates.printAll_other))
  await look('certificates to print')
  await close()
  await click(beginning(w.certificates.issue_one))
  await window.getByRole('dialog').waitFor()
  await look('certificates to issue')
  await close()
  // all of its sheets were scanned
  await window.getByRole('tab', { name: w.workshops.title }).click()
  await window.locator('.workshops-past .workshop-title').first().click()
  for (const [act, place] of [
    [w.lists.edit, 'a paper, changed'],
    [w.documents.saveCopy, 'a paper, to a file'],
  ] as const) {
    await click(beginning(w.documents.moreNamed))
    await window.getByRole('menuitem', { name: act }).click()
    await window.locator('.drawer, [role="dialog"]').first().waitFor()
    await look(place)
    await close()
  }
}

async function hours({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/hours')
  for (const tab of Object.values(w.hours.tab)) {
    await window.getByRole('tab', { name: tab }).click()
    await look(`hours, ${tab}`)
  }
  await window.getByRole('tab', { name: w.hours.tab.coaches }).click()
  await window.locator('.hours-open').first().click()
  await window.locator('.statement-lines').waitFor()
  await look('a statement')
  await click(w.hours.validate, window.locator('.drawer'))
  await window.getByRole('dialog').waitFor()
  await look('a statement to validate')
  await close()
  await close()
  for (let months = 0; months < 2; months += 1) await click(w.hours.previousMonth)
  await window.getByText(beginning(w.hours.validatedOn)).first().waitFor()
  await window.locator('.hours-open').first().click()
  await click(w.hours.correct, window.locator('.drawer'))
  await look('a statement, a correction')
  await close()
}
