import { describe, expect, test } from 'vitest'
import { aLandlord, aPerson, aResidence } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

describe('a residence', () => {
  test('keeps its landlord’s code as text, unique there', async () => {
    const { api } = await openTestApi()
    const one = await api.organisations.create(aLandlord())
    const other = await api.organisations.create(aLandlord())
    const made = await api.residences.create({
      landlordId: one.id,
      name: 'Les Aubiers',
      code: '0042',
      postcode: '44600',
      city: 'Saint-Nazaire',
      qpvState: 'in',
      qpvCode: 'QN04409M',
    })
    expect(made).toMatchObject({
      code: '0042',
      communeCode: '44184',
      landlordName: one.name,
      qpvState: 'in',
      qpvCode: 'QN04409M',
      people: 0,
    })
    const again = api.residences.create(aResidence(one.id, { code: '0042' }))
    await expect(again).rejects.toMatchObject({ code: 'alreadyExists', data: { field: 'code', label: 'Les Aubiers' } })
    expect(await api.residences.create(aResidence(other.id, { code: '0042' }))).toMatchObject({ code: '0042' })
  })

  test.each([
    [{ qpvState: 'in' as const }, 'qpvCode'],
    [{ qpvState: 'in' as const, qpvCode: 'QN1' }, 'qpvCode'],
    [{ code: '6.04876E+13' }, 'code'],
    [{ postcode: 'abc' }, 'postcode'],
    [{ landlordId: 'nobody' }, 'landlordId'],
  ])('%j is refused by its field', async (said, field) => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord())
    await expect(api.residences.create(aResidence(landlord.id, said))).rejects.toMatchObject({
      code: 'invalid',
      data: { field },
    })
  })

  test('its people follow it to another landlord', async () => {
    const { api } = await openTestApi()
    const one = await api.organisations.create(aLandlord())
    const other = await api.organisations.create(aLandlord())
    const residence = await api.residences.create(aResidence(one.id))
    const person = await api.people.create(aPerson({ residenceId: residence.id }))
    await api.residences.update({ id: residence.id, version: 1, fields: { landlordId: other.id } })
    expect(await api.people.get({ id: person.id })).toMatchObject({ landlordId: other.id, residenceId: residence.id })
    await api.history.undoLast({})
    expect(await api.people.get({ id: person.id })).toMatchObject({ landlordId: one.id })
  })

  test('is found by name or code, and listed with its landlord', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord({ name: 'Toits de l’Ouest' }))
    const other = await api.organisations.create(aLandlord({ name: 'Estuaire Logement' }))
    const one = await api.residences.create(aResidence(landlord.id, { name: 'Résidence Bel-Orme', code: 'A-07' }))
    const two = await api.residences.create(aResidence(other.id, { name: 'Bel-Orme', code: '0700' }))
    const ids = async (text: string, landlordId: string | null = null) =>
      (await api.residences.find({ text, landlordId })).map(({ id }) => id)
    expect(await ids('bel orme')).toEqual([two.id, one.id])
    expect(await ids('bel orme', landlord.id)).toEqual([one.id])
    expect(await ids('a-07')).toEqual([one.id])
    expect(await ids('')).toEqual([two.id, one.id])
    const sorted = await api.residences.list({
      sort: [{ field: 'landlordName', direction: 'desc' }],
      offset: 0,
      limit: 5,
    })
    expect(sorted.rows.map(({ landlordName }) => landlordName)).toEqual(['Toits de l’Ouest', 'Estuaire Logement'])
    const filter = { conditions: [{ field: 'landlordName', operator: 'contains' as const, value: 'estuaire' }] }
    expect((await api.residences.list({ filter, offset: 0, limit: 5 })).rows.map(({ id }) => id)).toEqual([two.id])
    await api.people.create(aPerson({ residenceId: one.id }))
    const where = async (field: string, operator: 'is' | 'atLeast', value: string | number) =>
      (
        await api.residences.list({ filter: { conditions: [{ field, operator, value }] }, offset: 0, limit: 5 })
      ).rows.map(({ id }) => id)
    expect(await where('landlordId', 'is', other.id)).toEqual([two.id])
    expect(await where('people', 'atLeast', 1)).toEqual([one.id])
    expect(await where('people', 'is', 0)).toEqual([two.id])
  })
})
