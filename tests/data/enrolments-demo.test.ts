import { expect, test } from 'vitest'
import { fillEnrolments } from '../../src/data/demo/fill-enrolments.ts'
import { putCohort } from '../support/rows.ts'
import { aPerson } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

test('the demo fills an accelerator of forty after its selection, a selection under way, and 150 with a waiting list', async () => {
  const test = await openTestApi()
  const { api, database } = test
  const accelerator = await putCohort(test, { name: 'Promotion de l’Estuaire', startsOn: '2026-06-08', capacity: 40 })
  const next = await putCohort(test, { name: 'Promotion des Salines', startsOn: '2027-01-18', capacity: 40 })
  const collective = await putCohort(test, {
    programmeKind: 'collectiveOperation',
    startsOn: '2026-07-27',
    capacity: 150,
  })
  const { id: coach } = await api.members.create({ name: 'Camille Rouvière', role: 'Coach', email: null })
  for (let index = 0; index < 130; index += 1)
    await api.people.create(aPerson({ gender: index % 2 ? 'female' : 'male' }))
  await database.command('space.demo', (tx) => fillEnrolments(tx, [coach], []))

  const cohort = await api.enrolments.ofCohort({ cohortId: accelerator })
  expect(cohort.places).toMatchObject({ taken: 40, waiting: 10 })
  expect(cohort.rows).toHaveLength(92)
  const women = await api.enrolments.ofCohort({ cohortId: collective })
  expect(women.places).toMatchObject({ taken: 150, waiting: 12 })
  expect(new Set(women.rows.map(({ gender }) => gender))).toEqual(new Set(['female']))
  const reading = await api.selection.candidates({ cohortId: next })
  expect(reading.some(({ summary }) => (summary?.lacking ?? 0) > 0)).toBe(true)
  const chosen = await api.selection.candidates({ cohortId: accelerator })
  expect(chosen.some(({ summary }) => (summary?.disagreements.length ?? 0) > 0)).toBe(true)
})
