import fc from 'fast-check'

const lastCharacter = 0x10ffff
const firstSurrogate = 0xd800
const surrogates = 0x800

/**
 * Any character there is, in the same order and as likely as by `unit: 'binary'`, which makes a table of all the million
 * of them to find one again: most of a second, and 120 MB for as long as the tests run.
 */
export const anyCharacter = fc.nat(lastCharacter - surrogates).map(
  (place) => String.fromCodePoint(place < firstSurrogate ? place : place + surrogates),
  (text) => {
    const code = typeof text === 'string' ? text.codePointAt(0) : undefined
    if (code === undefined || text !== String.fromCodePoint(code)) throw new Error('not one character')
    return code < firstSurrogate ? code : code - surrogates
  },
)
