import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('what was there stays, and there is nothing to do, to remember or to keep yet', async () => {
  const raw = await fileAt(7)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 8)
  expect(kept).toEqual(before)
  expect(before['sessions']).toHaveLength(1)
  expect(added).toEqual(
    expect.arrayContaining(['tasks', 'snoozes', 'reminderRules', 'interactions', 'letterModels', 'documents']),
  )
  expect(raw.prepare('select count(*) as count from tasks').get()).toEqual({ count: 0 })
})

test('a reminder is made once for its rule and its record, be it in the trash since', async () => {
  const raw = await fileAt(8)
  fillEveryTable(raw)
  raw.exec(`update tasks set deletedAt = '2026-11-23T09:00:00.000Z'`)
  expect(() => insert(raw, 'tasks', { id: 'tasks-2' })).toThrow(/UNIQUE/)
  insert(raw, 'tasks', { id: 'tasks-2', ruleKey: null })
  insert(raw, 'tasks', { id: 'tasks-3', ruleKey: null })
})

test('what was exchanged was exchanged with someone', async () => {
  const raw = await fileAt(8)
  fillEveryTable(raw)
  expect(() => insert(raw, 'interactions', { id: 'interactions-2', personId: null, organisationId: null })).toThrow(
    /CHECK/,
  )
  insert(raw, 'interactions', { id: 'interactions-2', personId: null })
})
