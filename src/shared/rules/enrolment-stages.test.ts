import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type EnrolmentMoveInputs,
  type EnrolmentStage,
  candidateStages,
  checkEnrolmentMove,
  dropoutReasons,
  enrolmentMoveRule,
  enrolmentMoveRules,
  enrolmentReasons,
  enrolmentRefusalReasons,
  enrolmentStages,
  enrolmentWithdrawalReasons,
  exitStages,
  firstStages,
  isOneOf,
  placedStages,
  reasonsFor,
  runningStages,
  stagesAfter,
} from './enrolment-stages.ts'
import { outcomeClasses } from './values.ts'

/** The table as the rule book has it, written out again: where each stage is reached from. */
const table: Readonly<Record<EnrolmentStage, readonly (EnrolmentStage | 'new')[]>> = {
  applied: ['new', 'refused', 'withdrawn'],
  shortlisted: ['applied'],
  waitlisted: ['applied', 'shortlisted'],
  selected: ['applied', 'shortlisted', 'waitlisted'],
  enrolled: ['new', 'selected'],
  active: ['enrolled', 'completed', 'dropout'],
  completed: ['enrolled', 'active'],
  alumnus: ['completed'],
  refused: ['applied', 'shortlisted', 'waitlisted'],
  withdrawn: ['applied', 'shortlisted', 'waitlisted', 'selected'],
  dropout: ['enrolled', 'active'],
}

function everythingFor(to: EnrolmentStage): EnrolmentMoveInputs {
  return { reasons: reasonsFor(to).slice(0, 1), outcomeClass: 'otherExit', reopeningReason: 'Elle a rappelé' }
}

test('exactly the moves of the rule book', () => {
  for (const from of [null, ...enrolmentStages]) {
    for (const to of enrolmentStages) {
      const allowed = table[to].includes(from ?? 'new')
      expect([from, to, stagesAfter(from).includes(to)]).toEqual([from, to, allowed])
      expect([from, to, checkEnrolmentMove(from, to, everythingFor(to)).ok]).toEqual([from, to, allowed])
    }
  }
  const pairs = enrolmentMoveRules.map((rule) => `${rule.from} ${rule.to}`)
  expect(new Set(pairs).size).toBe(pairs.length)
})

describe('what a move must come with', () => {
  test.each<[EnrolmentStage, EnrolmentStage, EnrolmentMoveInputs, readonly string[]]>([
    ['applied', 'refused', {}, ['reasons']],
    ['selected', 'withdrawn', { reasons: [] }, ['reasons']],
    ['active', 'dropout', {}, ['reasons', 'outcomeClass']],
    ['active', 'completed', { outcomeClass: null }, ['outcomeClass']],
    ['refused', 'applied', { reopeningReason: '  ' }, ['reopeningReason']],
    ['dropout', 'active', {}, ['reopeningReason']],
  ])('%s → %s', (from, to, inputs, missing) => {
    expect(checkEnrolmentMove(from, to, inputs)).toEqual({ ok: false, reason: 'missingInputs', missing })
  })

  test('a reason that belongs to another move is refused', () => {
    expect(checkEnrolmentMove('active', 'dropout', { reasons: ['noPlace'], outcomeClass: 'unknown' })).toEqual({
      ok: false,
      reason: 'foreignReason',
    })
    expect(checkEnrolmentMove('applied', 'selected', { reasons: ['moved'] }).ok).toBe(false)
  })
})

describe('from any walk through the table', () => {
  const step = fc.record({
    to: fc.constantFrom(...enrolmentStages),
    reasons: fc.subarray([...enrolmentReasons]),
    outcomeClass: fc.option(fc.constantFrom(...outcomeClasses)),
    reopeningReason: fc.constantFrom('', 'Elle a rappelé'),
  })

  test('a person is always where a legal move put them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...firstStages), fc.array(step, { maxLength: 60 }), (first, steps) => {
        let stage: EnrolmentStage = first
        for (const { to, ...inputs } of steps) {
          const verdict = checkEnrolmentMove(stage, to, inputs)
          if (!verdict.ok) continue
          expect(table[to]).toContain(stage)
          if (isOneOf(exitStages, to)) expect(inputs.outcomeClass).not.toBeNull()
          if (to === 'refused' || to === 'withdrawn' || to === 'dropout') expect(inputs.reasons).not.toHaveLength(0)
          stage = to
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('who never entered cannot drop out, who entered cannot withdraw', () => {
  const from = (to: EnrolmentStage) => enrolmentStages.filter((stage) => stagesAfter(stage).includes(to))
  expect(from('dropout')).toEqual(runningStages)
  expect(from('withdrawn').some((stage) => isOneOf(runningStages, stage))).toBe(false)
})

test('the landlord is told of the entry and of the exit, once each', () => {
  for (const rule of enrolmentMoveRules) {
    const expected = rule.to === 'enrolled' ? 'entry' : isOneOf(exitStages, rule.to) ? 'exit' : null
    expect([rule.from, rule.to, rule.feedback]).toEqual([rule.from, rule.to, expected])
  }
})

test('each stage is a candidate’s, a place’s or a way out, and each reason is in the list of all', () => {
  for (const stage of enrolmentStages) {
    const out = stage === 'refused' || stage === 'withdrawn' || stage === 'dropout'
    const kinds = [isOneOf(candidateStages, stage), isOneOf(placedStages, stage), out]
    expect([stage, kinds.filter(Boolean).length]).toEqual([stage, 1])
  }
  for (const reason of [...enrolmentRefusalReasons, ...enrolmentWithdrawalReasons, ...dropoutReasons])
    expect(enrolmentReasons).toContain(reason)
  expect(enrolmentMoveRule('alumnus', 'active')).toBeNull()
})
