import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neutralise, restore } from './spreadsheet-safety.ts'

describe('a cell that would run as a formula', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r=1"],
    ['\0=1', "'\0=1"],
    ['  =1', "'  =1"],
    ['"=1', `'"=1`],
    ["'=1", "''=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    [';=1', ";'=1"],
    ['a;=1;b', "a;'=1;b"],
    ['a; "@x', `a;' "@x`],
    ['=cmd|"/c calc"!A1', `'=cmd|"/c calc"!A1`],
  ])('%j → %j', (text, cell) => expect(neutralise(text)).toBe(cell))

  test.each(["L'Oréal", 'a=b', 'Le Goff; Anna', "'tis", '12 rue - bât. B', ''])('%j is left as it is', (text) =>
    expect(neutralise(text)).toBe(text),
  )
})

describe('the type decides', () => {
  test.each([
    ['-12,5', 'number'],
    ['+1 017,2', 'number'],
    ['-8 383,00 €', 'number'],
    ['+33 6 39 98 37 74', 'phone'],
    ['+33639983774', 'phone'],
    ['23/11/2026', 'date'],
  ] as const)('%s is a %s', (text, type) => expect(neutralise(text, type)).toBe(text))

  test.each([
    ['-12,5', 'text'],
    ['-1+1', 'number'],
    ['+33-1', 'phone'],
    ['=1', 'number'],
    ['=1', 'date'],
  ] as const)('%s does not pass for a %s', (text, type) => expect(neutralise(text, type)).toBe(`'${text}`))
})

const hostile = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\0 \u00a0"\';,＝＋－＠a1'), maxLength: 12 })
const anyText = fc.oneof(hostile, fc.string({ unit: 'grapheme' }))

describe('for any text', () => {
  test('restoring gives back what was neutralised', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('text' as const, 'number' as const, 'phone' as const, 'date' as const),
        (text, type) => restore(neutralise(text, type)) === text,
      ),
      { numRuns: 2000 },
    )
  })

  test('no cell, even cut at another separator, begins like a formula', () => {
    const formula = /^[\s"\u00a0]*[=+\-@\0＝＋－＠]/
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = neutralise(text)
        expect(cell).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/)
        for (const part of cell.split(/[;\t]/)) expect(part.split(/[\r\n]/)[0]).not.toMatch(formula)
      }),
      { numRuns: 2000 },
    )
  })
})
