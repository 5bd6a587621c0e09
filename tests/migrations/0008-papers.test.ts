import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('what was there stays, and papers and models begin empty', async () => {
  const raw = await fileAt(7)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 8)
  expect(kept).toEqual(before)
  expect(added).toEqual(expect.arrayContaining(['documents', 'documentBytes', 'letterModels', 'interactions']))
  expect(raw.prepare('select count(*) as count from documents').get()).toEqual({ count: 0 })
})

test('a paper belongs to one record and to one only, and its bytes lie once', async () => {
  const raw = await fileAt(8)
  fillEveryTable(raw) // on a person
  const apart = { id: 'other', addedById: null }
  expect(() => insert(raw, 'documents', { ...apart, personId: null })).toThrow(/CHECK/)
  expect(() => insert(raw, 'documents', { ...apart, organisationId: 'organisations-1' })).toThrow(/CHECK/)
  insert(raw, 'documents', { ...apart, personId: null, organisationId: 'organisations-1' })
  expect(() => insert(raw, 'documentBytes')).toThrow(/UNIQUE/)
})
