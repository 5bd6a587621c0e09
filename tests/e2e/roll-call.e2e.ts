import { expect, type Locator, type Page, test } from '@playwright/test'
import { fold, foldTight } from '../../src/shared/rules/fold'
import { goTo, openDemo, useComputers } from '../support/journey.ts'
import { Keyboard } from '../support/keyboard.ts'

const { computer, start } = useComputers()

const cohort = 'Lance ta boîte, édition de l’Estuaire'
const workshop = 'Atelier de rentrée'

test('150 people are called by keyboard alone, as they come in, and each keeps the mark that was given', async () => {
  test.setTimeout(300_000)
  const on = await computer()
  const first = await start(on)
  await openDemo(first)
  await createWorkshop(first.window)
  const names = await namesAtRoll(first.window)
  expect(names).toHaveLength(150)
  const marks = marksFor(names)

  const began = Date.now()
  await callAll(first.window, marks)
  await expect(counts(first.window)).toContainText('Reste 0 à appeler')
  const seconds = (Date.now() - began) / 1000
  test.info().annotations.push({ type: 'roll call', description: `150 people in ${seconds.toFixed(1)} s` })
  expect(seconds).toBeLessThan(120)

  // another start reads what was written
  await first.app.close()
  const { window } = await start(on)
  await openWorkshop(window)
  await expect(counts(window)).toContainText('Reste 0 à appeler')
  const given = marks.map(({ name, key }) => `${name}, ${meaning[key]}`)
  expect((await marksAtRoll(window)).toSorted()).toEqual(given.toSorted())
})

const meaning = { Space: 'Présence', '2': 'Retard', '4': 'Absence' } as const

interface Mark {
  readonly name: string
  readonly letters: string
  readonly key: keyof typeof meaning
}

/** They come in no order of the list; one in twenty is late, one in fifteen does not come. */
function marksFor(names: readonly string[]): readonly Mark[] {
  const letters = lettersOf(names)
  return names.map((_, index) => {
    const name = names[(index * 37) % names.length] ?? ''
    return { name, letters: letters.get(name) ?? name, key: keyOf(index) }
  })
}

function keyOf(index: number): Mark['key'] {
  if (index % 20 === 7) return '2'
  return index % 15 === 4 ? '4' : 'Space'
}

/** From one name to the next without a pause: a letter typed where a delay is asked is the next name's. */
async function callAll(window: Page, marks: readonly Mark[]): Promise<void> {
  const keyboard = new Keyboard(window)
  await expect(window.getByRole('textbox', { name: 'Faire l’appel' })).toBeFocused()
  for (const { letters, key } of marks) {
    await keyboard.type(letters)
    await keyboard.press(key)
  }
}

/** For each name, the fewest letters that mean nobody else; two who have the same one are called one after the other. */
function lettersOf(names: readonly string[]): ReadonlyMap<string, string> {
  const known = names.map((name) => [...fold(name).split(' '), foldTight(name)])
  return new Map(
    names.map((name, index) => {
      const whole = foldTight(name)
      const others = known.filter((_, other) => names[other] !== names[index]).flat()
      const enough = Array.from(whole, (_, end) => whole.slice(0, end + 1)).find(
        (letters) => !others.some((part) => part.startsWith(letters)),
      )
      return [name, enough ?? whole]
    }),
  )
}

async function openWorkshops(window: Page): Promise<void> {
  await goTo(window, 'Programmes')
  await window.getByRole('link', { name: cohort }).click()
  await window.getByRole('tab', { name: 'Ateliers' }).click()
}

async function createWorkshop(window: Page): Promise<void> {
  await openWorkshops(window)
  await window.getByRole('button', { name: 'Ajouter un atelier' }).click()
  const drawer = window.getByRole('complementary', { name: 'Nouvel atelier' })
  await drawer.getByRole('textbox', { name: 'Intitulé' }).fill(workshop)
  await drawer.getByRole('textbox', { name: 'Jour' }).fill(new Date().toLocaleDateString('fr-FR'))
  await drawer.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(drawer).toBeHidden()
  await window.getByRole('button', { name: workshop, exact: true }).click()
}

async function openWorkshop(window: Page): Promise<void> {
  await openWorkshops(window)
  await window.getByRole('button', { name: workshop, exact: true }).click()
}

/** Everyone the roll names, in its order. */
async function namesAtRoll(window: Page): Promise<string[]> {
  const groups = window.locator('.roll-states')
  await groups.first().waitFor()
  return groups.evaluateAll((all) => all.map((group) => group.getAttribute('aria-label') ?? ''))
}

/** Each name with its mark, as the roll shows it. */
function marksAtRoll(window: Page): Promise<string[]> {
  return window.locator('.roll-states').evaluateAll((all) =>
    all.map((group) => {
      const pressed = group.querySelector('[aria-pressed="true"]')
      return `${group.getAttribute('aria-label')}, ${pressed?.getAttribute('aria-label')}`
    }),
  )
}

function counts(window: Page): Locator {
  return window.getByRole('list', { name: 'Décompte' })
}
