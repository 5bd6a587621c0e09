import { expect, test } from 'vitest'
import { askedOften } from '../../src/data/asked-often.ts'
import type { ReadDb } from '../../src/data/context.ts'
import { aPerson } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

interface Asked extends Readonly<Record<string, string | number>> {
  readonly city: string
  readonly most: number
}

test('a question that is written once is asked with the values of each time, on any base', async () => {
  let written = 0
  const namesIn = askedOften((db: ReadDb, { city, most }: Asked) => {
    written += 1
    return db.selectFrom('people').select('lastName').where('city', '=', city).orderBy('sortKey').limit(most)
  })
  const one = await openTestApi()
  const other = await openTestApi()
  for (const lastName of ['Benali', 'Carvalhal', 'Diop'])
    await one.api.people.create(aPerson({ lastName, city: 'Rezé' }))
  await one.api.people.create(aPerson({ lastName: 'Ezan', city: 'Nantes' }))
  await other.api.people.create(aPerson({ lastName: 'Fofana', city: 'Rezé' }))
  const names = async (space: typeof one, city: string, most: number) =>
    (await namesIn(space.database.read().db, { city, most })).map(({ lastName }) => lastName)
  expect(await names(one, 'Rezé', 2)).toEqual(['Benali', 'Carvalhal'])
  expect(await names(one, 'Nantes', 10)).toEqual(['Ezan'])
  expect(await names(one, 'Rezé', 10)).toEqual(['Benali', 'Carvalhal', 'Diop'])
  expect(await names(other, 'Rezé', 10)).toEqual(['Fofana'])
  expect(written).toBe(1)
})
