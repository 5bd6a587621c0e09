import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { CohortReading } from '../../src/renderer/app/CohortPeople'
import { aPerson } from '../support/factories'
import { renderCohort } from '../support/render-cohort'

const slow = { timeout: 15_000 }
const on = '2026-01-05'

async function anApplication(cohortId: string, lastName: string): Promise<string> {
  const { id: personId } = await ask('people.create', aPerson({ firstName: 'Inès', lastName }))
  const { ids } = await ask('enrolments.create', { cohortId, people: [{ personId }], on })
  return ids[0] ?? ''
}

test('a reading is made by keyboard alone, and the first of the ranking are kept after a preview', async () => {
  let enrolmentId = ''
  const { user } = await renderCohort(
    (cohortId) => <CohortReading cohortId={cohortId} />,
    async (cohortId) => {
      for (const label of ['Motivation', 'Projet'])
        await ask('selection.addCriterion', { cohortId, label, guidance: null, weight: 1 })
      enrolmentId = await anApplication(cohortId, 'Vasselin')
      await anApplication(cohortId, 'Zerroukal')
    },
  )
  await user.click(await screen.findByRole('button', { name: 'VASSELIN Inès' }, slow))
  const drawer = await screen.findByRole('complementary', { name: 'Lecture de la candidature d’Inès Vasselin' }, slow)
  within(within(drawer).getByRole('group', { name: /^Motivation/ }))
    .getAllByRole('radio')[0]
    ?.focus()
  await user.keyboard('45')
  await user.click(within(drawer).getByRole('button', { name: /Enregistrer/ }))
  within(drawer).getByText('Donnez un avis.')
  await user.click(within(drawer).getByRole('button', { name: 'Favorable' }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(
    async () =>
      expect((await ask('selection.reviews', { enrolmentId })).mine).toMatchObject({
        mean: 4.5,
        recommendation: 'favourable',
      }),
    slow,
  )
  // on to the next one, which nobody read
  await screen.findByRole('complementary', { name: 'Lecture de la candidature d’Inès Zerroukal' }, slow)
  await user.click(screen.getByRole('button', { name: 'Retenir la première' }))
  const dialog = await screen.findByRole('dialog', { name: 'Décider pour 1 personne' }, slow)
  within(dialog).getByText('1 place prise sur 2')
  within(within(dialog).getByRole('region', { name: 'Ce qui va changer' })).getByText(/VASSELIN/)
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer pour 1 personne' }))
  await waitFor(async () => expect((await ask('enrolments.get', { id: enrolmentId })).stage).toBe('selected'), slow)
}, 60_000)
