import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('what was there stays, and roll calls, sheets, certificates and hours begin empty', async () => {
  const raw = await fileAt(8)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 9)
  expect(kept).toEqual(before)
  expect(added).toEqual(
    expect.arrayContaining(['attendances', 'attendanceSheets', 'certificates', 'hourStatements', 'hourCorrections']),
  )
  expect(raw.prepare('select count(*) as count from attendances').get()).toEqual({ count: 0 })
})

test('someone is called once for a half-day, and a certificate has a number of its own', async () => {
  const raw = await fileAt(9)
  fillEveryTable(raw)
  expect(() => insert(raw, 'attendances', { id: 'again' })).toThrow(/UNIQUE/)
  insert(raw, 'attendances', { id: 'other', halfDay: 'afternoon' })
  insert(raw, 'attendances', { id: 'gone', deletedAt: '2026-11-23' })
  expect(() => insert(raw, 'certificates', { id: 'again', deletedAt: '2026-11-23' })).toThrow(/UNIQUE.*number/)
  expect(() => insert(raw, 'hourStatements', { id: 'both', personId: 'people-1' })).toThrow(/CHECK/)
})
