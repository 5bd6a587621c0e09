import { expect, test } from 'vitest'
import { newestSchema } from '../../src/data/migrations.ts'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('what was there stays, and the exchanges begin empty', async () => {
  const raw = await fileAt(4)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 5)
  expect(kept).toEqual(before)
  expect(before['referrals']).toHaveLength(1)
  expect(added).toEqual(expect.arrayContaining(['imports', 'importRows', 'importKeys', 'importMappings', 'exports']))
  expect(raw.prepare('select count(*) as count from imports').get()).toEqual({ count: 0 })
})

test('a line of a file is there once in each run', async () => {
  const raw = await fileAt(5)
  fillEveryTable(raw)
  expect(() => insert(raw, 'importRows')).toThrow(/UNIQUE/)
  insert(raw, 'importRows', { line: 2 })
})

test('every table of the newest schema can be filled, and its references hold', async () => {
  const raw = await fileAt(newestSchema)
  fillEveryTable(raw)
  expect(raw.pragma('foreign_key_check')).toEqual([])
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
})
