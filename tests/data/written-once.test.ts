import { expect, test } from 'vitest'
import { deleteRow, insertRow, rowWith, updateRow } from '../../src/data/written-once.ts'
import { openTestApi } from '../support/open-test-api.ts'

const at = '2026-11-23T09:00:00.000Z'
const aMember = { version: 1, createdAt: at, updatedAt: at, deletedAt: null, role: '' }

test('rows are written with the values of each time, in any order of their columns, on any base', async () => {
  const one = await openTestApi()
  const other = await openTestApi()
  await one.database.staging(async (db) => {
    await insertRow(db, 'members', { ...aMember, id: 'x', name: 'Awa', email: 'awa@exemple.fr', active: 0 })
    await insertRow(db, 'members', { email: null, active: undefined, id: 'y', name: 'Solène', ...aMember })
    await insertRow(db, 'members', { ...aMember, id: 'z', name: 'Inès', email: null, active: 1 })
  })
  await other.database.staging((db) =>
    insertRow(db, 'members', { ...aMember, id: 'x', name: 'Malik', email: null, active: 1 }),
  )
  await one.database.staging(async (db) => {
    expect(await rowWith(db, 'members', 'x')).toEqual({
      ...aMember,
      id: 'x',
      name: 'Awa',
      email: 'awa@exemple.fr',
      active: 0,
    })
    expect(await rowWith(db, 'members', 'y')).toMatchObject({ name: 'Solène', email: null, active: 1 }) // its default
    await updateRow(db, 'members', 'x', { name: 'Awa Diallo', email: null })
    await updateRow(db, 'members', 'z', { email: 'ines@exemple.fr', name: 'Inès' })
    expect(await rowWith(db, 'members', 'x')).toMatchObject({ name: 'Awa Diallo', email: null, active: 0 })
    expect(await rowWith(db, 'members', 'z')).toMatchObject({ name: 'Inès', email: 'ines@exemple.fr', active: 1 })
    await deleteRow(db, 'members', 'z')
    expect(await rowWith(db, 'members', 'z')).toBeUndefined()
  })
  await other.database.staging(async (db) => {
    expect(await rowWith(db, 'members', 'x')).toMatchObject({ name: 'Malik' })
    expect(await rowWith(db, 'members', 'y')).toBeUndefined()
  })
})
