import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('an empty file gets the space, its members, settings, drafts and views', async () => {
  const raw = await fileAt(0)
  const { before, added } = await stepUp(raw, 1)
  expect(before).toEqual({})
  expect(added).toEqual(['space', 'members', 'settings', 'drafts', 'savedViews'])
  expect(raw.pragma('user_version', { simple: true })).toBe(1)
})

test('a setting is there once, unless its other row is in the trash; each member has their own drafts', async () => {
  const raw = await fileAt(1)
  fillEveryTable(raw)
  expect(() => insert(raw, 'settings', { id: 'other' })).toThrow(/UNIQUE/)
  raw.exec(`update settings set deletedAt = '2026-11-23'`)
  insert(raw, 'settings', { id: 'other' })
  insert(raw, 'drafts', { memberId: 'other' })
  expect(() => insert(raw, 'drafts')).toThrow(/UNIQUE/)
})

test('the tables are strict: a word is no version', async () => {
  const raw = await fileAt(1)
  expect(() => insert(raw, 'members', { version: 'first' })).toThrow(/INTEGER/)
})
