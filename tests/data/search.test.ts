import { describe, expect, test } from 'vitest'
import { aLandlord, aPerson, aResidence } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

const phone = (value: string) => ({ kind: 'phone' as const, value })

describe('search', () => {
  test.each(['benoit d arc', 'Benoît D’Arc', 'darc benoit', "d'arc", 'BENOIT-D', 'ben', 'benoît'])(
    '%s finds Benoît D’Arc',
    async (text) => {
      const { api } = await openTestApi()
      const landlord = await api.organisations.create(aLandlord({ name: 'Estuaire Logement' }))
      const { id } = await api.people.create({
        firstName: 'Benoît',
        lastName: 'D’Arc',
        city: 'Saint-Nazaire',
        landlordId: landlord.id,
      })
      await api.people.create(aPerson({ firstName: 'Souad', lastName: 'Hammar' }))
      expect(await api.search.find({ text })).toEqual([
        { entity: 'people', id, title: 'D’ARC Benoît', subtitle: 'Saint-Nazaire · Estuaire Logement', snippet: null },
      ])
    },
  )

  test.each([
    ['N’Diaye', 'ndiaye'],
    ['Ndiaye', "n'diaye"],
    ['Jean-Luc', 'jeanluc'],
    ['Jeanluc', 'JEAN-LUC'],
  ])('%s is found by %s', async (lastName, text) => {
    const { api } = await openTestApi()
    const { id } = await api.people.create({ lastName })
    await api.people.create(aPerson())
    expect((await api.search.find({ text })).map((hit) => hit.id)).toEqual([id])
  })

  test('the name itself comes first, then its beginning, then the rest of the record', async () => {
    const { api } = await openTestApi()
    const note = await api.people.create(
      aPerson({
        firstName: 'Solange',
        lastName: 'Kervadé',
        note: 'Il faut recontacter Ben, son conseiller,\navant la fin du mois pour le dossier.',
      }),
    )
    const first = await api.people.create(aPerson({ firstName: 'Ben', lastName: 'Zahri' }))
    const begins = await api.people.create(aPerson({ firstName: 'Coralie', lastName: 'Benoît-Darc' }))
    const exact = await api.people.create({ lastName: 'Ben' })
    const association = await api.organisations.create({
      kind: 'association',
      name: 'Bénévoles du Port',
      city: 'Saint-Nazaire',
    })
    const hits = await api.search.find({ text: 'bén' })
    expect(hits.map(({ id }) => id)).toEqual([exact.id, begins.id, first.id, association.id, note.id])
    expect(hits[4]?.snippet).toBe(
      'Il faut recontacter \u0002Ben\u0003, son conseiller, avant la fin du mois pour le dossier.',
    )
    const limited = await api.search.find({ text: 'ben', limit: 2, entities: ['organisations'] })
    expect(limited.map(({ id }) => id)).toEqual([association.id])
  })

  test.each(['06 39 98 41 07', '0639984107', '06.39.98', '+33 6 39 98 41', '0033639984107', '639984107'])(
    '%s finds the phone',
    async (text) => {
      const { api } = await openTestApi()
      const { id } = await api.people.create(aPerson({ contactPoints: [phone('06-39-98-41-07')] }))
      await api.people.create(aPerson({ contactPoints: [phone('0640000000')] }))
      expect(await api.search.find({ text })).toMatchObject([{ id, snippet: '\u000206 39 98 41 07\u0003' }])
    },
  )

  test('figures that are no phone are found too', async () => {
    const { api } = await openTestApi()
    const { id } = await api.organisations.create(aLandlord({ name: 'Ponant Habitat', siret: '552 100 554 00013' }))
    const residence = await api.residences.create(aResidence(id, { name: 'Les Aubiers', code: '0042-A' }))
    expect(await api.search.find({ text: '552 100 554' })).toMatchObject([{ id, snippet: '\u0002552100554\u0003' }])
    expect(await api.search.find({ text: '55210055400013' })).toMatchObject([{ id }])
    expect(await api.search.find({ text: '0042' })).toMatchObject([
      { id: residence.id, title: 'Les Aubiers (0042-A)', subtitle: 'Ponant Habitat' },
    ])
  })

  test('every word must be found, wherever each is', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create(
      aPerson({ firstName: 'Nora', lastName: 'Haddadou', project: 'Traiteur à domicile', tags: ['Lance ta boîte'] }),
    )
    await api.people.create(aPerson({ firstName: 'Nora', lastName: 'Konaté', project: 'Couture' }))
    expect(await api.search.find({ text: 'nora traiteur' })).toMatchObject([
      { id, snippet: '\u0002Traiteur\u0003 à domicile' },
    ])
    expect(await api.search.find({ text: 'boite nor' })).toMatchObject([{ id, snippet: 'Lance ta \u0002boîte\u0003' }])
    expect(await api.search.find({ text: 'nora plomberie' })).toEqual([])
    expect(await api.search.find({ text: ' -’ ' })).toEqual([])
  })

  test('a long note is quoted around its match', async () => {
    const { api } = await openTestApi()
    const filler = 'Elle prépare son dossier avec soin et vient à chaque rendez-vous. '
    await api.people.create(aPerson({ note: `${filler}${filler}Voit la couveuse en juin. ${filler}` }))
    const [hit] = await api.search.find({ text: 'couv' })
    expect(hit?.snippet).toContain('\u0002couveuse\u0003')
    expect(hit?.snippet).toMatch(/^… .* …$/)
    expect(hit?.snippet?.length).toBeLessThan(110)
  })

  test('what is no longer said is no longer found', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create(aPerson({ lastName: 'Makiese', note: 'couture' }))
    await api.people.update({ id, version: 1, fields: { note: null, lastName: 'Makiesse' } })
    expect(await api.search.find({ text: 'couture' })).toEqual([])
    await api.history.undoLast({})
    expect(await api.search.find({ text: 'couture makiese' })).toMatchObject([{ id }])
  })
})
