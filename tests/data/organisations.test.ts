import { describe, expect, test } from 'vitest'
import { aLandlord, anOrganisation, aPerson, aResidence } from '../support/factories.ts'
import { aReferral } from '../support/factories-referrals.ts'
import { openTestApi } from '../support/open-test-api.ts'

const these = (...ids: string[]) => ({ mode: 'these' as const, ids })

describe('an organisation', () => {
  test('is kept with its numbers checked, and its SIREN read from its SIRET', async () => {
    const { api } = await openTestApi()
    const made = await api.organisations.create({
      kind: 'company',
      name: 'Tissages Morvane',
      siret: '552 100 554 00013',
      postcode: '44600',
      city: 'SAINT NAZAIRE',
      website: '',
      contactPoints: [{ kind: 'phone', value: '02 40 12 34 56' }],
    })
    expect(made).toMatchObject({
      siren: '552100554',
      siret: '55210055400013',
      communeCode: '44184',
      website: null,
      isOwn: false,
      isKnownLandlord: false,
      residences: 0,
      people: 0,
    })
    expect(await api.organisations.list({ offset: 0, limit: 5 })).toMatchObject({
      total: 2,
      rows: [
        { name: 'Les Passerelles' },
        { name: 'Tissages Morvane', phone: '+33240123456', contacts: 0, openReferrals: 0 },
      ],
    })
  })

  test.each([
    [{ siren: '552100555' }, 'siren'],
    [{ siret: '55210055400014' }, 'siret'],
    [{ siret: '6.04876E+13' }, 'siret'],
    [{ siren: '732829320', siret: '55210055400013' }, 'siret'],
  ])('%j is refused by its field', async (said, field) => {
    const { api } = await openTestApi()
    await expect(api.organisations.create(anOrganisation(said))).rejects.toMatchObject({
      code: 'invalid',
      data: { field },
    })
  })

  test('its SIREN cannot leave its SIRET behind', async () => {
    const { api } = await openTestApi()
    const { id } = await api.organisations.create(anOrganisation({ siret: '55210055400013' }))
    await expect(api.organisations.update({ id, version: 1, fields: { siren: '732829320' } })).rejects.toMatchObject({
      data: { field: 'siren' },
    })
    expect(
      await api.organisations.update({ id, version: 1, fields: { siren: '732 829 320', siret: null } }),
    ).toMatchObject({ record: { siren: '732829320', siret: null } })
  })

  test('a landlord of the State’s list is recognised; only landlords have a family', async () => {
    const { api } = await openTestApi()
    const known = await api.organisations.create({ kind: 'landlord', name: 'Un bailleur connu', siren: '572015451' })
    expect(known.isKnownLandlord).toBe(known.landlordFamily !== null)
    const company = await api.organisations.create(anOrganisation({ landlordFamily: 'publicHousingOffice' }))
    expect(company.landlordFamily).toBeNull()
  })

  test('a foreign postcode is kept as it is', async () => {
    const { api } = await openTestApi()
    expect(await api.organisations.create(anOrganisation({ postcode: '1000', city: 'Bruxelles' }))).toMatchObject({
      postcode: '1000',
      communeCode: null,
    })
  })

  test('what is in use stays out of the trash, and says by what', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord())
    const residence = await api.residences.create(aResidence(landlord.id))
    const person = await api.people.create(aPerson({ residenceId: residence.id }))
    await expect(api.organisations.trash({ selection: these(landlord.id) })).rejects.toMatchObject({
      code: 'inUse',
      data: { label: landlord.name, people: 1, residences: 1, referrals: 0 },
    })
    await expect(api.residences.trash({ selection: these(residence.id) })).rejects.toMatchObject({
      code: 'inUse',
      data: { people: 1 },
    })
    await expect(
      api.organisations.update({ id: landlord.id, version: 1, fields: { kind: 'company' } }),
    ).rejects.toMatchObject({ code: 'inUse' })
    await api.people.trash({ selection: these(person.id) })
    await api.residences.trash({ selection: these(residence.id) })
    expect(await api.organisations.trash({ selection: these(landlord.id) })).toEqual({ changed: 1, kept: 0 })
    await expect(api.residences.restore({ id: residence.id })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'landlordId' },
    })
    await api.organisations.restore({ id: landlord.id })
    expect(await api.residences.restore({ id: residence.id })).toMatchObject({ deletedAt: null })
  })

  test('of several, those in use stay and are counted', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord())
    const used = await api.residences.create(aResidence(landlord.id))
    const free = await api.residences.create(aResidence(landlord.id))
    await api.people.create(aPerson({ residenceId: used.id }))
    const company = await api.organisations.create(anOrganisation())
    expect(await api.residences.trash({ selection: these(used.id, free.id) })).toEqual({ changed: 1, kept: 1 })
    expect(await api.organisations.trash({ selection: these(landlord.id, company.id) })).toEqual({
      changed: 1,
      kept: 1,
    })
    expect(await api.organisations.get({ id: landlord.id })).toMatchObject({ deletedAt: null, residences: 1 })
    await api.history.undoLast({})
    expect(await api.organisations.get({ id: company.id })).toMatchObject({ deletedAt: null })
  })

  test('the space’s own organisation stays', async () => {
    const { api } = await openTestApi()
    const own = (await api.organisations.list({ offset: 0, limit: 1 })).rows[0]?.id ?? ''
    expect(await api.organisations.get({ id: own })).toMatchObject({ isOwn: true })
    await expect(api.organisations.trash({ selection: these(own) })).rejects.toMatchObject({
      code: 'inUse',
      data: { own: true },
    })
  })

  test('a picker finds it by name, city or SIREN, of the kinds asked', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(
      aLandlord({ name: 'Habitat du Ponant', city: 'Brest', siren: '552100554' }),
    )
    const fund = await api.organisations.create(anOrganisation({ kind: 'fund', name: 'Ponant Finances' }))
    const names = async (text: string, kinds: ('landlord' | 'fund')[] = []) =>
      (await api.organisations.find({ text, kinds })).map(({ id }) => id)
    expect(await names('ponant')).toEqual([fund.id, landlord.id])
    expect(await names('ponant', ['landlord'])).toEqual([landlord.id])
    expect(await names('brest')).toEqual([landlord.id])
    expect(await names('552 100')).toEqual([landlord.id])
    expect(await names('', ['fund'])).toEqual([fund.id])
    expect(await names('?!')).toEqual([])
  })

  test('another of the same SIREN or of a near name is shown', async () => {
    const { api } = await openTestApi()
    const known = await api.organisations.create(
      aLandlord({ name: 'Office public de l’habitat du Tarn', siren: '552100554' }),
    )
    expect(await api.organisations.duplicates({ siren: '552 100 554' })).toMatchObject([
      { id: known.id, reason: 'siren' },
    ])
    expect(await api.organisations.duplicates({ name: 'OPH du TARN' })).toMatchObject([
      { id: known.id, reason: 'name' },
    ])
    expect(await api.organisations.duplicates({ name: 'OPH du Gers' })).toEqual([])
    expect(await api.organisations.duplicates({ siren: '552100554', excludeId: known.id })).toEqual([])
  })

  test('different fields merge, the same field is a conflict', async () => {
    const { api } = await openTestApi()
    const { id } = await api.organisations.create(anOrganisation({ name: 'Radio Estuaire' }))
    await api.organisations.update({ id, version: 1, fields: { name: 'Radio de l’Estuaire' } })
    expect(await api.organisations.update({ id, version: 1, fields: { note: 'Antenne le mardi' } })).toMatchObject({
      outcome: 'saved',
    })
    expect(await api.organisations.update({ id, version: 1, fields: { name: 'Radio' } })).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'name' }],
    })
  })
})

describe('its contacts', () => {
  test('someone new or someone known takes a place there, and leaves it', async () => {
    const { api } = await openTestApi()
    const { id: organisationId } = await api.organisations.create(aLandlord())
    const made = await api.organisations.addContact({
      organisationId,
      personId: null,
      firstName: 'Karine',
      lastName: 'Blondel',
      title: 'Chargée de développement social',
      phone: '06 39 98 10 10',
      email: 'k.blondel@exemple.fr',
    })
    expect(made).toMatchObject({
      lastName: 'Blondel',
      phone: '+33639981010',
      email: 'k.blondel@exemple.fr',
      endedOn: null,
    })
    await expect(api.organisations.addContact({ organisationId, personId: made.personId })).rejects.toMatchObject({
      code: 'alreadyExists',
    })
    const backwards = api.organisations.updateContact({
      id: made.id,
      version: 1,
      fields: { startedOn: '2026-02-01', endedOn: '2026-01-01' },
    })
    await expect(backwards).rejects.toMatchObject({ code: 'invalid', data: { field: 'endedOn' } })
    expect(
      await api.organisations.updateContact({ id: made.id, version: 1, fields: { endedOn: '2026-06-30' } }),
    ).toMatchObject({ record: { endedOn: '2026-06-30' } })
    const known = await api.people.create(aPerson())
    await api.organisations.addContact({ organisationId, personId: known.id, phone: '0639981111' })
    expect((await api.people.get({ id: known.id })).contactPoints).toMatchObject([{ value: '+33639981111' }])
    const { contacts } = await api.organisations.get({ id: organisationId })
    expect(contacts.map(({ personId }) => personId)).toEqual([known.id, made.personId])
    expect((await api.organisations.removeContact({ id: made.id })).contacts).toHaveLength(1)
    await api.history.undoLast({})
    expect((await api.organisations.get({ id: organisationId })).contacts).toHaveLength(2)
  })
  test('someone who left and came back has one place at a time, and the former one is kept', async () => {
    const { api } = await openTestApi()
    const { id: organisationId } = await api.organisations.create(aLandlord())
    const person = await api.people.create(aPerson())
    const first = await api.organisations.addContact({
      organisationId,
      personId: person.id,
      title: 'Gardienne',
      startedOn: '2020-01-06',
    })
    await api.organisations.updateContact({ id: first.id, version: 1, fields: { endedOn: '2022-03-31' } })
    const second = await api.organisations.addContact({ organisationId, personId: person.id, title: 'Médiatrice' })
    const reopened = api.organisations.updateContact({ id: first.id, version: 2, fields: { endedOn: null } })
    await expect(reopened).rejects.toMatchObject({ code: 'alreadyExists', data: { id: second.id } })
    const { contacts } = await api.organisations.get({ id: organisationId })
    expect(contacts.map(({ title }) => title)).toEqual(['Médiatrice', 'Gardienne'])
    await api.organisations.updateContact({ id: second.id, version: 1, fields: { endedOn: '2026-01-01' } })
    expect(
      await api.organisations.updateContact({ id: first.id, version: 2, fields: { endedOn: null } }),
    ).toMatchObject({ outcome: 'saved', record: { endedOn: null } })
  })
})

describe('its timeline', () => {
  test('tells its record, its contacts and the moves of its referrals, newest first', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord())
    const contact = await api.organisations.addContact({
      organisationId: landlord.id,
      personId: null,
      lastName: 'Blondel',
      startedOn: '2024-05-02',
    })
    await api.organisations.updateContact({ id: contact.id, version: 1, fields: { endedOn: '2025-05-02' } })
    const { id: referralId, number } = await api.referrals.create(aReferral({ landlordId: landlord.id }))
    const another = await api.organisations.create(aLandlord())
    await api.referrals.create(aReferral({ landlordId: another.id }))
    const events = await api.organisations.timeline({ id: landlord.id })
    expect(events.map(({ kind }) => kind)).toEqual(['referralMove', 'created', 'contactEnded', 'contactStarted'])
    expect(events[0]?.data).toMatchObject({ referralId, number, firstName: 'Corinne' })
    expect(events[2]).toMatchObject({ at: '2025-05-02', data: { lastName: 'Blondel' } })
    expect(await api.organisations.timeline({ id: landlord.id, limit: 1 })).toHaveLength(1)
  })
})
