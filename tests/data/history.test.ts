import { describe, expect, test } from 'vitest'
import { aLandlord, aPerson } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

const someone = { name: 'Camille Rouvière', role: 'Coach', email: null }

describe('history and undo', () => {
  test('the last command is undone and redone, also after a restart', async () => {
    const first = await openTestApi()
    const member = await first.api.members.create(someone)
    await first.api.members.update({ id: member.id, name: 'Camille R.', role: 'Coach', email: null, active: true })

    const { api } = await first.reopen()
    expect(await api.history.next({})).toEqual({ undo: 'members.update', redo: null })
    await api.history.undoLast({})
    expect((await api.members.list({})).map(({ name }) => name)).toContain('Camille Rouvière')
    await api.history.undoLast({})
    expect((await api.members.list({})).map(({ name }) => name)).toEqual(['Solène Kerbrat'])

    expect(await api.history.next({})).toEqual({ undo: null, redo: 'history.undoLast' })
    await api.history.redoLast({})
    await api.history.redoLast({})
    expect((await api.members.list({})).map(({ name }) => name)).toContain('Camille R.')
    await expect(api.history.redoLast({})).rejects.toMatchObject({ code: 'nothingToUndo' })
    expect(await api.history.verify({})).toMatchObject({ brokenAt: null })
  })

  test('what was done again is taken back again, and named for what it is', async () => {
    const { api } = await openTestApi()
    await api.members.create(someone)
    for (const _again of [1, 2, 3]) {
      expect(await api.history.undoLast({})).toMatchObject({ command: 'members.create', kept: [] })
      expect((await api.members.list({})).map(({ name }) => name)).toEqual(['Solène Kerbrat'])
      expect(await api.history.redoLast({})).toMatchObject({ command: 'members.create', kept: [] })
      expect((await api.members.list({})).map(({ name }) => name)).toContain('Camille Rouvière')
    }
  })

  test('making the space cannot be undone', async () => {
    const { api } = await openTestApi()
    await expect(api.history.undoLast({})).rejects.toMatchObject({ code: 'nothingToUndo' })
  })

  test('a field edited since is kept, and said', async () => {
    const { api } = await openTestApi()
    const member = await api.members.create(someone)
    await api.members.update({ id: member.id, name: 'Camille', role: 'Coach', email: 'c@exemple.fr', active: true })
    const [, edit] = await api.history
      .ofRecord({ entity: 'members', id: member.id })
      .then((entries) => entries.reverse())
    await api.members.update({
      id: member.id,
      name: 'Camille Rouvière-Petit',
      role: 'Coach',
      email: 'c@exemple.fr',
      active: true,
    })
    const result = await api.history.undoBatch({ batchId: edit?.batchId ?? '' })
    expect(result.kept).toEqual([expect.objectContaining({ field: 'name', reason: 'changedSince' })])
    expect(await api.members.list({})).toContainEqual(
      expect.objectContaining({ name: 'Camille Rouvière-Petit', email: null }),
    )
  })

  test('the history tells who changed what, and what was undone', async () => {
    const { api } = await openTestApi()
    const member = await api.members.create(someone)
    await api.members.update({ ...someone, id: member.id, role: 'Mentorat', active: true })
    await api.history.undoLast({})
    const entries = await api.history.ofRecord({ entity: 'members', id: member.id })
    expect(entries.map(({ command, undone }) => [command, undone])).toEqual([
      ['history.undoLast', false],
      ['members.update', true],
      ['members.create', false],
    ])
    expect(entries[1]).toMatchObject({
      by: 'Solène Kerbrat',
      changes: [{ fields: [{ field: 'role', before: 'Coach', after: 'Mentorat' }] }],
    })
  })

  test('a new command ends what could be redone', async () => {
    const { api } = await openTestApi()
    await api.members.create(someone)
    await api.history.undoLast({})
    await api.members.create({ ...someone, name: 'Dounia Mesbahi' })
    expect(await api.history.next({})).toEqual({ undo: 'members.create', redo: null })
  })

  test('a changed value in the log breaks the chain', async () => {
    const { api, database } = await openTestApi()
    await api.members.create(someone)
    await database.staging((db) =>
      db
        .updateTable('changes')
        .set({ after: '{"name":"Someone else"}' })
        .where('command', '=', 'members.create')
        .execute(),
    )
    expect((await api.history.verify({})).brokenAt).toBeGreaterThan(0)
  })

  test('it says what the records are called, counts those written with it, and leaves out what is empty', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord({ name: 'Estuaire Logement' }))
    const one = await api.people.create(aPerson({ lastName: 'Belharbi', landlordId: landlord.id }))
    const two = await api.people.create(aPerson({ lastName: 'Ouadji' }))
    await api.people.addTag({ selection: { mode: 'these', ids: [one.id, two.id] }, tag: 'Mentorat' })
    const [tagged, created] = await api.history.ofRecord({ entity: 'people', id: one.id })

    expect(created?.names).toEqual({ [landlord.id]: 'Estuaire Logement' })
    const fields = created?.changes.flatMap((change) => change.fields) ?? []
    expect(fields.filter(({ after }) => [null, '', '[]', '{}', one.id].includes(after as string | null))).toEqual([])
    expect(fields.map(({ field }) => field)).not.toContain('version')
    expect(created?.others).toBe(0)

    expect(tagged?.changes).toMatchObject([{ entity: 'taggings', operation: 'create', fields: [{ field: 'tagId' }] }])
    expect(Object.values(tagged?.names ?? {})).toEqual(['Mentorat'])
    expect(tagged?.others).toBe(1)
  })

  test('an undo and a redo name the command they took back, or did again', async () => {
    const { api } = await openTestApi()
    const { id } = await api.people.create(aPerson())
    await api.people.update({ id, version: 1, fields: { note: 'à rappeler' } })
    await api.history.undoLast({})
    await api.history.redoLast({})
    const entries = await api.history.ofRecord({ entity: 'people', id })
    expect(entries.map(({ command, undoes }) => [command, undoes])).toEqual([
      ['history.redoLast', 'people.update'],
      ['history.undoLast', 'people.update'],
      ['people.update', null],
      ['people.create', null],
    ])
  })
})
