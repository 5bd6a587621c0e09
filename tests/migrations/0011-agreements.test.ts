import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, stepUp } from '../support/migrations.ts'

test('what was there stays, and agreements and what is owed are found by their referral without reading a row', async () => {
  const raw = await fileAt(10)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 11)
  expect(kept).toEqual(before)
  expect(added).toEqual([])
  const planOf = (asked: string) =>
    raw
      .prepare<[], { detail: string }>(`explain query plan ${asked}`)
      .all()
      .map(({ detail }) => detail)
  const ofReferral = `select scope from consents where referralId = 'one' and deletedAt is null and purpose = 'referral'`
  expect(planOf(ofReferral)).toEqual([
    'SEARCH consents USING COVERING INDEX consentsReferral (referralId=? AND deletedAt=? AND purpose=?)',
  ])
  const owed = `select id, dueOn from referralFeedbacks where referralId = 'one' and sentOn is null and deletedAt is null`
  expect(planOf(owed)).toEqual([
    'SEARCH referralFeedbacks USING COVERING INDEX referralFeedbacksReferral (referralId=? AND sentOn=? AND deletedAt=?)',
  ])
  const aged = `select id from consents where givenOn <= '2026-11-23' and deletedAt is null and withdrawnOn is null`
  expect(planOf(aged)).toEqual(['SEARCH consents USING INDEX consentsInForce (givenOn<?)'])
})
