import fc from 'fast-check'
import i18next from 'i18next'
import { expect, test } from 'vitest'
import { formatFor } from '../../src/renderer/i18n/format'
import { startI18n } from '../../src/renderer/i18n/i18n'

test.each([
  ['fr', 'fr-FR'],
  ['en', 'en-GB'],
] as const)('numbers are written as the language does (%s)', (language, locale) => {
  const format = formatFor(language)
  const expected = new Intl.NumberFormat(locale)
  const written = fc.oneof(fc.maxSafeInteger(), fc.nat(20_000), fc.double({ noNaN: true, noDefaultInfinity: true }))
  fc.assert(
    fc.property(written, (value) => {
      fc.pre(!Object.is(value, -0)) // which nobody writes
      expect(format.number(value)).toBe(expected.format(value))
    }),
  )
})

test('whole millions are worded as other plurals are', () => {
  startI18n()
  const worded = (count: number) => i18next.t('attendances.expectedCount', { lng: 'fr', count })
  expect(worded(1)).toBe('1 personne')
  expect(worded(3)).toBe('3 personnes')
  expect(worded(2_000_000)).toBe('2\u202F000\u202F000 personnes')
})
