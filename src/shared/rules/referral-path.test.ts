import { expect, test } from 'vitest'
import { referralPath } from './referral-path.ts'
import type { ReferralState } from './referral-transitions.ts'

function path(...states: ReferralState[]): string[] {
  const moves = states.map((to, index) => ({ to, on: `2026-11-0${index + 1}` }))
  const state = states.at(-1) ?? 'draft'
  return referralPath({ state, moves }).map(({ state: step, on }) => (on === null ? step : `${step} ${on.slice(-1)}`))
}

test('the steps climbed have their day, those ahead have none', () => {
  expect(path('draft')).toEqual(['sent', 'received', 'contacting', 'met', 'accepted', 'closed'])
  expect(path('received', 'contacting')).toEqual(['received 1', 'contacting 2', 'met', 'accepted', 'closed'])
})

test('a step that was jumped over is left out, and the waiting list stands on the path while one waits', () => {
  expect(path('received', 'accepted')).toEqual(['received 1', 'accepted 2', 'closed'])
  expect(path('received', 'met', 'waitlisted')).toEqual(['received 1', 'met 2', 'waitlisted 3', 'accepted', 'closed'])
})

test('one that ended off the path stops there; reopened, it goes on from where it is', () => {
  expect(path('received', 'met', 'refused')).toEqual(['received 1', 'met 2', 'refused 3'])
  expect(path('received', 'met', 'refused', 'received')).toEqual([
    'received 4',
    'contacting',
    'met',
    'accepted',
    'closed',
  ])
})
