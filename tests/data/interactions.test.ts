import { describe, expect, test } from 'vitest'
import { anInteraction } from '../support/factories-work.ts'
import { anOrganisation, aPerson } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

describe('what was exchanged', () => {
  test('stands in the thread of the person and of the organisation', async () => {
    const { api } = await openTestApi()
    const person = await api.people.create(aPerson())
    const organisation = await api.organisations.create(anOrganisation())
    const made = await api.interactions.create(
      anInteraction({ personId: person.id, organisationId: organisation.id, note: 'Devis promis' }),
    )
    expect(made).toMatchObject({ kind: 'call', minutes: 12, result: 'reached', memberName: 'Solène Kerbrat' })
    const exchanged = ({ kind }: { readonly kind: string }) => kind === 'interaction'
    expect((await api.people.timeline({ id: person.id })).find(exchanged)).toMatchObject({
      id: made.id,
      kind: 'interaction',
      by: 'Solène Kerbrat',
      data: { what: 'call', note: 'Devis promis', organisationName: organisation.name },
    })
    expect((await api.organisations.timeline({ id: organisation.id })).find(exchanged)).toMatchObject({
      id: made.id,
      data: { lastName: person.lastName },
    })
  })

  test('is corrected; a result belongs to a call alone', async () => {
    const { api } = await openTestApi()
    const { id: personId } = await api.people.create(aPerson())
    const { id } = await api.interactions.create(anInteraction({ personId }))
    expect(await api.interactions.update({ id, version: 1, fields: { kind: 'meeting', note: '' } })).toMatchObject({
      outcome: 'saved',
      record: { kind: 'meeting', result: null, note: null, minutes: 12 },
    })
    expect(await api.interactions.update({ id, version: 1, fields: { kind: 'email' } })).toMatchObject({
      outcome: 'conflict',
    })
    await api.interactions.remove({ id })
    expect((await api.people.timeline({ id: personId })).map(({ kind }) => kind)).toEqual(['created'])
    await api.history.undoLast({})
    await api.history.undoLast({})
    expect(await api.interactions.get({ id })).toMatchObject({ kind: 'call', result: 'reached' })
  })

  test.each([
    [{}, 'invalid', 'personId'],
    [{ personId: 'someone', at: '2026-11-24T08:00:00.000Z' }, 'invalid', 'at'],
    [{ personId: 'someone', kind: 'note' as const }, 'invalid', 'note'],
    [{ personId: 'someone', note: '1 85 05 78 006 084 91' }, 'sensitiveNumber', 'note'],
  ])('%j is refused by its field', async (said, code, field) => {
    const { api } = await openTestApi()
    const { id } = await api.people.create(aPerson())
    const whom = 'personId' in said ? { personId: id } : {}
    await expect(api.interactions.create(anInteraction({ ...said, ...whom }))).rejects.toMatchObject({
      code,
      data: { field },
    })
  })
})
