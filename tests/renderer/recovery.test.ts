import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyGroups, isComplete, signsOf, withGroup } from '../../src/renderer/features/space/recovery-groups'
import { suggestPhrase } from '../../src/renderer/features/space/suggest-phrase'
import { strengthOf } from '../../src/renderer/ui/passphrase-strength'

describe('a recovery key as it is typed', () => {
  test.each([
    ['7qkm', '7QKM'],
    [' 7Q-K M ', '7QKM'],
    ['oIlL', '0111'],
    ['7Q«K»Mé', '7QKM'],
  ])('%s is read as %s', (typed, read) => {
    expect(signsOf(typed)).toBe(read)
  })

  test('the whole key pasted in the first group fills the eight, whatever separates them', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ')
    const group = fc.string({ unit: sign, minLength: 4, maxLength: 4 })
    const separator = fc.constantFrom('', '-', ' ', ' – ', '\n')
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), separator, (groups, between) => {
        const filled = withGroup(emptyGroups(), 0, groups.join(between).toLowerCase())
        expect(filled).toEqual(groups)
        expect(isComplete(filled)).toBe(true)
      }),
    )
  })

  test('what is corrected in one group leaves the others as they are', () => {
    const full = withGroup(emptyGroups(), 0, '7QKM2XWDP9TA4HNVR6EJ8CZBM3YFK5GS')
    expect(withGroup(full, 2, 'P9T')).toEqual(['7QKM', '2XWD', 'P9T', '4HNV', 'R6EJ', '8CZB', 'M3YF', 'K5GS'])
  })
})

test.each(['fr', 'en'] as const)(
  'the words proposed in %s are always strong enough, and never twice the same',
  async (language) => {
    const phrases = await Promise.all(Array.from({ length: 20 }, () => suggestPhrase(language)))
    expect(new Set(phrases).size).toBe(20)
    for (const phrase of phrases) {
      expect(phrase.split(' ')).toHaveLength(5)
      expect((await strengthOf(phrase, []))?.acceptable).toBe(true)
    }
  },
)
