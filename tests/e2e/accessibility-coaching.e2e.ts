import { expect, test } from '@playwright/test'
import { useComputers } from '../support/journey.ts'
import { visitOf } from '../support/visit.ts'
import { beginning, words } from '../support/words.ts'

const { start } = useComputers()
test.use({ trace: 'off' }) // every step of it would be drawn twice

for (const language of ['fr', 'en'] as const) {
  test(`no place of coaching has an accessibility fault, in light nor in dark (${language})`, async () => {
    test.setTimeout(300_000)
    const palier = await start()
    const { window } = palier
    const w = words[language]
    const { look, go, click, close } = visitOf(palier, w)
    await window.getByText(language === 'fr' ? 'Français' : 'English', { exact: true }).click()
    await window.getByRole('button', { name: w.space.tryDemo }).click()
    await expect(window.locator('.side-bar')).toBeVisible({ timeout: 60_000 })

    await go('/coaching')
    const first = window.locator('.caseload tbody a').first()
    await first.waitFor()
    await look('a caseload')
    const person = (await first.getAttribute('href'))?.slice(1) ?? ''
    await window.getByRole('tab', { name: beginning(w.supports.tabs.write) }).click()
    await look('sessions to write up')
    await window.getByRole('tab', { name: w.supports.tabs.coaches }).click()
    await look('loads')
    await click(beginning(w.supports.handOverOf))
    await window.locator('.hand-over li').first().waitFor()
    await look('a caseload to hand over')
    await close()
    await click(w.supports.settings)
    await look('themes and proposed actions')
    await close()
    await click(w.sessions.log)
    await look('a session, whose')
    await close()

    await go(person)
    await window.getByRole('tab', { name: beginning(w.people.coaching) }).click()
    await window.locator('.radar').waitFor()
    await look('coaching of a person')
    await click(w.sessions.log)
    await window.locator('.session-fields').waitFor()
    await look('a session')
    await close()
    await click(w.scales.rate)
    await look('progress to rate')
    await close()
    await click(w.plans.addBarrier)
    await look('a barrier')
    await close()
    await click(w.supports.begin)
    await look('support to begin')
    await close()
    const doing = async (acts: string, act: string, place: string) => {
      await click(beginning(acts))
      await window.getByRole('menuitem', { name: act }).click()
      await window.locator('.drawer').waitFor()
      await look(place)
      await close()
    }
    await doing(w.supports.actsOf, w.lists.edit, 'support, changed')
    await doing(w.supports.actsOf, w.supports.end, 'support, ended')
    await doing(w.sessions.actsOf, w.lists.edit, 'a session, changed')
    await click(w.supports.summary)
    await look('a summary to print')
    await close()
  })
}
