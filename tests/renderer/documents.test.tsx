import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { smallPng } from '../../src/data/demo/small-png.ts'
import { ask, runJob } from '../../src/renderer/api'
import { choosing } from '../support/chooser'
import { aPerson } from '../support/factories'
import { fillIn } from '../support/fill-in'
import { aFile, pdfBytes } from '../support/papers'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }
const folder = mkdtempSync(join(tmpdir(), 'palier-documents-screen-'))

/** The papers of someone who has none yet; the file dialogs answer these paths. */
async function onSomeone(choices: Parameters<typeof choosing>[1]) {
  const chooser = choosing(window, choices)
  let personId = ''
  const { user } = await renderApp({
    given: async () => {
      personId = (await ask('people.create', aPerson({ firstName: 'Souad', lastName: 'Ben Hammar' }))).id
    },
  })
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  window.location.hash = `/people/${personId}`
  await user.click(await screen.findByRole('tab', { name: 'Documents' }, slow))
  return { ...chooser, user, owner: { personId } }
}

test('a paper is chosen, named, opened in a private copy, copied outside for someone, put aside and taken back', async () => {
  const chosen = aFile(folder, 'convention_mairie.pdf', pdfBytes('mairie'))
  const copy = join(folder, 'copie.pdf')
  const { user, owner, handed, shown } = await onSomeone({ open: chosen, save: copy })
  await screen.findByText('Aucun document', {}, slow)
  await user.click(screen.getByRole('button', { name: 'Ajouter un document' }))
  const drawer = await screen.findByRole('complementary', { name: 'Ajouter un document' }, slow)
  const title = within(drawer).getByRole('textbox', { name: 'Titre' })
  expect(title).toHaveProperty('value', 'convention mairie')
  expect(within(drawer).getByRole('combobox', { name: 'Type' })).toHaveProperty('value', 'Convention')
  await user.clear(title)
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  within(drawer).getByText('Donnez un titre à ce document.')
  await fillIn(user, title, 'Convention avec la mairie')
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Valable/ }), '01/01/2020')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByText('Expiré le 01/01/2020', {}, slow)
  screen.getByRole('tab', { name: /Documents.*1/ })

  await user.click(screen.getByRole('button', { name: 'Ouvrir Convention avec la mairie' }))
  await screen.findByText(/^Une copie privée s’ouvre/, {}, slow)
  expect(readFileSync(handed[0] ?? '')).toEqual(pdfBytes('mairie'))
  expect(handed[0]).not.toContain('mairie')
  expect(shown).toEqual([])

  await user.click(screen.getByRole('button', { name: 'Plus d’actions pour Convention avec la mairie' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Enregistrer une copie', hidden: true }, slow))
  const dialog = await screen.findByRole('dialog', {}, slow)
  await fillIn(user, within(dialog).getByLabelText('Pour qui'), 'Ville de Nantes')
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer une copie' }))
  await waitFor(() => expect(existsSync(copy)).toBe(true), slow)
  await waitFor(
    async () => expect(await ask('exports.runs', {})).toMatchObject([{ recipient: 'Ville de Nantes' }]),
    slow,
  )

  await user.click(screen.getByRole('button', { name: 'Plus d’actions pour Convention avec la mairie' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Mettre à la corbeille', hidden: true }, slow))
  await user.click(await screen.findByRole('button', { name: '1 document à la corbeille' }, slow))
  await user.click(screen.getByRole('button', { name: 'Rétablir Convention avec la mairie' }))
  await waitFor(async () => expect(await ask('documents.ofRecord', { owner })).toHaveLength(1), slow)
}, 60_000)

test('a file is dropped on the papers, and one that is no paper is refused in words', async () => {
  const { user, owner, tellDropped } = await onSomeone({})
  const place = screen.getByRole('region', { name: 'Documents' })
  const wrong = aFile(folder, 'attestation.pdf', Buffer.from('<html><script>alert(1)</script>'))
  fireEvent.drop(place, { dataTransfer: { files: [new File([], 'attestation.pdf')], types: ['Files'] } })
  act(() => tellDropped(wrong))
  const drawer = await screen.findByRole('complementary', { name: 'Ajouter un document' }, slow)
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await within(drawer).findByText(/n’est pas d’un type accepté/, {}, slow)
  expect(await ask('documents.ofRecord', { owner })).toEqual([])
}, 60_000)

test('a copy that no program takes, or that none should, is shown in its folder, and why is said', async () => {
  const { user, owner, handed, shown } = await onSomeone({ program: false })
  await runJob('documents.add', { owner, path: aFile(folder, 'plan.pdf', pdfBytes('plan')), kind: 'other' })
  await user.click(await screen.findByRole('button', { name: 'Ouvrir plan' }, slow))
  await screen.findByText(/^Aucun programme n’ouvre ce fichier/, {}, slow)
  expect(shown).toHaveLength(1)

  const { handed: taken, shown: shownNext } = choosing(window, { program: true })
  const rows = aFile(folder, 'heures.csv', Buffer.from('nom;heures\r\n=cmd;3\r\n'))
  await runJob('documents.add', { owner, path: rows, kind: 'other' })
  await user.click(await screen.findByRole('button', { name: 'Ouvrir heures' }, slow))
  await screen.findByText(/^Palier laisse ouvrir ce type de fichier à la main/, {}, slow)
  expect(shownNext).toHaveLength(1)
  expect([...handed, ...taken]).toEqual([])
}, 60_000)

test('a picture is looked at in the window, under its name, and no copy of it is made', async () => {
  const { user, owner, handed, shown } = await onSomeone({})
  const bytes = smallPng(40, 30, () => [20, 90, 70, 255])
  await runJob('documents.add', { owner, path: aFile(folder, 'photo_atelier.png', bytes), kind: 'other' })
  await user.click(await screen.findByRole('button', { name: 'Voir photo atelier' }, slow))
  const dialog = await screen.findByRole('dialog', { name: 'photo atelier' }, slow)
  const picture = await within(dialog).findByRole('img', { name: 'photo atelier' }, slow)
  expect(picture).toHaveProperty('src', `data:image/png;base64,${bytes.toString('base64')}`)
  within(dialog).getByText(/^photo_atelier\.png.*40 × 30 pixels$/)
  expect([...handed, ...shown]).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Ouvrir dans un autre programme' }))
  await waitFor(() => expect(handed).toHaveLength(1), slow)
  fireEvent.error(picture)
  await within(dialog).findByText(/^Cette image ne peut pas être montrée ici/)
  await user.click(within(dialog).getByRole('button', { name: 'Fermer' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null), slow)
}, 60_000)
