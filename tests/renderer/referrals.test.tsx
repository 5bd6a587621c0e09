import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import type { Referral } from '../../src/shared/features/referrals'
import type { ReferralState } from '../../src/shared/rules/referral-transitions'
import { emptyFilter } from '../../src/shared/rules/lists'
import { fillIn } from '../support/fill-in'
import { aReferral, anAgreement } from '../support/factories-referrals'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }
const today = new Date().toISOString().slice(0, 10)
const agreement = {
  how: 'signedForm' as const,
  givenOn: today,
  scope: ['contact' as const, 'statusBack' as const],
  wordingVersion: '2026-11',
}

/** One referral of Corinne Vasselin by Estuaire Logement, as far as this state. */
async function corinne(...states: readonly ReferralState[]): Promise<Referral> {
  const landlord = await ask('organisations.create', { kind: 'landlord', name: 'Estuaire Logement' })
  const created = await ask('referrals.create', {
    person: { firstName: 'Corinne', lastName: 'Vasselin' },
    landlordId: landlord.id,
    motive: 'businessCreation',
    project: 'Chambres d’hôtes à la ferme',
    agreement,
  })
  for (const to of states) await onwards(created.id, to)
  return ask('referrals.get', { id: created.id })
}

async function onwards(id: string, to: ReferralState): Promise<void> {
  if (to === 'contacting') {
    const at = new Date().toISOString()
    await ask('referrals.addAttempt', { id, at, channel: 'phone', result: 'messageLeft' })
    return
  }
  const { version } = await ask('referrals.get', { id })
  const redirectTarget = to === 'redirected' ? { kind: 'programme' as const, name: 'Lance ta boîte' } : null
  await ask('referrals.move', { id, version, to, on: today, redirectTarget })
}

async function everyReferral(): Promise<Referral[]> {
  const { rows } = await ask('referrals.list', { filter: emptyFilter, offset: 0, limit: 50 })
  return Promise.all(rows.map(({ id }) => ask('referrals.get', { id })))
}

async function choose(user: UserEvent, field: HTMLElement, option: string | RegExp): Promise<void> {
  await user.click(field)
  await user.click(await screen.findByRole('option', { name: option, hidden: true }, slow))
}

async function giveAgreement(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole('checkbox', { name: /^La personne accepte qu/ }))
  await choose(user, screen.getByRole('combobox', { name: 'Recueilli' }), 'Formulaire signé')
}

describe('a new referral', () => {
  test('is refused in words without the agreement, keeps what was typed, and is saved with it', async () => {
    const { user } = await renderApp({ at: '/referrals/new' })
    await fillIn(user, await screen.findByLabelText('Prénom', {}, slow), 'Corinne')
    await fillIn(user, screen.getByLabelText('Nom'), 'Vasselin')
    await fillIn(user, screen.getByRole('textbox', { name: /^En une phrase/ }), 'Chambres d’hôtes')
    await user.click(screen.getByRole('button', { name: 'Clarifier l’idée' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer l’orientation' }))
    await screen.findByText('L’accord de la personne est nécessaire.', {}, slow)
    screen.getByText('Dites comment l’accord a été recueilli.')
    screen.getByText(/^Rien n’est enregistré/)
    expect(await everyReferral()).toEqual([])
    expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('Vasselin')

    await giveAgreement(user)
    await user.click(screen.getByRole('checkbox', { name: /^En retour/ }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer l’orientation' }))
    await screen.findByRole('heading', { name: 'VASSELIN Corinne' }, slow)
    const [referral] = await everyReferral()
    expect(referral).toMatchObject({
      state: 'received',
      project: 'Chambres d’hôtes',
      needs: ['clarifyIdea'],
      agreement: { how: 'signedForm', scope: ['contact', 'statusBack'], wordingVersion: '2026-11-26' },
    })
  }, 60_000)

  test('says in English what is missing', async () => {
    const { user } = await renderApp({ at: '/referrals/new', language: 'en' })
    await fillIn(user, await screen.findByLabelText('Last name', {}, slow), 'Vasselin')
    await user.click(screen.getByRole('button', { name: 'Save the referral' }))
    await screen.findByText('The person’s agreement is needed.', {}, slow)
    screen.getByText('Nothing is saved: what is marked in red is missing.')
    expect(await everyReferral()).toEqual([])
  }, 60_000)

  test('about the person whose record one comes from begins with what is known of them', async () => {
    const { user } = await renderApp()
    const person = await ask('people.create', {
      firstName: 'Souad',
      lastName: 'Ben Hammar',
      project: 'Cours de langue',
      contactPreference: 'phone',
    })
    window.location.hash = `/referrals/new?person=${person.id}`
    const known = await screen.findByRole<HTMLInputElement>('combobox', { name: /^Personne connue/ }, slow)
    await waitFor(() => expect(known.value).toBe('BEN HAMMAR Souad'), slow)
    expect(screen.queryByLabelText('Prénom')).toBeNull()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^En une phrase/ }).value).toBe('Cours de langue')
    await giveAgreement(user)
    await user.click(screen.getByRole('button', { name: 'Enregistrer l’orientation' }))
    await screen.findByRole('heading', { name: 'BEN HAMMAR Souad' }, slow)
    expect(await everyReferral()).toMatchObject([{ personId: person.id, contactPreference: 'phone' }])
  }, 60_000)

  test('warns of someone known while they are typed, and takes their record up', async () => {
    const { user } = await renderApp({ at: '/referrals/new' })
    const person = await ask('people.create', {
      firstName: 'Corinne',
      lastName: 'Vasselin',
      contactPoints: [{ kind: 'phone', value: '06 39 98 37 74' }],
    })
    await fillIn(user, await screen.findByLabelText('Prénom', {}, slow), 'Corine')
    await fillIn(user, screen.getByLabelText('Nom'), 'vasselin')
    await fillIn(user, screen.getByRole('textbox', { name: /^Téléphone/ }), '0639983774')
    await screen.findByText('Même téléphone', {}, slow)
    await user.click(screen.getByRole('button', { name: 'C’est elle, reprendre sa fiche' }))
    await giveAgreement(user)
    await user.click(screen.getByRole('button', { name: 'Enregistrer l’orientation' }))
    await screen.findByRole('heading', { name: 'VASSELIN Corinne' }, slow)
    expect(await everyReferral()).toMatchObject([{ personId: person.id }])
    expect((await ask('people.list', { offset: 0, limit: 1 })).total).toBe(1)
  }, 60_000)

  test('half filled is kept when one leaves, said when one comes back, and can be begun again', async () => {
    const { user } = await renderApp({ at: '/referrals/new' })
    await fillIn(user, await screen.findByLabelText('Nom', {}, slow), 'Vasselin')
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Annuler' }))
    await screen.findAllByText(/^Brouillon gardé/, {}, slow)
    await waitFor(async () => expect(await ask('drafts.get', { key: 'referrals/new' })).not.toBeNull(), slow)
    window.location.hash = '/referrals/new'
    await screen.findByText(/^Brouillon repris/, {}, slow)
    expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('Vasselin')
    await user.click(screen.getByRole('button', { name: 'Recommencer à vide' }))
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe(''), slow)
    expect(await ask('drafts.get', { key: 'referrals/new' })).toBeNull()
  }, 60_000)

  test('that follows a redirected one keeps the thread, the person and the agreement', async () => {
    const { user } = await renderApp()
    const previous = await corinne('met', 'redirected')
    window.location.hash = `/referrals/${previous.id}`
    await user.click(await screen.findByRole('link', { name: 'Créer l’orientation suivante' }, slow))
    await screen.findByText('Suite de l’orientation', {}, slow)
    expect(screen.queryByRole('checkbox', { name: /^La personne accepte/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Enregistrer l’orientation' }))
    await screen.findByRole('link', { name: 'Orientation précédente' }, slow)
    const next = (await everyReferral()).find(({ id }) => id !== previous.id)
    expect(next).toMatchObject({ previousId: previous.id, personId: previous.personId, state: 'received' })
    expect(next?.agreement).toMatchObject({ how: 'signedForm' })
  }, 60_000)
})

describe('the record of a referral', () => {
  test('offers the legal moves alone; an attempt, then a refusal, with what each will read', async () => {
    const { user } = await renderApp()
    const { id, number } = await corinne()
    window.location.hash = `/referrals/${id}`
    await user.click(await screen.findByRole('button', { name: 'Noter un essai' }, slow))
    await user.click(screen.getByRole('button', { name: 'Message laissé' }))
    await waitFor(async () => expect((await ask('referrals.get', { id })).state).toBe('contacting'), slow)

    expect(screen.queryByRole('radio', { name: 'Liste d’attente' })).toBeNull() // nobody was met
    expect(screen.queryByRole('button', { name: 'Rouvrir' })).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'Refuser' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('Choisissez au moins un motif.')
    await choose(user, screen.getByRole('combobox', { name: 'Motif du refus' }), /hors territoire$/)
    const read = await screen.findByRole('region', { name: 'Ce que lira le bailleur' })
    await within(read).findByText(/non retenue, hors territoire/, {}, slow)
    expect(read.textContent).toContain(`Orientation de Corinne Vasselin (${number})`)
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))

    const message = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message à la personne' }, slow)
    expect(message.value).toContain('Bonjour Corinne Vasselin,')
    expect(message.value).toContain('hors du territoire où nous intervenons')
    expect(message.value).toContain('Solène Kerbrat, Les Passerelles')
    expect(await ask('referrals.get', { id })).toMatchObject({ state: 'refused', reasons: ['notEligibleArea'] })
    expect(screen.queryByRole('radio', { name: 'Accepter' })).toBeNull()
    screen.getByRole('button', { name: 'Rouvrir' })
  }, 60_000)

  test('keeps a decision that is chosen while the one before it is being saved', async () => {
    const { user } = await renderApp()
    const { id } = await corinne('contacting')
    window.location.hash = `/referrals/${id}`
    await user.click(await screen.findByRole('radio', { name: 'Rencontrer' }, slow))
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Refuser' })) // before the answer came
    await waitFor(async () => expect((await ask('referrals.get', { id })).state).toBe('met'), slow)
    await screen.findByText(/Rencontrée/, { selector: '.toast *' }, slow)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Refuser' }).checked).toBe(true)
    screen.getByRole('combobox', { name: 'Motif du refus' })
  }, 60_000)

  test('says who moved it meanwhile, and writes nothing over it', async () => {
    const { user } = await renderApp()
    const { id, version } = await corinne('contacting')
    window.location.hash = `/referrals/${id}`
    await user.click(await screen.findByRole('radio', { name: 'Refuser' }, slow))
    await choose(user, screen.getByRole('combobox', { name: 'Motif du refus' }), 'Plus de place')
    const save = screen.getByRole('button', { name: 'Enregistrer' })
    const theirs = ask('referrals.move', { id, version, to: 'met', on: today })
    fireEvent.click(save) // before the news of the other move came
    await theirs
    await screen.findByText(/^Solène Kerbrat l’a fait passer à « Rencontrée »/, {}, slow)
    expect((await ask('referrals.get', { id })).state).toBe('met')
  }, 60_000)

  test('asks field by field about what someone else changed meanwhile', async () => {
    const { user } = await renderApp()
    const { id, version } = await corinne()
    window.location.hash = `/referrals/${id}`
    await user.click(await screen.findByRole('button', { name: 'Modifier' }, slow))
    const drawer = screen.getByRole('complementary', { name: 'Modifier l’orientation de Corinne Vasselin' })
    await ask('referrals.update', { id, version, fields: { project: 'Gîte rural' } })
    const project = within(drawer).getByRole('textbox', { name: /^En une phrase/ })
    await user.clear(project)
    await fillIn(user, project, 'Table d’hôtes')
    await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
    const dialog = await screen.findByRole('dialog', { name: 'Quelqu’un a modifié cette fiche entre-temps' }, slow)
    await user.click(within(dialog).getByRole('radio', { name: /Table d’hôtes/ }))
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer ces choix' }))
    await waitFor(async () => expect((await ask('referrals.get', { id })).project).toBe('Table d’hôtes'), slow)
  }, 60_000)

  test('goes to the trash with its consequence said, and comes back', async () => {
    const { user } = await renderApp()
    const { id } = await corinne()
    window.location.hash = `/referrals/${id}`
    await user.click(await screen.findByRole('button', { name: 'Plus d’actions' }, slow))
    await user.click(await screen.findByText('Mettre à la corbeille'))
    const dialog = await screen.findByRole('dialog', { name: /^Mettre l’orientation/ })
    await user.click(within(dialog).getByRole('button', { name: 'Mettre à la corbeille' }))
    await waitFor(async () => expect(await everyReferral()).toEqual([]), slow)
    window.location.hash = `/referrals/${id}`
    await user.click(await screen.findByRole('button', { name: 'Rétablir' }, slow))
    await waitFor(async () => expect(await everyReferral()).toHaveLength(1), slow)
  }, 60_000)
})

describe('the board', () => {
  test('moves a card by keyboard, says so, and takes it back from the message', async () => {
    const { user } = await renderApp()
    const { id } = await corinne('contacting')
    window.location.hash = '/referrals'
    const column = await screen.findByRole('region', { name: 'À joindre' }, slow)
    const card = await within(column).findByRole('button', { name: /^VASSELIN Corinne/ }, slow)
    card.focus()
    await user.keyboard('{Control>}{ArrowRight}{/Control}')
    await screen.findByText('VASSELIN Corinne : Rencontrée', {}, slow)
    await waitFor(async () => expect((await ask('referrals.get', { id })).state).toBe('met'), slow)
    await within(screen.getByRole('region', { name: 'Rencontrées' })).findByRole('button', { name: /^VASSELIN/ }, slow)
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect((await ask('referrals.get', { id })).state).toBe('contacting'), slow)
  }, 60_000)

  test('is whole again when one asks for it from the side bar, the referral beside it put away', async () => {
    const { user } = await renderApp()
    await corinne()
    window.location.hash = '/referrals'
    await user.click(await screen.findByRole('button', { name: /^VASSELIN Corinne/ }, slow))
    await screen.findByRole('complementary', { name: 'Orientation de Corinne Vasselin' }, slow)
    await user.click(screen.getByRole('link', { name: /^Orientations/ }))
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull(), slow)
    await user.click(screen.getByRole('button', { name: /^VASSELIN Corinne/ }))
    await screen.findByRole('complementary', { name: 'Orientation de Corinne Vasselin' }, slow)
  }, 60_000)

  test('finds a landlord’s cards by its name', async () => {
    const { user } = await renderApp()
    await corinne()
    window.location.hash = '/referrals'
    const column = await screen.findByRole('region', { name: 'Reçues' }, slow)
    await within(column).findByRole('button', { name: /^VASSELIN/ }, slow)
    await user.type(screen.getByPlaceholderText('Nom, bailleur, résidence'), 'ponant')
    await waitFor(() => expect(within(column).queryByRole('button', { name: /^VASSELIN/ })).toBeNull(), slow)
    await user.clear(screen.getByPlaceholderText('Nom, bailleur, résidence'))
    await user.type(screen.getByPlaceholderText('Nom, bailleur, résidence'), 'estuaire')
    await within(screen.getByRole('region', { name: 'Reçues' })).findByRole('button', { name: /^VASSELIN/ }, slow)
  }, 60_000)
})

describe('in a landlord’s space', () => {
  test('a draft waits for the agreement, then is sent; nothing the association decides is offered', async () => {
    const { user } = await renderApp({ space: 'landlord', at: '/referrals/new' })
    await fillIn(user, await screen.findByLabelText('Nom', {}, slow), 'Vasselin')
    await user.click(screen.getByRole('button', { name: 'Garder en brouillon' }))
    await screen.findByRole('heading', { name: 'VASSELIN' }, slow)
    const [draft] = await everyReferral()
    expect(draft).toMatchObject({ state: 'draft', agreement: null, officerName: 'Solène Kerbrat' })
    expect(screen.queryByRole('radio', { name: 'Accepter' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Envoyer' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await screen.findByText('L’accord de la personne est nécessaire.', {}, slow)
    expect((await everyReferral())[0]?.state).toBe('draft')

    await user.click(screen.getByRole('button', { name: 'Noter l’accord' }))
    await giveAgreement(user)
    await user.click(screen.getByRole('button', { name: 'Noter l’accord' }))
    await screen.findByText(/^Accord du/, {}, slow)
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(async () => expect((await everyReferral())[0]?.state).toBe('sent'), slow)
  }, 60_000)

  test.each([
    ['2026-11', 'Note', /^Ni santé.*L’accord de la personne ne parle pas de note.*reste ici\.$/],
    ['2026-11-26', 'Note pour l’association', /^Ni santé.*voyagera avec l’orientation\.$/],
  ])(
    'a note under the wording %s is told to stay or to travel, as the person read',
    async (wordingVersion, label, caption) => {
      const { user } = await renderApp({ space: 'landlord' })
      const agreement = anAgreement({ wordingVersion })
      const { id } = await ask('referrals.create', aReferral({ send: true, agreement }))
      window.location.hash = `/referrals/${id}`
      await user.click(await screen.findByRole('button', { name: 'Modifier' }, slow))
      const drawer = await screen.findByRole('complementary', { name: /^Modifier l’orientation/ }, slow)
      expect(within(drawer).getByLabelText(new RegExp(`^${label}( facultatif)?`)).tagName).toBe('TEXTAREA')
      within(drawer).getByText(caption)
    },
    60_000,
  )
})
