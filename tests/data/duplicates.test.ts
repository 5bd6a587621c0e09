import { describe, expect, test } from 'vitest'
import { aPerson } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

const phone = (value: string) => ({ kind: 'phone' as const, value })
const email = (value: string) => ({ kind: 'email' as const, value })

describe('duplicates of people', () => {
  test('the writing of a name does not hide someone', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create({
      firstName: 'Anne-Élise',
      lastName: 'N’Diaye',
      birthYear: 1990,
      city: 'Nantes',
      contactPoints: [phone('0639984107')],
    })
    await api.people.create(aPerson({ birthYear: 1990 }))
    const found = await api.people.duplicates({ firstName: 'anne elise', lastName: 'NDIAYE', birthYear: 1990 })
    expect(found).toEqual([
      {
        id,
        firstName: 'Anne-Élise',
        lastName: 'N’Diaye',
        birthYear: 1990,
        city: 'Nantes',
        phone: '+33639984107',
        level: 'likely',
        reasons: ['sameFullName', 'sameBirthYear'],
        lastReferralOn: null,
        lastReferralState: null,
      },
    ])
    expect(
      await api.people.duplicates({
        firstName: 'Ndiaye',
        lastName: 'Anne Elise',
        phones: ['06 39 98 41 07'],
        birthYear: 1990,
      }),
    ).toMatchObject([{ id, level: 'same' }])
  })

  test('a homonym is a hint while nothing else is known', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create({ firstName: 'Nadia', lastName: 'Benali' })
    expect(await api.people.duplicates({ firstName: 'Nadia', lastName: 'Benali', birthYear: 1988 })).toMatchObject([
      { id, level: 'hint' },
    ])
    expect(await api.people.duplicates({ firstName: 'Nadia', lastName: 'Benalla', birthYear: 1988 })).toEqual([])
  })

  test('a family shares its phone: a hint, not a match', async () => {
    const { api } = await openTestApi()
    const mother = await api.people.create({
      firstName: 'Hanane',
      lastName: 'El Mestouri',
      birthYear: 1975,
      contactPoints: [phone('0639980827')],
    })
    expect(
      await api.people.duplicates({
        firstName: 'Yanis',
        lastName: 'El Mestouri',
        birthYear: 2001,
        phones: ['06.39.98.08.27'],
      }),
    ).toMatchObject([{ id: mother.id, level: 'hint' }])
  })

  test('a slip in the name is caught by the phone or the e-mail, and the birth name counts', async () => {
    const { api } = await openTestApi()
    const one = await api.people.create({
      firstName: 'Chloé',
      lastName: 'Bouvier',
      birthName: 'Lambert',
      birthYear: 1992,
      contactPoints: [email('Chloe.B@exemple.fr')],
    })
    expect(
      await api.people.duplicates({ firstName: 'Chloé', lastName: 'Bouvié', emails: ['chloe.b@EXEMPLE.fr'] }),
    ).toMatchObject([{ id: one.id, level: 'likely' }])
    expect(await api.people.duplicates({ firstName: 'Chloé', lastName: 'Lambert', birthYear: 1992 })).toMatchObject([
      { id: one.id, level: 'likely' },
    ])
  })

  test('someone is no duplicate of themselves, nor of anyone in the trash', async () => {
    const { api } = await openTestApi()
    const person = { firstName: 'Linh', lastName: 'Nguyen-Rozet', birthDate: '1999-03-04' }
    const { id } = await api.people.create(person)
    expect(await api.people.duplicates({ ...person, excludeId: id })).toEqual([])
    expect(await api.people.duplicates(person)).toMatchObject([{ id, level: 'same' }])
    await api.people.update({ id, version: 1, fields: { lastName: 'Nguyen' } })
    expect(await api.people.duplicates(person)).toEqual([])
    await api.history.undoLast({})
    await api.people.trash({ selection: { mode: 'these', ids: [id] } })
    expect(await api.people.duplicates(person)).toEqual([])
  })

  test('the likeliest come first', async () => {
    const { api } = await openTestApi()
    const hint = await api.people.create({ firstName: 'Marie', lastName: 'Aubrée' })
    const likely = await api.people.create({ firstName: 'Marie', lastName: 'Aubrée', birthYear: 1980 })
    const same = await api.people.create({ firstName: 'Marie', lastName: 'Aubrée', birthDate: '1980-05-06' })
    const found = await api.people.duplicates({ firstName: 'Marie', lastName: 'Aubree', birthDate: '1980-05-06' })
    expect(found.map(({ id, level }) => [id, level])).toEqual([
      [same.id, 'same'],
      [likely.id, 'likely'],
      [hint.id, 'hint'],
    ])
  })
})
