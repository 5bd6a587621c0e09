import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('what was there stays, and programmes begin empty', async () => {
  const raw = await fileAt(5)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 6)
  expect(kept).toEqual(before)
  expect(before['referrals']).toHaveLength(1)
  expect(added).toEqual([
    'programmes',
    'programmePartners',
    'fundedActions',
    'programmeGoals',
    'cohorts',
    'cohortQuotas',
    'enrolments',
    'enrolmentMoves',
    'selectionCriteria',
    'selectionReviews',
    'workshops',
    'workshopFundings',
  ])
})

test('an organisation has a role once, a workshop counts once for an action, unless the other is in the trash', async () => {
  const raw = await fileAt(6)
  fillEveryTable(raw)
  for (const table of ['programmePartners', 'workshopFundings', 'enrolments', 'selectionReviews']) {
    expect(() => insert(raw, table, { id: 'other' })).toThrow(/UNIQUE/)
    raw.exec(`update ${table} set deletedAt = '2026-11-23'`)
    insert(raw, table, { id: 'other' })
  }
})

test('a share is a percent, and parts belong to what is there', async () => {
  const raw = await fileAt(6)
  fillEveryTable(raw)
  raw.exec(`update workshopFundings set deletedAt = '2026-11-23'`)
  expect(() => insert(raw, 'workshopFundings', { id: 'none', share: 0 })).toThrow(/CHECK/)
  expect(() => insert(raw, 'workshopFundings', { id: 'over', share: 101 })).toThrow(/CHECK/)
  insert(raw, 'workshopFundings', { id: 'whole', share: 100 })
  expect(() => insert(raw, 'workshops', { id: 'other', cohortId: 'nobody' })).toThrow(/FOREIGN KEY/)
  expect(() => insert(raw, 'cohorts', { id: 'other', programmeId: 'nobody' })).toThrow(/FOREIGN KEY/)
  expect(() => raw.exec(`delete from programmes`)).toThrow(/FOREIGN KEY/)
})
