import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCharacter } from '../../../tests/support/any-character.ts'
import { announcedFormat, expiryStateOf, paperFormats, safeFileName, shownFileName } from './papers.ts'

describe('the name of a copy', () => {
  test.each([
    ['Convention 2026', 'pdf', 'Convention 2026.pdf'],
    ['Convention 2026.pdf', 'pdf', 'Convention 2026.pdf'],
    ['contrat.exe', 'pdf', 'contrat.pdf'],
    ['../../etc/passwd', 'txt', 'etc passwd.txt'],
    ['CON', 'pdf', 'document CON.pdf'],
    ['nul.tar', 'pdf', 'document nul.pdf'],
    ['', 'docx', 'document.docx'],
    ['Kbis : société « L’Atelier »', 'pdf', 'Kbis société « L’Atelier ».pdf'],
  ] as const)('%j becomes a file of its kind', (name, format, expected) => {
    expect(safeFileName(name, format)).toBe(expected)
  })

  test('is a plain file name on every system, whatever the paper is called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter, maxLength: 400 }),
        fc.constantFrom(...paperFormats),
        (name, format) => {
          const safe = safeFileName(name, format)
          expect(safe.length).toBeLessThanOrEqual(230)
          expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]/u)
          expect(safe).not.toMatch(/^[.\s-]|[.\s]$/u)
          expect(safe.endsWith(`.${format}`)).toBe(true)
        },
      ),
    )
  })
})

describe('the name that is shown', () => {
  test.each([
    ['/home/a/Devis.pdf', 'Devis.pdf'],
    ['C:\\Users\\a\\Devis.pdf', 'Devis.pdf'],
    ['facture\u202Efdp.pdf', 'facturefdp.pdf'],
    ['a\0b.pdf', 'ab.pdf'],
  ])('%j is shown as %j', (path, shown) => {
    expect(shownFileName(path)).toBe(shown)
  })

  test('keeps its extension when it is cut', () => {
    expect(shownFileName(`${'a'.repeat(300)}.docx`)).toMatch(/^a{195}\.docx$/)
  })
})

test.each([
  ['a.PDF', 'pdf'],
  ['a.jpeg', 'jpg'],
  ['a.docm', null],
  ['a.html', null],
  ['a.svg', null],
  ['a.exe', null],
  ['a', null],
  ['a.pdf.exe', null],
])('%s announces %s', (name, format) => {
  expect(announcedFormat(name)).toBe(format)
})

test.each([
  [null, 0, null],
  ['2026-11-22', -1, 'expired'],
  ['2026-11-23', 0, 'soon'],
  ['2026-12-23', 30, 'soon'],
  ['2026-12-24', 31, 'valid'],
] as const)('a paper valid until %s, %i days away, is %s', (day, left, state) => {
  expect(expiryStateOf(day, left)).toBe(state)
})
