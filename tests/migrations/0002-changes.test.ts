import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('what was there stays, and the log of changes begins empty', async () => {
  const raw = await fileAt(1)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 2)
  expect(kept).toEqual(before)
  expect(before['members']).toHaveLength(1)
  expect(added).toEqual(['changes'])
  expect(raw.prepare('select count(*) as count from changes').get()).toEqual({ count: 0 })
})

test('the order of changes is never given twice, even after the last one is gone', async () => {
  const raw = await fileAt(2)
  insert(raw, 'changes', { seq: 7 })
  raw.exec('delete from changes')
  insert(raw, 'changes', { seq: null })
  expect(raw.prepare('select seq from changes').get()).toEqual({ seq: 8 })
})
