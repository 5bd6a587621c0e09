import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canMove,
  checkMove,
  finalReferralStates,
  isFinalState,
  isOpenState,
  moveRule,
  movesFrom,
  openReferralStates,
  referralMoveRules,
  referralMovers,
  referralStates,
  reopenableReferralStates,
  statesAfter,
  type MoveInputs,
  type ReferralMover,
  type ReferralState,
} from './referral-transitions.ts'

/** The table as the rule book has it, written out again: state, where it comes from, who moves. */
const table: Readonly<Record<ReferralState, readonly (readonly [ReferralState | 'new', readonly ReferralMover[]])[]>> =
  {
    draft: [['new', ['officer']]],
    sent: [['draft', ['officer']]],
    received: [
      ['new', ['association']],
      ['sent', ['association']],
      ['refused', ['association']],
      ['withdrawn', ['association']],
      ['expired', ['association']],
    ],
    contacting: [['received', ['association']]],
    met: [
      ['received', ['association']],
      ['contacting', ['association']],
    ],
    waitlisted: [['met', ['association']]],
    accepted: [
      ['met', ['association']],
      ['waitlisted', ['association']],
      ['received', ['association']],
      ['contacting', ['association']],
    ],
    refused: [
      ['received', ['association']],
      ['contacting', ['association']],
      ['met', ['association']],
      ['waitlisted', ['association']],
    ],
    redirected: [
      ['received', ['association']],
      ['contacting', ['association']],
      ['met', ['association']],
      ['waitlisted', ['association']],
    ],
    withdrawn: [
      ['sent', ['person', 'officer']],
      ['received', ['person', 'officer']],
      ['contacting', ['person', 'officer']],
      ['met', ['person', 'officer']],
      ['waitlisted', ['person', 'officer']],
    ],
    expired: [
      ['sent', ['clock']],
      ['contacting', ['clock']],
    ],
    closed: [['accepted', ['association']]],
  }

const everything: MoveInputs = {
  agreement: true,
  contactAttempt: true,
  rank: 1,
  alreadyKnown: true,
  refusalReasons: ['noPlace'],
  redirectTarget: { kind: 'partner', name: 'Cap Créa' },
  outcomeClass: 'positiveExit',
  reopeningReason: 'Elle a rappelé',
}

function inputsFor(from: ReferralState | null): MoveInputs {
  return { ...everything, expiryReason: from === 'sent' ? 'noReply' : 'unreachable' }
}

const beginnings: readonly (ReferralState | null)[] = [null, ...referralStates]

test('exactly the moves of the rule book, by exactly those who may', () => {
  for (const from of beginnings) {
    for (const to of referralStates) {
      const listed = table[to].find(([origin]) => origin === (from ?? 'new'))
      for (const mover of referralMovers) {
        const allowed = listed?.[1].includes(mover) ?? false
        expect([from, to, mover, canMove(from, to, mover)]).toEqual([from, to, mover, allowed])
        expect([from, to, mover, checkMove(from, to, mover, inputsFor(from)).ok]).toEqual([from, to, mover, allowed])
      }
    }
  }
})

test('no move is listed twice', () => {
  const pairs = referralMoveRules.map((rule) => `${rule.from} ${rule.to}`)
  expect(new Set(pairs).size).toBe(pairs.length)
})

describe('what a move must come with', () => {
  test.each<[ReferralState | null, ReferralState, ReferralMover, MoveInputs, readonly string[]]>([
    ['draft', 'sent', 'officer', {}, ['agreement']],
    [null, 'received', 'association', {}, ['agreement']],
    ['received', 'contacting', 'association', {}, ['contactAttempt']],
    ['met', 'waitlisted', 'association', { rank: 0 }, ['rank']],
    ['met', 'waitlisted', 'association', { rank: 1.5 }, ['rank']],
    ['received', 'accepted', 'association', {}, ['alreadyKnown']],
    ['met', 'refused', 'association', { refusalReasons: [] }, ['refusalReasons']],
    ['met', 'refused', 'association', { refusalReasons: ['otherScheme'], otherSchemeName: ' ' }, ['otherSchemeName']],
    ['met', 'redirected', 'association', { redirectTarget: { kind: 'partner', name: '' } }, ['redirectTarget']],
    ['sent', 'expired', 'clock', { expiryReason: 'unreachable' }, ['expiryReason']],
    ['contacting', 'expired', 'clock', {}, ['expiryReason']],
    ['accepted', 'closed', 'association', {}, ['outcomeClass']],
    ['refused', 'received', 'association', { reopeningReason: '  ' }, ['agreement', 'reopeningReason']],
  ])('%s → %s', (from, to, by, inputs, missing) => {
    expect(checkMove(from, to, by, inputs)).toEqual({ ok: false, reason: 'missingInputs', missing })
  })

  test.each<[ReferralState, ReferralState, ReferralMover, MoveInputs]>([
    ['met', 'accepted', 'association', {}],
    ['received', 'met', 'association', {}],
    ['met', 'refused', 'association', { refusalReasons: ['otherScheme'], otherSchemeName: 'Cap Créa' }],
    ['waitlisted', 'withdrawn', 'person', {}],
  ])('%s → %s needs no more', (from, to, by, inputs) => expect(checkMove(from, to, by, inputs).ok).toBe(true))

  test('an impossible move is told from one that is not theirs', () => {
    expect(checkMove('draft', 'accepted', 'association', everything)).toEqual({ ok: false, reason: 'impossibleMove' })
    expect(checkMove('met', 'accepted', 'officer', everything)).toEqual({ ok: false, reason: 'notTheirMove' })
  })
})

describe('from any walk through the table', () => {
  const step = fc.record({
    to: fc.constantFrom(...referralStates),
    by: fc.constantFrom(...referralMovers),
    complete: fc.boolean(),
  })

  test('a referral is always where a legal move put it', () => {
    fc.assert(
      fc.property(fc.constantFrom('landlord', 'association'), fc.array(step, { maxLength: 60 }), (begins, steps) => {
        let state: ReferralState = begins === 'landlord' ? 'draft' : 'received'
        for (const { to, by, complete } of steps) {
          const verdict = checkMove(state, to, by, complete ? inputsFor(state) : {})
          if (!verdict.ok) continue
          expect(table[to].some(([origin, movers]) => origin === state && movers.includes(by))).toBe(true)
          expect(statesAfter(state).has(to)).toBe(true)
          expect(isFinalState(state) ? to : 'received').toBe('received')
          state = to
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('every state but a draft is reached from one, and reopening leads only to received', () => {
  expect([...statesAfter('draft')].toSorted()).toEqual(referralStates.filter((state) => state !== 'draft').toSorted())
  for (const state of finalReferralStates) {
    const next = referralMoveRules.filter((rule) => rule.from === state)
    const reopens = reopenableReferralStates.some((reopenable) => reopenable === state)
    expect(next.map((rule) => rule.to)).toEqual(reopens ? ['received'] : [])
    for (const rule of next) expect(rule.requires).toContain('reopeningReason')
  }
  expect(statesAfter('closed').size).toBe(0)
  expect(statesAfter('redirected').size).toBe(0)
})

test('each state is a draft, open, accepted or final', () => {
  for (const state of referralStates) {
    const kinds = [state === 'draft', isOpenState(state), state === 'accepted', isFinalState(state)]
    expect([state, kinds.filter(Boolean).length]).toEqual([state, 1])
  }
  expect(openReferralStates).toHaveLength(5)
})

test('each kind of space records its own moves', () => {
  expect(movesFrom(null, 'landlord').map((rule) => rule.to)).toEqual(['draft'])
  expect(movesFrom(null, 'association').map((rule) => rule.to)).toEqual(['received'])
  expect(movesFrom('sent', 'landlord').map((rule) => rule.to)).toEqual(['withdrawn', 'expired'])
  expect(movesFrom('met', 'landlord').map((rule) => rule.to)).toEqual(['withdrawn'])
  expect(movesFrom('met', 'association').map((rule) => rule.to)).toEqual([
    'waitlisted',
    'accepted',
    'refused',
    'redirected',
    'withdrawn',
  ])
  expect(movesFrom('draft', 'association')).toEqual([])
})

test('the landlord is told at receipt, at the decision and at the exit', () => {
  const told = (to: ReferralState): readonly unknown[] => [
    ...new Set(referralMoveRules.filter((rule) => rule.to === to).map((rule) => rule.feedback)),
  ]
  expect(told('received')).toEqual(['received'])
  for (const to of ['accepted', 'refused', 'redirected', 'withdrawn', 'expired'] as const)
    expect(told(to)).toEqual(['decision'])
  expect(told('closed')).toEqual(['exit'])
  expect(moveRule('met', 'waitlisted')?.feedback).toBeNull()
})
