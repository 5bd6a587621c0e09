import { expect, test } from 'vitest'
import { agreedTo, confirmAgainOn, landlordFeedbackOf, saysLess, type Agreement } from './consent.ts'

const agreement: Agreement = { scope: ['contact', 'statusBack'], givenOn: '2026-10-22', withdrawnOn: null }

const referral = {
  number: 'OR-2026-0418',
  state: 'refused' as const,
  sentOn: '2026-10-28',
  receivedOn: '2026-10-29',
  metOn: '2026-11-12',
  decidedOn: '2026-11-23',
  enteredOn: null,
  closedOn: null,
  refusalReasons: ['notEligibleArea' as const],
  outcomeClass: null,
}

test('an agreement holds from the day it is given until it is withdrawn', () => {
  expect(agreedTo([agreement], 'contact', '2026-10-21')).toBe(false)
  expect(agreedTo([agreement], 'contact', '2026-10-22')).toBe(true)
  expect(agreedTo([{ ...agreement, withdrawnOn: '2026-11-02' }], 'contact', '2026-11-01')).toBe(true)
  expect(agreedTo([{ ...agreement, withdrawnOn: '2026-11-02' }], 'contact', '2026-11-02')).toBe(false)
  expect(agreedTo([{ ...agreement, scope: ['contact'] }], 'statusBack', '2026-11-01')).toBe(false)
  expect(agreedTo([], 'contact', '2026-11-01')).toBe(false)
})

test('the landlord is told status, dates and coded decision, and nothing else the record carries', () => {
  const record = {
    ...referral,
    note: 'A déjà accueilli des groupes scolaires',
    needs: ['funding'],
    phone: '+33639983774',
  }
  expect(landlordFeedbackOf(record, [agreement], '2026-11-23')).toEqual(referral)
})

test('without agreement the landlord is told nothing', () => {
  expect(landlordFeedbackOf(referral, [{ ...agreement, scope: ['contact'] }], '2026-11-23')).toBeNull()
})

test.each([
  ['2024-11-23', 24, '2026-11-23'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-11-23', 0, null],
])('given on %s, for %s months: to confirm again by %s', (givenOn, months, day) =>
  expect(confirmAgainOn(givenOn, months)).toBe(day),
)

test('less is said when something of before is not said again', () => {
  expect(saysLess({ scope: ['contact'] }, { scope: ['contact', 'statusBack'] })).toBe(true)
  expect(saysLess({ scope: ['contact', 'statusBack'] }, { scope: ['contact'] })).toBe(false)
})
