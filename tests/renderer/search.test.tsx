import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { preferences } from '../../src/renderer/theme/preferences'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }
const souad = { firstName: 'Souad', lastName: 'Benhammar' }

test('the box has the focus as soon as Ctrl+K is down: no letter typed after it is lost', async () => {
  const { user } = await openAt('/people')
  const before = screen.getByRole('button', { name: /Rechercher, ouvrir, agir/ })
  before.focus()
  // nothing is waited for between the two keys
  fireEvent.keyDown(before, { key: 'k', code: 'KeyK', ctrlKey: true })
  expect(document.activeElement).toBe(box())
  await user.keyboard('ben')
  expect(box().value).toBe('ben')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Rechercher, ouvrir, agir' })).toBeNull())
  expect(document.activeElement).toBe(before)
}, 60_000)

test('a person is found by a few letters, shown by her initials, and opened by Enter, however fast it comes', async () => {
  const { user } = await openAt('/organisations')
  await user.keyboard('{Control>}k{/Control}ben')
  const found = await screen.findByRole('option', { name: /^BENHAMMAR Souad/ }, slow)
  expect(found.querySelector('.initials')?.textContent).toBe('SB')
  expect(found.querySelector('mark')?.textContent).toBe('BEN')
  expect(found.getAttribute('aria-selected')).toBe('true')
  await user.keyboard('{Escape}')

  fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true })
  fireEvent.change(box(), { target: { value: 'souad' } })
  fireEvent.keyDown(box(), { key: 'Enter' }) // before any answer
  await screen.findByRole('heading', { name: 'BENHAMMAR Souad' }, slow)
}, 60_000)

test('what was typed goes with the action: a new person of that name, a referral for the one person it means', async () => {
  const { user } = await openAt('/organisations')
  await user.keyboard('{Control>}k{/Control}Kervadé')
  await screen.findByText('Rien de ce nom. Essayez moins de lettres.', {}, slow)
  const options = screen.getAllByRole('option').map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))
  expect(options).toEqual([
    'Nouvelle orientation pour « Kervadé »CtrlMajO',
    'Nouvelle personne « Kervadé »CtrlN',
    'Importer un fichierCtrlI',
  ])
  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('Kervadé'), slow)

  await user.keyboard('{Control>}k{/Control}souad')
  await screen.findByRole('option', { name: /^Nouvelle orientation pour BENHAMMAR Souad/ }, slow)
  await user.keyboard('{Control>}{Shift>}o{/Shift}{/Control}')
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/referrals\/new\?person=[\w-]+$/), slow)
}, 60_000)

test('theme, language, places and the lock are a few letters away', async () => {
  const { user, ended } = await openAt('/people')
  await user.keyboard('{Control>}k{/Control}reglages')
  await user.keyboard('{ArrowUp}{Enter}') // the last one: the place
  await screen.findByRole('heading', { name: 'Réglages' }, slow)

  await user.keyboard('{Control>}k{/Control}sombre')
  const theme = await screen.findByRole('option', { name: 'Passer au thème sombre' })
  await user.click(theme)
  await waitFor(() => expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark'))

  await user.keyboard('{Control>}k{/Control}english')
  await user.click(await screen.findByRole('option', { name: 'Afficher en anglais' }))
  await screen.findByRole('heading', { name: 'Settings' }, slow)
  expect(preferences().language).toBe('en')

  await user.keyboard('{Control>}k{/Control}lock')
  await user.click(await screen.findByRole('option', { name: /^Lock the space/ }))
  await waitFor(() => expect(ended()).toBe(true), slow)
}, 60_000)

test('while the data process is away, what one can do is still there, and a search without answer says why', async () => {
  const { user, die, startAgain } = await openAt('/people')
  await user.keyboard('{Control>}k{/Control}')
  await act(() => die())
  await user.keyboard('souad')
  const dialog = screen.getByRole('dialog', { name: 'Rechercher, ouvrir, agir' })
  within(dialog).getByRole('option', { name: /^Nouvelle personne «\ssouad\s»/ })
  expect(within(dialog).getByRole('listbox').getAttribute('aria-busy')).toBe('true')
  expect(within(dialog).queryByText('Rien de ce nom. Essayez moins de lettres.')).toBeNull()
  startAgain()
  // its space is locked: that is said, and nothing is pretended
  await within(dialog).findByRole('alert', {}, slow)
}, 60_000)

async function openAt(at: string) {
  const app = await renderApp({ at, given: async () => void (await ask('people.create', souad)) })
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  await screen.findByRole('heading', { level: 1 }, slow)
  return app
}

function box(): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('combobox', { name: 'Rechercher, ouvrir, agir' })
}
