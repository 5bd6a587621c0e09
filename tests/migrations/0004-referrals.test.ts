import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('what was there stays, and referrals begin empty', async () => {
  const raw = await fileAt(3)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 4)
  expect(kept).toEqual(before)
  expect(before['people']).toHaveLength(1)
  expect(added).toEqual([
    'referrals',
    'referralNumbers',
    'consents',
    'referralMoves',
    'contactAttempts',
    'referralFeedbacks',
  ])
})

test('a number is one referral’s, unless the other is in the trash', async () => {
  const raw = await fileAt(4)
  fillEveryTable(raw)
  expect(() => insert(raw, 'referrals', { id: 'other' })).toThrow(/UNIQUE/)
  raw.exec(`update referrals set deletedAt = '2026-11-23'`)
  insert(raw, 'referrals', { id: 'other' })
})

test('a move is signed on someone’s behalf, and belongs to a referral; a referral belongs to a person', async () => {
  const raw = await fileAt(4)
  fillEveryTable(raw)
  expect(() => insert(raw, 'referralMoves', { id: 'other', mover: null })).toThrow(/NOT NULL/)
  expect(() => insert(raw, 'referralMoves', { id: 'other', referralId: 'nobody' })).toThrow(/FOREIGN KEY/)
  expect(() => insert(raw, 'referrals', { id: 'other', number: 'other', personId: null })).toThrow(/NOT NULL/)
  expect(() => raw.exec(`delete from referrals`)).toThrow(/FOREIGN KEY/)
})

test('a number is not given twice to a device in a year', async () => {
  const raw = await fileAt(4)
  insert(raw, 'referralNumbers', { code: 'K7QX', year: 2026 })
  insert(raw, 'referralNumbers', { code: 'K7QX', year: 2027 })
  expect(() => insert(raw, 'referralNumbers', { code: 'K7QX', year: 2026, last: 9 })).toThrow(/UNIQUE/)
})
