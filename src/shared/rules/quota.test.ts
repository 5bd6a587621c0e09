import { expect, test } from 'vitest'
import { type Quota, type QuotaSituation, fillsQuota, quotaTaken } from './quota.ts'

const known: QuotaSituation = {
  qpvState: 'in',
  qpvCode: 'QN04409M',
  communeCode: '44184',
  frrStatus: 'none',
  gender: 'female',
}
const unknown: QuotaSituation = {
  qpvState: 'toCheck',
  qpvCode: null,
  communeCode: null,
  frrStatus: null,
  gender: 'notGiven',
}

test.each<[Quota, QuotaSituation, boolean | null]>([
  [{ kind: 'qpv', code: null }, known, true],
  [{ kind: 'qpv', code: null }, { ...known, qpvState: 'out' }, false],
  [{ kind: 'qpv', code: null }, unknown, null],
  [{ kind: 'qpvCode', code: 'QN04409M' }, known, true],
  [{ kind: 'qpvCode', code: 'QN04410M' }, known, false],
  [{ kind: 'commune', code: '44184' }, known, true],
  [{ kind: 'commune', code: '13055' }, known, false],
  [{ kind: 'commune', code: '13055' }, unknown, null],
  [{ kind: 'frr', code: null }, known, false],
  [{ kind: 'frr', code: null }, { ...known, frrStatus: 'frr' }, true],
  [{ kind: 'frr', code: null }, unknown, null],
  [{ kind: 'women', code: null }, known, true],
  [{ kind: 'women', code: null }, unknown, null],
  [{ kind: 'other', code: null }, known, null],
])('%j takes %j: %j', (quota, situation, expected) => expect(fillsQuota(quota, situation)).toBe(expected))

test('what is not known is said, unless nobody took a place yet', () => {
  const women = { kind: 'women', code: null }
  expect(quotaTaken(women, [known, unknown])).toBe(1)
  expect(quotaTaken(women, [unknown, unknown])).toBeNull()
  expect(quotaTaken(women, [])).toBe(0)
  expect(quotaTaken({ kind: 'other', code: null }, [])).toBeNull()
})
