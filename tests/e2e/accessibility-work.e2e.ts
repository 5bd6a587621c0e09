import { expect, test } from '@playwright/test'
import { useComputers } from '../support/journey.ts'
import { type Visit, visitOf } from '../support/visit.ts'
import { beginning, words } from '../support/words.ts'

const { start } = useComputers()
test.use({ trace: 'off' }) // every step of it would be drawn twice

for (const language of ['fr', 'en'] as const) {
  test(`neither tasks, calendar, a person’s tabs nor what sets them has an accessibility fault, in light nor in dark (${language})`, async () => {
    test.setTimeout(400_000)
    const palier = await start()
    const visit = visitOf(palier, words[language])
    await palier.window.getByText(language === 'fr' ? 'Français' : 'English', { exact: true }).click()
    await palier.window.getByRole('button', { name: words[language].space.tryDemo }).click()
    await expect(palier.window.locator('.side-bar')).toBeVisible({ timeout: 120_000 })
    for (const see of [tasks, calendar, person, reminders, letters]) await see(visit)
  })
}

async function tasks({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/tasks')
  await window.locator('.cell-record').first().waitFor()
  await look('tasks')
  await window.locator('.cell-record').first().click()
  await window.locator('.drawer').waitFor()
  await look('a task')
  await click(w.lists.trash, window.locator('.drawer'))
  await window.getByRole('dialog').waitFor()
  await look('a task, to the trash')
  await close()
  await close()
  await click(w.tasks.create)
  await window.locator('.drawer').waitFor()
  await look('a new task')
  await close()
  await window
    .getByRole('checkbox', { name: beginning(w.grid.selectRow) })
    .first()
    .click()
  await click(w.tasks.postpone, window.locator('.selection-bar'))
  await window.getByRole('dialog').waitFor()
  await look('tasks to postpone')
  await close()
}

async function calendar({ window, w, look, go, click, close }: Visit): Promise<void> {
  for (const span of ['day', 'week', 'month']) {
    await go(`/calendar?span=${span}`)
    await look(`the calendar, ${span}`)
  }
  await click(w.calendar.export)
  await window.getByRole('dialog').waitFor()
  await look('the calendar, to a file')
  await close()
  await click(w.calendar.addTask)
  await window.locator('.drawer').waitFor()
  await look('the calendar, a task')
  await close()
}

async function person({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/people')
  await window.locator('.cell-record').nth(1).click()
  await window.locator('.record h1').waitFor()
  for (const name of [w.people.thread, w.people.coaching, w.programmes.title, w.documents.tab]) {
    await window.getByRole('tab', { name: beginning(name) }).click()
    await look(`a person, ${name}`)
  }
  await click(w.interactions.note)
  await window.locator('.drawer').waitFor()
  await look('an exchange to note')
  await close()
}

async function reminders({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/settings/reminders')
  await window.getByRole('table', { name: w.reminders.title }).or(window.getByText(w.reminders.none)).first().waitFor()
  await look('reminders')
  await click(w.reminders.add)
  await window.getByRole('dialog').waitFor()
  await look('a rule')
  await close()
}

async function letters({ window, w, look, go, click, close }: Visit): Promise<void> {
  await go('/settings/letters')
  await window.locator('.letter-models table').waitFor()
  await look('letters')
  await click(w.letters.create)
  await click(w.common.save)
  await look('a model, refused')
  await close()
  await go('/people')
  await window
    .getByRole('checkbox', { name: beginning(w.grid.selectRow) })
    .first()
    .click()
  await click(w.letters.write, window.locator('.selection-bar'))
  await window.getByRole('dialog').waitFor()
  await look('a letter to write')
  await close()
  await click(w.enrolments.toCohort, window.locator('.selection-bar'))
  await window.getByRole('dialog').waitFor()
  await look('people to add to a cohort')
  await close()
}
