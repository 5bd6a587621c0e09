import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatRecoveryKey, parseRecoveryKey } from '../../../src/data/space/recovery-key'
import { AppError } from '../../../src/shared/errors'
import { anyCharacter } from '../../support/any-character'
import { code } from './world'

const aSecret = fc.uint8Array({ minLength: 18, maxLength: 18 }).map((bytes) => Buffer.from(bytes))

test('a recovery key is eight groups of four signs that a hand does not confuse', () => {
  fc.assert(
    fc.property(aSecret, (secret) => {
      expect(formatRecoveryKey(secret)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){7}$/u)
    }),
  )
  expect(formatRecoveryKey(Buffer.alloc(18))).toMatch(/^(0000-){7}/u)
})

test('it is read back however it was typed', () => {
  const typed = fc.array(
    fc.record({
      lower: fc.boolean(),
      before: fc.constantFrom('', ' ', '-', ' - ', '\n', '\u00a0'),
      confuse: fc.boolean(),
    }),
    { minLength: 32, maxLength: 32 },
  )
  fc.assert(
    fc.property(aSecret, typed, (secret, hand) => {
      const signs = formatRecoveryKey(secret).replaceAll('-', '')
      const text = hand
        .map(({ lower, before, confuse }, index) => {
          const sign = signs.charAt(index)
          const meant = confuse ? ({ '0': 'O', '1': lower ? 'I' : 'L' }[sign] ?? sign) : sign
          return before + (lower ? meant.toLowerCase() : meant)
        })
        .join('')
      expect(parseRecoveryKey(text).equals(secret)).toBe(true)
    }),
  )
})

test('one wrong sign, or two that changed places, is recognised as a slip', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const outcomes: unknown[] = []
  fc.assert(
    fc.property(aSecret, fc.nat(31), fc.integer({ min: 1, max: 31 }), (secret, at, shift) => {
      const signs = formatRecoveryKey(secret).replaceAll('-', '')
      const wrong = alphabet.charAt((alphabet.indexOf(signs.charAt(at)) + shift) % 32)
      const next = signs.charAt(at + 1)
      const texts = [signs.slice(0, at) + wrong + signs.slice(at + 1)]
      if (next !== '' && next !== signs.charAt(at)) {
        texts.push(signs.slice(0, at) + next + signs.charAt(at) + signs.slice(at + 2))
      }
      for (const text of texts) outcomes.push(outcomeOf(text))
    }),
    { numRuns: 500, seed: 7 },
  )
  expect(outcomes.length).toBeGreaterThan(900)
  expect(new Set(outcomes)).toEqual(new Set(['mistyped']))
})

function outcomeOf(text: string): string {
  try {
    return parseRecoveryKey(text).toString('hex')
  } catch (error) {
    return error instanceof AppError && error.data['mistyped'] === true ? 'mistyped' : String(error)
  }
}

test('what cannot be a key is refused whatever it is', () => {
  for (const text of ['', 'abc', 'U'.repeat(32), '0'.repeat(31), '0'.repeat(33), 'é'.repeat(32), '😀'.repeat(32)]) {
    expect(() => parseRecoveryKey(text)).toThrow(code('wrongRecoveryKey'))
  }
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(() => parseRecoveryKey(text)).toThrow(code('wrongRecoveryKey'))
    }),
  )
})
