import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { addDays, localDay } from '../../src/shared/rules/days'
import { aMove, aReferral, anAgreement, saved } from '../support/factories-referrals'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }
const today = localDay(new Date().toISOString())

/** The lines in order, as they read. */
function linesOf(): string[] {
  return within(screen.getByRole('region', { name: 'Ce qui attend' }))
    .getAllByRole('listitem')
    .map((line) => line.querySelector('[data-line]')?.textContent ?? '')
}
function chosen(): string {
  return document.querySelector('[data-line][aria-current]')?.textContent ?? ''
}

test('the day is gone through by keyboard: move, record a call, put off, tick, add, open', async () => {
  let referral = ''
  const { user } = await renderApp({
    at: '/day',
    given: async () => {
      const person = {
        firstName: 'Samira',
        lastName: 'Ouadji',
        contactPoints: [{ kind: 'phone' as const, value: '0639984107' }],
      }
      referral = (await ask('referrals.create', aReferral({ person, receivedOn: addDays(today, -12) }))).id
      await ask('tasks.create', { title: 'Relire le plan de financement', dueOn: today })
      await ask('tasks.create', { title: 'Ranger les dossiers' })
    },
  })
  await screen.findByText('Premier contact à prendre', {}, slow)
  expect(linesOf()).toEqual(['Premier contact à prendre', 'Relire le plan de financement'])
  const panel = screen.getByRole('complementary', { name: 'La ligne choisie' })
  await within(panel).findByText(/Le premier contact est attendu jusqu’au/, {}, slow)
  within(panel).getByRole('link', { name: '06 39 98 41 07' })

  await user.keyboard('a')
  await waitFor(() => expect(document.activeElement?.textContent).toBe('1Jointe'), slow)
  // 2: nobody answered; the line becomes the second attempt, and the answer is among what was tried
  await user.keyboard('2')
  await screen.findByText('Deuxième essai de contact', {}, slow)
  expect((await ask('referrals.get', { id: referral })).attempts).toMatchObject([
    { channel: 'phone', result: 'noAnswer' },
  ])
  await waitFor(() => within(panel).getByText('Pas de réponse', { selector: 'li *' }), slow)

  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(chosen()).toBe('Relire le plan de financement'), slow)
  await user.keyboard('f')
  await waitFor(() => expect(linesOf()).toEqual(['Deuxième essai de contact']), slow)
  await user.click(await screen.findByRole('button', { name: 'Annuler' }, slow))
  await waitFor(() => expect(linesOf()).toHaveLength(2), slow)

  await user.click(screen.getByRole('button', { name: 'Deuxième essai de contact' }))
  await user.keyboard('r')
  await user.click(await screen.findByText('Dans 3 jours', {}, slow))
  await waitFor(() => expect(linesOf()).toEqual(['Relire le plan de financement']), slow)
  await user.click(screen.getByRole('button', { name: /Reporté/, expanded: false }))
  await waitFor(() => expect(linesOf()).toContain('Deuxième essai de contact'), slow)
  await user.click(screen.getByRole('button', { name: /Remettre dans la journée/ }))
  await waitFor(() => expect(linesOf()[0]).toBe('Deuxième essai de contact'), slow)

  await user.click(screen.getByRole('button', { name: 'Deuxième essai de contact' }))
  await user.keyboard('n')
  // nothing has a place on this screen, so what floats is thought out of sight, where a hand cannot click
  const what = await screen.findByLabelText('Quoi faire', {}, slow)
  fireEvent.change(what, { target: { value: 'Rappeler la mairie' } })
  fireEvent.submit(what)
  await screen.findByRole('button', { name: 'Rappeler la mairie' }, slow)

  await user.click(screen.getByRole('button', { name: 'Deuxième essai de contact' }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(window.location.hash).toBe(`#/referrals/${referral}`), slow)
}, 60_000)

test('an empty day says so, and what comes next', async () => {
  const { user } = await renderApp({
    at: '/day',
    given: async () => void (await ask('tasks.create', { title: 'Préparer le bilan', dueOn: addDays(today, 40) })),
  })
  await screen.findByRole('heading', { name: 'Rien n’attend aujourd’hui' }, slow)
  screen.getByText(/La suite : Préparer le bilan/)
  const [later] = screen.getAllByRole('button', { name: /Plus tard/ })
  await user.click(later as HTMLElement)
  await waitFor(() => expect(linesOf()).toEqual(['Préparer le bilan']), slow)
}, 60_000)

test('a landlord waiting to be told is told from its line: the message is there at once', async () => {
  const { user } = await renderApp({
    at: '/day',
    given: async () => {
      const landlord = await ask('organisations.create', { kind: 'landlord', name: 'Estuaire Logement' })
      await ask('referrals.create', aReferral({ landlordId: landlord.id, receivedOn: addDays(today, -9) }))
    },
  })
  await user.click(await screen.findByRole('button', { name: /^Envoyer.: Retour au bailleur/ }, slow))
  await waitFor(() => expect(window.location.hash).toContain('telling=true'), slow)
  await screen.findByText(/Orientation de Corinne Vasselin/, {}, slow)
}, 60_000)

test('an agreement of two years ago is asked for again, from the line to the form', async () => {
  const givenOn = addDays(today, -740)
  let personId = ''
  const { user } = await renderApp({
    at: '/day',
    given: async () => {
      const agreement = anAgreement({ givenOn })
      const { id, version, ...kept } = await ask('referrals.create', aReferral({ receivedOn: givenOn, agreement }))
      personId = kept.personId
      const met = saved(await ask('referrals.move', aMove({ id, version }, 'met', { on: givenOn })))
      await ask('referrals.move', aMove(met, 'accepted', { on: addDays(givenOn, 3) }))
    },
  })
  await user.click(await screen.findByRole('button', { name: /^Renouveler.*Accord à confirmer de nouveau/ }, slow))
  const form = await screen.findByRole('region', { name: 'Renouveler l’accord' }, slow)
  screen.getByText(/^À confirmer depuis le/)
  const tick = within(form).getByRole('checkbox', { name: /^La personne accepte/ })
  expect(tick).toHaveProperty('checked', false)
  await user.click(tick)
  await user.click(within(form).getByRole('combobox', { name: 'Recueilli' }))
  await user.click(await screen.findByRole('option', { name: 'De vive voix', hidden: true }, slow))
  await user.click(within(form).getByRole('button', { name: 'Renouveler l’accord' }))
  await screen.findByText('Accord renouvelé', {}, slow)
  const { consents } = await ask('people.get', { id: personId })
  expect(consents.map((consent) => [consent.givenOn, consent.scope])).toEqual([
    [today, ['contact']],
    [givenOn, ['contact', 'statusBack']],
  ])
  window.location.hash = `#/people/${personId}`
  const next = await screen.findByRole('complementary', { name: 'À faire maintenant' }, slow)
  await waitFor(() => expect(document.querySelector('.person-path')).not.toBeNull(), slow)
  screen.getByText(/^À confirmer avant le/)
  // decided and nothing due: it is on their path, and no thing to do
  expect(within(next).queryByText(/Acceptée/)).toBeNull()
})
