import { describe, expect, test } from 'vitest'
import { aLandlord, aPerson, aResidence } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

const phone = (value: string, preferred = false) => ({ kind: 'phone' as const, value, preferred })
const email = (value: string) => ({ kind: 'email' as const, value })
const these = (...ids: string[]) => ({ mode: 'these' as const, ids })

describe('a person', () => {
  test('is kept as typed, with what follows from it', async () => {
    const { api } = await openTestApi()
    const person = await api.people.create({
      firstName: 'Maëlle',
      lastName: 'Le Gouallec',
      birthDate: '1994-02-28',
      postcode: '44600',
      city: 'Saint-Nazaire',
      status: 'jobseeker',
      project: 'Bijoux en ligne',
      note: '',
      contactPoints: [phone('06.39.98.04.88'), email('maelle@exemple.fr')],
      tags: ['Créatrice', 'créatrice', 'Numérique'],
    })
    expect(person).toMatchObject({
      firstName: 'Maëlle',
      lastName: 'Le Gouallec',
      birthYear: 1994,
      communeCode: '44184',
      communeName: 'Saint-Nazaire',
      qpvState: 'toCheck',
      status: 'jobseeker',
      project: 'Bijoux en ligne',
      note: null,
      contactPoints: [
        { kind: 'phone', value: '+33639980488' },
        { kind: 'email', value: 'maelle@exemple.fr' },
      ],
      tags: [{ name: 'Créatrice' }, { name: 'Numérique' }],
    })
    expect(person.ruralityClass).not.toBeNull()
    expect(await api.people.get({ id: person.id })).toEqual(person)
  })

  test('has a name, whichever', async () => {
    const { api } = await openTestApi()
    await expect(api.people.create({ firstName: '  ', lastName: '-' })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'lastName' },
    })
    const mononym = await api.people.create({ firstName: 'Assa' })
    const emptied = api.people.update({ id: mononym.id, version: 1, fields: { firstName: '' } })
    await expect(emptied).rejects.toMatchObject({ code: 'invalid', data: { field: 'lastName' } })
  })

  test.each([
    [{ contactPoints: [phone('06 12')] }, 'invalid', 'contactPoints.0.value'],
    [{ contactPoints: [phone('06 39 98 04 88'), email('maelle@')] }, 'invalid', 'contactPoints.1.value'],
    [{ birthDate: '2030-01-01' }, 'invalid', 'birthDate'],
    [{ birthDate: '1990-01-01', birthYear: 1991 }, 'invalid', 'birthYear'],
    [{ postcode: '999999' }, 'invalid', 'postcode'],
    [{ communeCode: '99999' }, 'invalid', 'communeCode'],
    [{ qpvState: 'in' as const, qpvHow: 'officialMap' as const }, 'invalid', 'qpvCode'],
    [{ qpvState: 'out' as const }, 'invalid', 'qpvHow'],
    [{ qpvState: 'in' as const, qpvHow: 'personSaid' as const, qpvCode: 'QP044005' }, 'invalid', 'qpvCode'],
    [{ landlordId: 'nobody' }, 'invalid', 'landlordId'],
    [{ residenceId: 'nowhere' }, 'invalid', 'residenceId'],
    [{ note: 'Sécu 2 94 02 44 184 001 42' }, 'sensitiveNumber', 'note'],
    [{ project: 'RIB FR76 3000 6000 0112 3456 7890 189' }, 'sensitiveNumber', 'project'],
  ])('%j is refused by its field', async (said, code, field) => {
    const { api } = await openTestApi()
    await expect(api.people.create(aPerson(said))).rejects.toMatchObject({ code, data: { field } })
    expect((await api.people.list({ offset: 0, limit: 1 })).total).toBe(0)
  })

  test('keeps one preferred phone, and changes only the points that changed', async () => {
    const { api } = await openTestApi()
    const { id, contactPoints } = await api.people.create(
      aPerson({
        contactPoints: [phone('06 39 98 04 88', true), phone('+33 (0)6 39 98 04 88'), phone('0240123456', true)],
      }),
    )
    expect(contactPoints).toMatchObject([
      { value: '+33639980488', preferred: true },
      { value: '+33240123456', preferred: false },
    ])
    const [first, second] = contactPoints
    if (!first || !second) throw new Error('two points were kept')
    const after = await api.people.setContactPoints({ id, contactPoints: [second, { ...first, value: '0639980489' }] })
    expect(after.contactPoints).toMatchObject([{ id: second.id }, { id: first.id, value: '+33639980489' }])
    const [entry] = await api.history.ofRecord({ entity: 'people', id })
    expect(entry).toMatchObject({ command: 'people.setContactPoints' })
    expect(entry?.changes.flatMap(({ fields }) => fields.map(({ field }) => field)).sort()).toEqual([
      'position',
      'position',
      'value',
    ])
  })
})

describe('where someone lives', () => {
  test('the neighbourhood is to be checked until someone says it, and again after a move to another commune', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create(aPerson({ communeCode: '44184', postcode: '44600', city: 'Saint-Nazaire' }))
    const said = await api.people.update({
      id,
      version: 1,
      fields: { qpvState: 'in', qpvCode: 'QN04409M', qpvHow: 'officialMap' },
    })
    expect(said).toMatchObject({
      record: {
        qpvState: 'in',
        qpvCode: 'QN04409M',
        qpvHow: 'officialMap',
        qpvBy: 'Solène Kerbrat',
        qpvOn: '2026-11-23',
      },
    })
    expect(said.outcome === 'saved' && said.record.qpvEdition).toContain('2024')
    const sameCommune = await api.people.update({ id, version: 2, fields: { address: '7, rue du Vieux-Lavoir' } })
    expect(sameCommune).toMatchObject({ record: { qpvState: 'in' } })
    const moved = await api.people.update({ id, version: 3, fields: { postcode: '44000', city: 'Nantes' } })
    expect(moved).toMatchObject({
      record: { communeCode: '44109', qpvState: 'toCheck', qpvCode: null, qpvBy: null, qpvOn: null, qpvEdition: null },
    })
    const back = await api.people.update({
      id,
      version: 4,
      fields: { communeCode: '44184', qpvState: 'out', qpvHow: 'personSaid' },
    })
    expect(back).toMatchObject({ record: { qpvState: 'out', qpvCode: null, qpvHow: 'personSaid' } })
  })

  test('a postcode of several communes names none, unless one was picked', async () => {
    const { api } = await openTestApi()
    const open = await api.people.create(aPerson({ postcode: '01090' }))
    expect(open).toMatchObject({ postcode: '01090', communeCode: null, ruralityClass: null })
    const { communes } = await api.reference
      .resolveCommune({ postcode: '01090', city: '' })
      .then((found) => (found.kind === 'several' ? found : { communes: [] }))
    expect(communes.length).toBeGreaterThan(1)
    const code = communes[1]?.code ?? ''
    expect(await api.people.update({ id: open.id, version: 1, fields: { communeCode: code } })).toMatchObject({
      record: { communeCode: code },
    })
    expect(await api.people.update({ id: open.id, version: 2, fields: { city: 'Lieu-dit inconnu' } })).toMatchObject({
      record: { communeCode: code },
    })
  })

  test('a business delivery postcode is kept without a commune', async () => {
    const { api } = await openTestApi()
    expect(await api.people.create(aPerson({ postcode: '13256', city: 'MARSEILLE CEDEX 02' }))).toMatchObject({
      communeCode: null,
      city: 'MARSEILLE CEDEX 02',
    })
  })

  test('a residence brings its landlord; another landlord leaves it', async () => {
    const { api } = await openTestApi()
    const one = await api.organisations.create(aLandlord())
    const other = await api.organisations.create(aLandlord())
    const residence = await api.residences.create(aResidence(one.id))
    const person = await api.people.create(aPerson({ residenceId: residence.id }))
    expect(person).toMatchObject({ landlordId: one.id, landlordName: one.name, residenceName: residence.name })
    expect(await api.people.update({ id: person.id, version: 1, fields: { landlordId: other.id } })).toMatchObject({
      record: { landlordId: other.id, residenceId: null },
    })
    const both = api.people.create(aPerson({ residenceId: residence.id, landlordId: other.id }))
    await expect(both).rejects.toMatchObject({ code: 'invalid', data: { field: 'residenceId' } })
    const notOne = await api.organisations.create({ kind: 'media', name: 'Radio Estuaire' })
    await expect(api.people.create(aPerson({ landlordId: notOne.id }))).rejects.toMatchObject({
      data: { field: 'landlordId' },
    })
  })

  test('what a residence had settled is to be checked again elsewhere', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord())
    const residence = await api.residences.create(aResidence(landlord.id))
    const { id } = await api.people.create(
      aPerson({ residenceId: residence.id, qpvState: 'in', qpvCode: 'QN04409M', qpvHow: 'residence' }),
    )
    expect(await api.people.update({ id, version: 1, fields: { residenceId: null } })).toMatchObject({
      record: { qpvState: 'toCheck', landlordId: landlord.id },
    })
  })
})

describe('two people at the keyboard', () => {
  test('different fields merge, the same field is a conflict and nothing is written', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create(aPerson({ firstName: 'Lila', lastName: 'Aït', status: 'jobseeker' }))
    await api.people.update({ id, version: 1, fields: { lastName: 'Aït-Meziane' } })
    const merged = await api.people.update({ id, version: 1, fields: { firstName: 'Leïla' } })
    expect(merged).toMatchObject({ outcome: 'saved', record: { firstName: 'Leïla', lastName: 'Aït-Meziane' } })
    const conflict = await api.people.update({ id, version: 1, fields: { lastName: 'Haït', note: 'À rappeler' } })
    expect(conflict).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'lastName', yours: 'Haït', theirs: 'Aït-Meziane', by: 'Solène Kerbrat' }],
    })
    expect(await api.people.get({ id })).toMatchObject({ lastName: 'Aït-Meziane', note: null, version: 3 })
    expect((await api.people.list({ offset: 0, limit: 5 })).rows[0]).toMatchObject({ lastName: 'Aït-Meziane' })
  })

  test('the profile is part of the record, for conflicts and for the date of change', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create(aPerson({ status: 'jobseeker', education: 'level3' }))
    const first = await api.people.update({ id, version: 1, fields: { status: 'employed' } })
    expect(first).toMatchObject({ record: { version: 2, status: 'employed' } })
    expect(await api.people.update({ id, version: 1, fields: { education: 'level5' } })).toMatchObject({
      outcome: 'saved',
    })
    expect(await api.people.update({ id, version: 1, fields: { status: 'student', note: 'x' } })).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'status', yours: 'student', theirs: 'employed' }],
    })
    expect(await api.people.update({ id, version: 2, fields: { status: 'student' } })).toMatchObject({
      outcome: 'saved',
    })
    await api.history.undoLast({})
    expect(await api.people.update({ id, version: 4, fields: { status: 'retired' } })).toMatchObject({
      outcome: 'conflict',
    })
  })

  test('a residence chosen on one side and a landlord on the other is a conflict', async () => {
    const { api } = await openTestApi()
    const one = await api.organisations.create(aLandlord())
    const other = await api.organisations.create(aLandlord())
    const residence = await api.residences.create(aResidence(one.id))
    const { id } = await api.people.create(aPerson())
    await api.people.update({ id, version: 1, fields: { landlordId: other.id } })
    expect(await api.people.update({ id, version: 1, fields: { residenceId: residence.id } })).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'landlordId', theirs: other.id }],
    })
  })
})

describe('many at once', () => {
  test('a change to a whole filter counts again, and undoes as one', async () => {
    const { api } = await openTestApi()
    for (let index = 0; index < 12; index += 1)
      await api.people.create(aPerson({ city: index < 7 ? 'Nantes' : 'Rezé' }))
    const filter = {
      conditions: [{ field: 'city', operator: 'is' as const, value: 'NANTES' }],
      search: '',
      trashed: false,
    }
    const { rows } = await api.people.list({ filter, offset: 0, limit: 50 })
    const except = [rows[0]?.id ?? '']
    const change = { field: 'status' as const, value: 'jobseeker' }
    const stale = api.people.bulkChange({ selection: { mode: 'allBut', filter, except, expected: 7 }, change })
    await expect(stale).rejects.toMatchObject({ code: 'selectionChanged', data: { expected: 7, found: 6 } })
    expect(await api.people.bulkChange({ selection: { mode: 'allBut', filter, except, expected: 6 }, change })).toEqual(
      { changed: 6 },
    )
    const jobseekers = { conditions: [{ field: 'status', operator: 'is' as const, value: 'jobseeker' }] }
    expect((await api.people.list({ filter: jobseekers, offset: 0, limit: 1 })).total).toBe(6)
    await api.history.undoLast({})
    expect((await api.people.list({ filter: jobseekers, offset: 0, limit: 1 })).total).toBe(0)
  })

  test('a value outside its list, or someone gone meanwhile, changes nobody', async () => {
    const { api } = await openTestApi()
    const one = await api.people.create(aPerson())
    const two = await api.people.create(aPerson())
    const selection = these(one.id, two.id)
    const outside = api.people.bulkChange({ selection, change: { field: 'status', value: 'king' } })
    await expect(outside).rejects.toMatchObject({ code: 'invalid', data: { field: 'status' } })
    await api.people.trash({ selection: these(two.id) })
    const shrunk = api.people.bulkChange({ selection, change: { field: 'status', value: 'student' } })
    await expect(shrunk).rejects.toMatchObject({ code: 'selectionChanged', data: { expected: 2, found: 1 } })
    expect(await api.people.get({ id: one.id })).toMatchObject({ status: null })
  })

  test('a neighbourhood said of many is signed', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create(aPerson())
    const unsigned = api.people.bulkChange({ selection: these(id), change: { field: 'qpvState', value: 'out' } })
    await expect(unsigned).rejects.toMatchObject({ code: 'invalid', data: { field: 'qpvHow' } })
    await api.people.bulkChange({
      selection: these(id),
      change: { field: 'qpvState', value: 'out', qpvHow: 'landlordSaid' },
    })
    expect(await api.people.get({ id })).toMatchObject({
      qpvState: 'out',
      qpvHow: 'landlordSaid',
      qpvBy: 'Solène Kerbrat',
    })
  })

  test('tags are added once, listed while they are used, and one whatever their writing', async () => {
    const { api } = await openTestApi()
    const one = await api.people.create(aPerson({ tags: ['Atelier d’été'] }))
    const two = await api.people.create(aPerson())
    expect(await api.people.addTag({ selection: these(one.id, two.id), tag: 'atelier d ete' })).toEqual({ changed: 1 })
    expect(await api.people.tags({})).toMatchObject([{ name: 'Atelier d’été', uses: 2 }])
    await api.people.setTags({ id: one.id, tags: [] })
    await api.people.setTags({ id: two.id, tags: ['Autre'] })
    expect(await api.people.tags({})).toMatchObject([{ name: 'Autre', uses: 1 }])
  })
})

describe('trash and history', () => {
  test('someone in the trash is not listed nor found, and comes back whole', async () => {
    const { api } = await openTestApi()
    const person = await api.people.create(
      aPerson({ lastName: 'Ouadji', contactPoints: [phone('0639984107')], tags: ['Suivie'] }),
    )
    await api.people.trash({ selection: these(person.id) })
    expect((await api.people.list({ offset: 0, limit: 5 })).total).toBe(0)
    expect((await api.people.list({ filter: { trashed: true }, offset: 0, limit: 5 })).rows).toMatchObject([
      { id: person.id },
    ])
    expect(await api.search.find({ text: 'ouadji' })).toEqual([])
    expect(await api.history.trash({})).toMatchObject([{ entity: 'people', id: person.id, by: 'Solène Kerbrat' }])
    await expect(api.people.update({ id: person.id, version: 2, fields: { note: 'x' } })).rejects.toMatchObject({
      code: 'notFound',
    })
    const restored = await api.people.restore({ id: person.id })
    expect(restored).toMatchObject({ deletedAt: null, contactPoints: person.contactPoints, tags: person.tags })
    expect(await api.search.find({ text: 'ouadji' })).toMatchObject([{ id: person.id }])
  })

  test('the history tells each command with the fields it touched, and nothing computed', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create(aPerson({ firstName: 'Yasmine', lastName: 'Belharbi', city: 'Nantes' }))
    await api.people.update({ id, version: 1, fields: { lastName: 'Belharbi-Roux', city: 'Rezé' } })
    await api.people.setTags({ id, tags: ['Mentorat'] })
    const entries = await api.history.ofRecord({ entity: 'people', id })
    expect(entries.map(({ command, by, origin }) => [command, by, origin])).toEqual([
      ['people.setTags', 'Solène Kerbrat', 'screen'],
      ['people.update', 'Solène Kerbrat', 'screen'],
      ['people.create', 'Solène Kerbrat', 'screen'],
    ])
    expect(entries[0]?.changes).toMatchObject([{ entity: 'taggings', operation: 'create' }])
    expect(entries[1]?.changes[0]?.fields).toEqual(
      expect.arrayContaining([
        { field: 'lastName', before: 'Belharbi', after: 'Belharbi-Roux' },
        { field: 'city', before: 'Nantes', after: 'Rezé' },
      ]),
    )
    const fields = entries.flatMap(({ changes }) =>
      changes.flatMap((change) => change.fields.map(({ field }) => field)),
    )
    expect(fields).not.toContain('sortKey')
    expect(fields).not.toContain('cityKey')
    expect(await api.people.timeline({ id })).toMatchObject([
      { kind: 'created', by: 'Solène Kerbrat', data: { origin: 'screen' } },
    ])
  })
})
