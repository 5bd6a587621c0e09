import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { dependenciesIn } from '../support/data-process'
import { anOrganisation } from '../support/factories'
import { makeOldSpace } from '../support/old-space'
import { fillIn } from '../support/fill-in'
import { passphrase } from '../support/new-space'
import { renderApp, typePassphrase } from '../support/render-app'
import { printedOn } from '../support/printer'

const slow = { timeout: 15_000 }

test('a first run goes from a language to a space whose kit was checked against the paper', async () => {
  const { user, userData } = await renderApp({ space: null })
  await user.click(await screen.findByRole('button', { name: 'Créer mon espace' }, slow))

  await user.click(screen.getByRole('button', { name: 'Continuer' }))
  expect(screen.getAllByText('À remplir')).not.toHaveLength(0)
  await user.click(screen.getByRole('radio', { name: /Association/ }))
  await fillIn(user, screen.getByLabelText('Nom de l’organisation'), 'Les Passerelles')
  await fillIn(user, screen.getByLabelText('Votre prénom et votre nom'), 'Solène Kerbrat')
  await user.click(screen.getByRole('button', { name: 'Continuer' }))

  await typePassphrase(user, 'Nouvelle phrase de passe')
  await typePassphrase(user, 'La même, une seconde fois')
  expect(readdirSync(userData)).not.toContain('spaces') // nothing before the passphrase is chosen
  const create = screen.getByRole('button', { name: 'Créer l’espace' })
  await waitFor(() => expect(create.hasAttribute('disabled')).toBe(false), slow)
  await user.click(create)

  await screen.findByRole('heading', { name: 'Imprimez votre trousse de secours' }, slow)
  const asked = screen.getAllByLabelText(/^Groupe \d$/)
  const shown = groupsOnScreen()
  expect(asked).toHaveLength(2)
  expect(shown.filter((group) => group === undefined)).toHaveLength(2)
  // the sheet goes to a printer; what it says is what a hand copies from it
  const paper = printedOn(window)
  await user.click(screen.getByRole('button', { name: 'Imprimer' }))
  const key = [...(await paper).matchAll(/<b>([0-9A-Z]{4})<\/b>/g)].map(([, group]) => group ?? '')
  expect(key).toHaveLength(8)
  expect(shown.every((group, index) => group === undefined || group === key[index])).toBe(true)

  for (const field of asked) await fillIn(user, field, 'ZZZZ')
  expect(screen.getAllByText('La feuille dit autre chose.')).toHaveLength(2)
  for (const field of asked) {
    await user.clear(field)
    await fillIn(user, field, (key[shown.indexOf(undefined)] ?? '').toLowerCase())
    shown[shown.indexOf(undefined)] = ''
  }
  const go = screen.getByRole('button', { name: 'Continuer' })
  expect(go.hasAttribute('disabled')).toBe(true)
  await user.click(screen.getByRole('checkbox', { name: /Je sais où elle sera rangée/ }))
  await user.click(go)
  await user.click(await screen.findByRole('button', { name: /Commencer avec un espace vide/ }))
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  expect(screen.queryByText('La trousse de secours de cet espace n’a pas été vérifiée.')).toBeNull()
}, 60_000)

/** The groups that the sheet on screen shows; those to be copied from the paper are not there. */
function groupsOnScreen(): (string | undefined)[] {
  const sheet = screen.getByLabelText('Aperçu de la trousse')
  const groups = within(sheet).getAllByRole('listitem').slice(0, 8)
  return groups.map((item) => item.querySelector('.mono')?.textContent.match(/^[0-9A-Z]{4}$/)?.[0])
}

test('a wrong passphrase is said, makes one wait, and changes nothing; the right one opens', async () => {
  const { user } = await renderApp({ given: lock })
  await typePassphrase(user, 'Phrase de passe', 'ce n’est pas la bonne')
  await user.click(screen.getByRole('button', { name: 'Déverrouiller' }))
  expect((await screen.findByText(/Ce n’est pas la bonne phrase de passe/, {}, slow)).getAttribute('role')).toBe(
    'alert',
  )
  await screen.findByRole('button', { name: /Prochain essai dans 1 s/ })
  const again = await screen.findByRole('button', { name: 'Déverrouiller' }, slow)
  await typePassphrase(user, 'Phrase de passe')
  await user.click(again)
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
}, 60_000)

test('the recovery key opens, as people type it, and sets another passphrase', async () => {
  const { user, recoveryKey } = await renderApp({ given: lock })
  await user.click(await screen.findByRole('button', { name: 'Utiliser la clé de secours' }, slow))
  await user.click(screen.getByLabelText('Groupe 1'))
  await user.paste(recoveryKey.join(' - ').toLowerCase())
  expect(screen.getByLabelText<HTMLInputElement>('Groupe 8').value).toBe(recoveryKey[7])
  await typePassphrase(user, 'Nouvelle phrase de passe', 'ruban moulin castor glacier')
  await typePassphrase(user, 'La même, une seconde fois', 'ruban moulin castor glacier')
  const act = screen.getByRole('button', { name: 'Ouvrir l’espace' })
  await waitFor(() => expect(act.hasAttribute('disabled')).toBe(false), slow)
  await user.click(act)
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  await ask('space.lock', {})
  await expect(ask('space.unlock', { passphrase })).rejects.toMatchObject({ code: 'wrongPassphrase' })
}, 60_000)

test('a space of an earlier version shows its update, and a failure comes back to the form that asked', async () => {
  let backups = ''
  const { user } = await renderApp({
    space: null,
    given: async ({ userData }) => {
      const folder = join(userData, 'spaces', 'old')
      backups = join(folder, 'backups')
      mkdirSync(join(userData, 'spaces'))
      await makeOldSpace(dependenciesIn(userData), { folder, passphrase, behind: 2 })
      writeFileSync(backups, 'a file where the folder should be')
      await ask('space.select', { folder })
    },
  })
  const seen: string[] = []
  const watch = new MutationObserver(() => {
    const step = document.querySelector('.updating [aria-current="step"]')?.textContent
    if (step !== undefined && seen.at(-1) !== step) seen.push(step)
  })
  watch.observe(document.body, { subtree: true, childList: true, attributes: true })
  await typePassphrase(user, 'Phrase de passe')
  await user.click(screen.getByRole('button', { name: 'Déverrouiller' }))
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''), slow)
  expect(seen).toEqual(['Copie'])
  await waitFor(() => expect(screen.queryByText('Palier met votre espace à jour…')).toBeNull(), slow)

  rmSync(backups)
  await typePassphrase(user, 'Phrase de passe')
  await user.click(screen.getByRole('button', { name: 'Déverrouiller' }))
  const heading = await screen.findByRole('heading', { name: 'Palier met votre espace à jour…' }, slow)
  expect(heading.closest('[inert]')).toBeNull()
  expect(screen.getByLabelText('Phrase de passe').closest('[inert]')).not.toBeNull()
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  watch.disconnect()
  expect(seen).toEqual(['Copie', 'Relecture', 'Mise à jour', 'Contrôle', 'Recherche'])
  expect(screen.queryByText('Palier met votre espace à jour…')).toBeNull()
}, 60_000)

test('when the data process dies, the form on screen stays and unlocking comes over it', async () => {
  const { user, die, startAgain } = await renderApp({ at: '/settings/members' })
  await user.click(await screen.findByRole('button', { name: 'Ajouter quelqu’un' }, slow))
  await fillIn(user, await screen.findByLabelText('Prénom et nom'), 'Malik Ouah')
  await die()
  await screen.findByText(/s’est arrêtée et redémarre/)
  startAgain()
  const over = await screen.findByRole('dialog', { name: 'Déverrouillez pour continuer' }, slow)
  expect(screen.getByLabelText<HTMLInputElement>('Prénom et nom').value).toBe('Malik Ouah')
  await fillIn(user, within(over).getByLabelText('Phrase de passe'), passphrase)
  await user.click(within(over).getByRole('button', { name: 'Déverrouiller' }))
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Déverrouillez pour continuer' })).toBeNull(), slow)
  await user.click(screen.getByRole('button', { name: 'Ajouter' }))
  await screen.findByText('Malik Ouah', { selector: 'b' }, slow)
}, 60_000)

test('locking covers the pages, ends the process that held the key, and says when', async () => {
  const { user, ended } = await renderApp({ at: '/settings' })
  await screen.findByRole('heading', { name: 'Réglages' }, slow)
  await user.keyboard('{Control>}l{/Control}')
  await screen.findByText(/^Espace verrouillé à/, {}, slow)
  expect(screen.queryByRole('navigation', { name: 'Navigation' })).toBeNull()
  expect(ended()).toBe(true)
}, 60_000)

test('undo says what it took back, and offers to do it again', async () => {
  const { user } = await renderApp({ at: '/settings/members', given: addMember })
  await screen.findByText('Malik Ouah', {}, slow)
  await user.click(await screen.findByRole('button', { name: /^Annuler.: membre ajouté$/ }, slow))
  await screen.findByText('Annulé : membre ajouté')
  await waitFor(() => expect(screen.queryByText('Malik Ouah')).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Rétablir' }))
  await screen.findByText('Malik Ouah', {}, slow)
}, 60_000)

test('a restore says what will change, and the file it replaced can be put back', async () => {
  const given = async () => {
    await ask('space.backUpNow', {})
    await ask('organisations.create', anOrganisation())
  }
  const { user } = await renderApp({ at: '/settings/backups', given })
  const [restore] = await screen.findAllByRole('button', { name: /^Rétablir la sauvegarde/ }, slow)
  if (!restore) throw new Error('the backup just made is listed')
  await user.click(restore)
  const dialog = await screen.findByRole('dialog', { name: /Rétablir cette sauvegarde/ })
  const row = within(dialog).getByRole('row', { name: /^Organisations/ })
  await waitFor(() => expect(row.textContent).toBe('Organisations21−1'), { timeout: 40_000 })
  await fillIn(user, within(dialog).getByLabelText('Phrase de passe'), passphrase)
  await user.click(within(dialog).getByRole('button', { name: 'Rétablir' }))
  await screen.findByRole('heading', { name: 'Fichiers remplacés' }, slow)
  expect(await organisationsNow()).toBe(1)
  await waitFor(() => expect(document.activeElement).toBe(restore)) // closed, it gives the focus back

  await user.click(screen.getByRole('button', { name: /^Remettre le fichier remplacé/ }))
  const back = await screen.findByRole('dialog', { name: /Remettre ce fichier/ })
  await fillIn(user, within(back).getByLabelText('Phrase de passe'), passphrase)
  await user.click(within(back).getByRole('button', { name: 'Remettre' }))
  await waitFor(async () => expect(await organisationsNow()).toBe(2), slow)
}, 90_000)

async function addMember(): Promise<void> {
  await ask('members.create', { name: 'Malik Ouah', role: '', email: null })
}

async function lock(): Promise<void> {
  await ask('space.lock', {})
}

async function organisationsNow(): Promise<number> {
  const { total } = await ask('organisations.list', { offset: 0, limit: 1 })
  return total
}
