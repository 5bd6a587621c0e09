import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { organisationList } from '../../src/data/features/organisations-list.ts'
import { peopleList } from '../../src/data/features/people-list.ts'
import { residenceList } from '../../src/data/features/residences.ts'
import { emptyFilter } from '../../src/shared/rules/lists.ts'
import { type ListDefinition, type ListTable, sortsOf } from '../../src/data/list-definition.ts'
import { idsQuery } from '../../src/data/list-query.ts'
import type { Inputs } from '../../src/shared/contract.ts'
import { aLandlord, aPerson, aResidence } from '../support/factories.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'
import { plansOf } from '../support/query-plans.ts'

type Condition = NonNullable<NonNullable<Inputs['people']['list']['filter']>['conditions']>[number]

describe('the list of people', () => {
  test('is filtered by every field, as people write it', async () => {
    const { api, someone, someoneElse, nobody } = await threePeople()
    const found = async (...conditions: Condition[]) => {
      const { rows, total, unfiltered } = await api.people.list({ filter: { conditions }, offset: 0, limit: 10 })
      expect([rows.length, unfiltered]).toEqual([total, 3])
      return rows.map(({ id }) => id).sort()
    }
    const all = [someone, someoneElse, nobody].sort()
    const others = [someoneElse, nobody].sort()
    const onlyHer: readonly Condition[] = [
      { field: 'name', operator: 'contains', value: 'béhar' },
      { field: 'name', operator: 'startsWith', value: 'EL-BEHAR' },
      { field: 'birthYear', operator: 'is', value: 1990 },
      { field: 'birthYear', operator: 'between', value: [1989, 1991] },
      { field: 'birthYear', operator: 'atMost', value: 1990 },
      { field: 'gender', operator: 'isAnyOf', value: ['female', 'other'] },
      { field: 'phone', operator: 'contains', value: '06.39.98.12' },
      { field: 'phone', operator: 'startsWith', value: '+33 6 39 98 12' },
      { field: 'phone', operator: 'is', value: '0639981240' },
      { field: 'phone', operator: 'contains', value: '40123456' },
      { field: 'email', operator: 'contains', value: 'SOUAD@' },
      { field: 'postcode', operator: 'startsWith', value: '44' },
      { field: 'city', operator: 'is', value: 'saint nazaire' },
      { field: 'qpvState', operator: 'is', value: 'in' },
      { field: 'qpvCode', operator: 'is', value: 'qn04409m' },
      { field: 'landlordName', operator: 'contains', value: 'estuaire' },
      { field: 'residenceName', operator: 'contains', value: 'aubiers' },
      { field: 'status', operator: 'is', value: 'jobseeker' },
      { field: 'education', operator: 'isNotEmpty', value: null },
      { field: 'project', operator: 'contains', value: 'couture' },
      { field: 'projectStage', operator: 'isAnyOf', value: ['idea'] },
      { field: 'tags', operator: 'is', value: 'numérique' },
      { field: 'tags', operator: 'contains', value: 'lance ta' },
    ]
    for (const condition of onlyHer) expect([condition, await found(condition)]).toEqual([condition, [someone]])
    const notHer: readonly Condition[] = [
      { field: 'city', operator: 'isNot', value: 'Saint-Nazaire' },
      { field: 'landlordName', operator: 'isNot', value: 'Estuaire Logement' },
      { field: 'landlordName', operator: 'isEmpty', value: null },
      { field: 'tags', operator: 'isNoneOf', value: ['Numérique', 'Autre'] },
      { field: 'tags', operator: 'isEmpty', value: null },
      { field: 'phone', operator: 'isEmpty', value: null },
      { field: 'status', operator: 'isNot', value: 'jobseeker' },
      { field: 'gender', operator: 'isNoneOf', value: ['female'] },
    ]
    for (const condition of notHer) expect([condition, await found(condition)]).toEqual([condition, others])
    expect(await found({ field: 'createdAt', operator: 'is', value: '2026-11-23' })).toEqual(all)
    expect(await found({ field: 'createdAt', operator: 'after', value: '2026-11-23' })).toEqual([])
    expect(await found({ field: 'createdAt', operator: 'atMost', value: '2026-11-23' })).toEqual(all)
    expect(await found({ field: 'city', operator: 'contains', value: null })).toEqual(all)
    expect(
      await found(
        { field: 'status', operator: 'isEmpty', value: null },
        { field: 'city', operator: 'is', value: 'Rezé' },
      ),
    ).toEqual([someoneElse])
    await expect(
      api.people.list({
        filter: { conditions: [{ field: 'sortKey; drop table people', operator: 'is', value: 'x' }] },
        offset: 0,
        limit: 1,
      }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  test('shows of each what the grid needs', async () => {
    const { api, someone } = await threePeople()
    const { rows } = await api.people.list({ filter: { search: 'souad bénévole' }, offset: 0, limit: 5 })
    expect(rows).toMatchObject([
      {
        id: someone,
        phone: '+33240123456',
        email: 'souad@exemple.fr',
        landlordName: 'Estuaire Logement',
        residenceName: 'Les Aubiers',
        tags: ['Lance ta boîte', 'Numérique'],
        lastReferralState: null,
        status: 'jobseeker',
      },
    ])
  })

  test('is sorted the French way, whatever the capitals and accents', async () => {
    const { api } = await openTestApi()
    const names = ['Évrard', 'eude', 'Le Goff', 'Legall', 'LE', 'Zahri', 'd’Hauteroche', 'Œuvrard', 'Ogier']
    for (const lastName of names) await api.people.create({ lastName, city: lastName })
    const sorted = ['d’Hauteroche', 'eude', 'Évrard', 'LE', 'Le Goff', 'Legall', 'Œuvrard', 'Ogier', 'Zahri']
    const byName = await api.people.list({ offset: 0, limit: 20 })
    expect(byName.rows.map(({ lastName }) => lastName)).toEqual(sorted)
    const byCity = await api.people.list({ sort: [{ field: 'city', direction: 'desc' }], offset: 0, limit: 20 })
    expect(byCity.rows.map(({ city }) => city)).toEqual([...sorted].reverse())
  })

  test('any page, from either end, is that part of the whole', async () => {
    const { api } = await openTestApi()
    for (let index = 0; index < 60; index += 1) {
      const birthYear = index % 5 === 0 ? null : 1970 + (index % 7)
      await api.people.create(aPerson({ birthYear, city: ['Nantes', 'Rezé', 'Évry'][index % 3] ?? null }))
    }
    const sorts = ['name', 'birthYear', 'city', 'landlordName', 'createdAt'] as const
    const oneSort = fc.record({
      field: fc.constantFrom(...sorts),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(oneSort, { maxLength: 2 }),
        fc.array(fc.nat(64), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 20 }),
        async (sort, offsets, limit) => {
          const whole = (await api.people.list({ sort, offset: 0, limit: 100 })).rows.map(({ id }) => id)
          expect(new Set(whole).size).toBe(60)
          for (const offset of offsets) {
            const page = await api.people.list({ sort, offset, limit })
            expect(page.rows.map(({ id }) => id)).toEqual(whole.slice(offset, offset + limit))
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('the plan of a page', () => {
  test.each(['name', 'birthYear', 'postcode', 'city', 'qpvState', 'qpvCode', 'createdAt', 'updatedAt'])(
    'people by %s walk an index',
    async (field) => {
      const { database } = await openTestApi()
      for (const direction of ['asc', 'desc'] as const) {
        const plan = await planOfPage(database, peopleList, field, direction)
        expect(plan).toMatch(/^SCAN people USING COVERING INDEX people/)
        expect(plan).not.toContain('TEMP B-TREE')
      }
    },
  )

  test('organisations by name walk an index', async () => {
    const { database } = await openTestApi()
    expect(await planOfPage(database, organisationList, 'name', 'asc')).toMatch(
      /^SCAN organisations USING COVERING INDEX organisationsSort$/,
    )
  })

  test('residences by name walk an index', async () => {
    const { database } = await openTestApi()
    expect(await planOfPage(database, residenceList, 'name', 'asc')).toMatch(
      /^SCAN residences USING COVERING INDEX residencesSort$/,
    )
  })
})

async function planOfPage<T extends ListTable>(
  database: TestApi['database'],
  definition: ListDefinition<T>,
  field: string,
  direction: 'asc' | 'desc',
): Promise<string> {
  const page = { offset: 0, limit: 100, reversed: false }
  const plans = await plansOf(database, (context) =>
    idsQuery(context, definition, emptyFilter, sortsOf(definition, [{ field, direction }]), page).execute(),
  )
  return plans.join('\n')
}

async function threePeople() {
  const { api } = await openTestApi()
  const landlord = await api.organisations.create(aLandlord({ name: 'Estuaire Logement' }))
  const residence = await api.residences.create(aResidence(landlord.id, { name: 'Les Aubiers' }))
  const { id: someone } = await api.people.create({
    firstName: 'Souad',
    lastName: 'El Behar',
    birthYear: 1990,
    gender: 'female',
    postcode: '44600',
    city: 'SAINT-NAZAIRE',
    residenceId: residence.id,
    qpvState: 'in',
    qpvCode: 'QN04409M',
    qpvHow: 'residence',
    status: 'jobseeker',
    education: 'level4',
    project: 'Atelier de couture',
    projectStage: 'idea',
    note: 'Bénévole le mardi',
    contactPoints: [
      { kind: 'phone', value: '0639981240' },
      { kind: 'phone', value: '0240123456', preferred: true },
      { kind: 'email', value: 'souad@exemple.fr' },
    ],
    tags: ['Numérique', 'Lance ta boîte'],
  })
  const { id: someoneElse } = await api.people.create({
    firstName: 'Yann',
    lastName: 'Tanguy',
    birthYear: 2001,
    city: 'Rezé',
  })
  const { id: nobody } = await api.people.create({ lastName: 'Zita', birthYear: 1995 })
  return { api, someone, someoneElse, nobody }
}
