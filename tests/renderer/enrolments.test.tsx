import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { CohortPeople } from '../../src/renderer/app/CohortPeople'
import { AddSelected } from '../../src/renderer/features/enrolments/AddSelected'
import { PersonEnrolments } from '../../src/renderer/features/enrolments/PersonEnrolments'
import { aPerson } from '../support/factories'
import { renderCohort } from '../support/render-cohort'

const slow = { timeout: 15_000 }
const on = '2026-01-05'

async function applied(cohortId: string, lastNames: readonly string[]): Promise<string[]> {
  const people = []
  for (const lastName of lastNames)
    people.push({ personId: (await ask('people.create', aPerson({ firstName: 'Inès', lastName }))).id })
  return (await ask('enrolments.create', { cohortId, people, on })).ids
}

test('a card moves by keyboard where the rules let it, and asks for reasons before a refusal', async () => {
  let ids: string[] = []
  const { user } = await renderCohort(
    (cohortId) => <CohortPeople cohortId={cohortId} />,
    async (cohortId) => void (ids = await applied(cohortId, ['Vasselin'])),
  )
  const [id = ''] = ids
  const card = await screen.findByRole('button', { name: /^VASSELIN Inès/ }, slow)
  card.focus()
  await user.keyboard('{Control>}{ArrowRight}{/Control}')
  await waitFor(async () => expect((await ask('enrolments.get', { id })).stage).toBe('shortlisted'), slow)

  await user.click(await screen.findByRole('button', { name: /^VASSELIN Inès/ }, slow))
  const drawer = await screen.findByRole('complementary', { name: 'Candidature d’Inès Vasselin' }, slow)
  await user.click(within(drawer).getByRole('button', { name: 'Ne pas retenir' }))
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  within(drawer).getByText('Choisissez au moins un motif.')
  expect((await ask('enrolments.get', { id })).stage).toBe('shortlisted')
  await user.click(within(drawer).getByRole('combobox', { name: 'Motifs' }))
  await user.click(await screen.findByRole('option', { name: 'Projet à mûrir', hidden: true }, slow))
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await waitFor(
    async () =>
      expect(await ask('enrolments.get', { id })).toMatchObject({ stage: 'refused', reasons: ['projectNotReady'] }),
    slow,
  )
  const message = await within(drawer).findByRole('textbox', { name: 'Message à la personne' }, slow)
  expect(message).toHaveProperty('value', expect.stringContaining('Votre projet gagnerait à mûrir'))
}, 60_000)

test('the waiting list is put in order by keyboard, and a place that is free goes to its first', async () => {
  let ids: string[] = []
  const { user, cohortId } = await renderCohort(
    (cohort) => <CohortPeople cohortId={cohort} />,
    async (cohort) => {
      ids = await applied(cohort, ['Aubrée', 'Belharbi'])
      await ask('enrolments.bulkMove', { cohortId: cohort, ids, expected: 2, to: 'waitlisted', on })
    },
  )
  const [first = '', second = ''] = ids
  await user.click(await screen.findByRole('radio', { name: /^Liste d’attente/ }, slow))
  const line = await screen.findByRole('button', { name: /^BELHARBI Inès/ }, slow)
  line.focus()
  fireEvent.keyDown(line, { key: 'ArrowUp', altKey: true })
  await waitFor(async () => expect((await ask('enrolments.get', { id: second })).rank).toBe(1), slow)
  expect((await ask('enrolments.get', { id: first })).rank).toBe(2)
  await screen.findByText(/2 places sont libres. Inès Belharbi est en tête/, undefined, slow)
  await user.click(screen.getAllByRole('button', { name: 'Proposer la place' })[0] as HTMLElement)
  await waitFor(
    async () => expect((await ask('enrolments.ofCohort', { cohortId })).places).toMatchObject({ taken: 1, waiting: 1 }),
    slow,
  )
}, 60_000)

test('an empty cohort says what to do; who is there already is refused by name', async () => {
  const { user, cohortId } = await renderCohort(
    (cohort) => <CohortPeople cohortId={cohort} />,
    () => Promise.resolve(),
  )
  await screen.findByText('Personne dans cette cohorte encore', undefined, slow)
  await user.click(screen.getByRole('button', { name: 'Ajouter des personnes' }))
  const person = await ask('people.create', aPerson({ firstName: 'Lila', lastName: 'Ouadji' }))
  const drawer = screen.getByRole('complementary', { name: 'Ajouter des personnes' })
  await user.type(within(drawer).getByRole('combobox', { name: 'Quelqu’un de la liste des personnes' }), 'Ouadji')
  await user.click(await screen.findByRole('option', { name: /OUADJI Lila/, hidden: true }, slow))
  await ask('enrolments.create', { cohortId, people: [{ personId: person.id }], on })
  await user.click(within(drawer).getByRole('button', { name: 'Ajouter 1 personne' }))
  await within(drawer).findByText(/Déjà dans cette cohorte : OUADJI Lila/, undefined, slow)
  expect((await ask('enrolments.ofCohort', { cohortId })).rows).toHaveLength(1)
}, 60_000)

test('the person’s page lists their programmes, with where each stands', async () => {
  let personId = ''
  await renderCohort(
    () => <PersonEnrolments personId={personId} />,
    async (cohortId) => {
      const [id = ''] = await applied(cohortId, ['Guévenoux'])
      personId = (await ask('enrolments.get', { id })).personId
    },
  )
  const programme = await screen.findByRole('link', { name: 'Lance ta boîte' }, slow)
  expect(programme.getAttribute('href')).toMatch(/^#\/cohorts\//)
  screen.getByText('Candidature')
}, 60_000)

test('those selected in the list of people are added to a cohort, which is found by its name', async () => {
  let ids: string[] = []
  let closed = false
  const { user, cohortId } = await renderCohort(
    () => <AddSelected selection={{ mode: 'these', ids }} count={2} onClose={() => (closed = true)} />,
    async (cohort) => {
      for (const lastName of ['Benali', 'Carvalhal']) {
        const { id } = await ask('people.create', { firstName: 'Inès', lastName })
        ids = [...ids, id]
      }
      await ask('enrolments.create', { cohortId: cohort, people: [{ personId: ids[0] ?? '' }], on })
    },
  )
  const dialog = await screen.findByRole('dialog', { name: 'Ajouter 2 personnes à une cohorte' })
  await user.click(within(dialog).getByRole('button', { name: 'Ajouter 2 personnes' }))
  within(dialog).getByText('Choisissez une cohorte.')
  await user.type(within(dialog).getByLabelText('Cohorte'), 'automne')
  await user.click(await screen.findByRole('option', { name: /Automne/, hidden: true }, slow))
  await user.click(within(dialog).getByRole('button', { name: 'Ajouter 2 personnes' }))
  await waitFor(() => expect(closed).toBe(true))
  await screen.findByText(/^1 personne ajoutée.* 1 y était déjà$/)
  const { rows } = await ask('enrolments.ofCohort', { cohortId })
  expect(rows.map(({ lastName }) => lastName).toSorted()).toEqual(['Benali', 'Carvalhal'])
})
