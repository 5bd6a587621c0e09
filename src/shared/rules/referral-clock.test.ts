import { describe, expect, test } from 'vitest'
import {
  attemptsExhausted,
  daysLeft,
  deadlineOf,
  defaultServiceLevels,
  expiryProposal,
  feedbackDeadline,
  nextReminder,
  nextWorkingDay,
  owedFeedback,
  type ContactAttempt,
  type ReferralClock,
} from './referral-clock.ts'
import { isOpenState, referralStates, type ReferralState } from './referral-transitions.ts'

function clock(state: ReferralState, since: string, known: Partial<ReferralClock> = {}): ReferralClock {
  return { state, since, receivedAt: null, attempts: [], ...known }
}

const byPhone: ContactAttempt = { on: '2026-11-02', channel: 'phone', reached: false }
const byMail: ContactAttempt = { on: '2026-11-04', channel: 'email', reached: false }

describe('what is due', () => {
  test.each<[ReferralClock, string, string]>([
    [clock('sent', '2026-11-20'), '2026-11-24', 'acknowledge'],
    [clock('sent', '2026-11-10'), '2026-11-13', 'acknowledge'],
    [clock('received', '2026-10-28'), '2026-11-07', 'firstContact'],
    [clock('contacting', '2026-11-05', { receivedAt: '2026-10-28' }), '2026-11-07', 'contactAttempts'],
    [clock('met', '2026-11-12', { receivedAt: '2026-10-28' }), '2026-11-27', 'decision'],
    [clock('waitlisted', '2026-11-12', { receivedAt: '2026-10-28' }), '2026-12-12', 'waitlistReview'],
  ])('%j', (given, dueOn, rule) => expect(deadlineOf(given)).toMatchObject({ dueOn, rule }))

  test('a deadline for every open state and none elsewhere', () => {
    for (const state of referralStates) {
      expect([state, deadlineOf(clock(state, '2026-11-20')) !== null]).toEqual([state, isOpenState(state)])
    }
  })

  test('settings are obeyed, public holidays of the place too', () => {
    const levels = { ...defaultServiceLevels, acknowledgeWorkingDays: 1, region: 'martinique' as const }
    expect(deadlineOf(clock('sent', '2026-05-21'), levels)?.dueOn).toBe('2026-05-26')
    expect(deadlineOf(clock('sent', '2026-05-21'), { ...levels, region: 'mainland' })?.dueOn).toBe('2026-05-22')
  })
})

test('days left, each in its unit', () => {
  const acknowledge = { dueOn: '2026-11-24', rule: 'acknowledge', unit: 'workingDays' } as const
  expect(daysLeft(acknowledge, '2026-11-20')).toBe(2)
  expect(daysLeft(acknowledge, '2026-11-24')).toBe(0)
  expect(daysLeft(acknowledge, '2026-11-25')).toBe(-1)
  const onFriday = { ...acknowledge, dueOn: '2026-11-20' } as const
  expect(daysLeft(onFriday, '2026-11-22')).toBe(-1)
  expect(daysLeft(onFriday, '2026-11-23')).toBe(-1)
  expect(daysLeft({ dueOn: '2026-11-20', rule: 'decision', unit: 'days' }, '2026-11-23')).toBe(-3)
})

describe('feedback to the landlord', () => {
  test('within five working days', () => {
    expect(feedbackDeadline('2026-11-23')).toEqual({ dueOn: '2026-11-30', rule: 'feedback', unit: 'workingDays' })
    expect(feedbackDeadline('2026-11-09').dueOn).toBe('2026-11-17')
  })

  test('what was told settles what came before it, not what came after', () => {
    const happened = [
      { occasion: 'received', on: '2026-10-28' },
      { occasion: 'decision', on: '2026-11-23' },
    ] as const
    expect(owedFeedback(happened, ['2026-10-29']).map((owed) => owed.occasion)).toEqual(['decision'])
    expect(owedFeedback(happened, []).map((owed) => owed.dueOn)).toEqual(['2026-11-04', '2026-11-30'])
    expect(owedFeedback(happened, ['2026-10-29', '2026-11-23'])).toEqual([])
  })
})

describe('the clock proposes', () => {
  test('that a referral without reply for thirty days expires', () => {
    expect(expiryProposal(clock('sent', '2026-10-24'), '2026-11-22')).toBeNull()
    expect(expiryProposal(clock('sent', '2026-10-24'), '2026-11-23')).toBe('noReply')
    expect(expiryProposal(clock('received', '2026-01-01'), '2026-11-23')).toBeNull()
  })

  test('that someone is unreachable after three attempts by two ways', () => {
    expect(attemptsExhausted([byPhone, byPhone])).toBe(false)
    expect(attemptsExhausted([byPhone, byPhone, byPhone])).toBe(false)
    expect(attemptsExhausted([byPhone, byPhone, byMail])).toBe(true)
    expect(attemptsExhausted([byPhone, byPhone, { ...byMail, reached: true }])).toBe(false)
    const tried = clock('contacting', '2026-11-02', { attempts: [byPhone, byPhone, byMail] })
    expect(expiryProposal(tried, '2026-11-05')).toBe('unreachable')
    expect(expiryProposal({ ...tried, state: 'received' }, '2026-11-05')).toBeNull()
  })

  test('reminders at ten, twenty and thirty days, then no more', () => {
    expect(nextReminder('2026-10-01', '2026-10-01')).toBe('2026-10-11')
    expect(nextReminder('2026-10-01', '2026-10-11')).toBe('2026-10-21')
    expect(nextReminder('2026-10-01', '2026-10-30')).toBe('2026-10-31')
    expect(nextReminder('2026-10-01', '2026-10-31')).toBeNull()
  })
})

test('a date that falls on a Sunday is shown on the Monday', () => {
  expect(nextWorkingDay('2026-11-22')).toBe('2026-11-23')
  expect(nextWorkingDay('2026-11-20')).toBe('2026-11-20')
})
