import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type MergeField,
  type MergeValues,
  merge,
  mergeFieldNames,
  unknownFields,
  writtenField,
} from './merge-fields.ts'

const nothing = Object.fromEntries(Object.keys(mergeFieldNames).map((field) => [field, null])) as MergeValues
const known: MergeValues = { ...nothing, firstName: 'Souad', lastName: 'BEN HAMMAR', coach: 'Camille' }

describe('a text with fields', () => {
  test.each([
    ['Bonjour {{prénom}},', 'Bonjour Souad,', []],
    ['Dear {{First name}},', 'Dear Souad,', []],
    ['{{ PRENOM }} {{nom}}', 'Souad BEN HAMMAR', []],
    ['Votre coach, {{coach}}', 'Votre coach, Camille', []],
    ['Bailleur : {{bailleur}}', 'Bailleur : ', ['landlord']],
    ['{{prénom}}\n{{adresse}}\n{{ville}}\nBonjour', 'Souad\nBonjour', ['address', 'city']],
    ['{{ville}} {{ville}}', '', ['city']],
    ['Sans champ\n\nfin', 'Sans champ\n\nfin', []],
  ] as const)('%j becomes %j', (text, merged, missing) => {
    expect(merge(text, known)).toEqual({ text: merged, missing })
  })

  test.each([
    ['Bonjour {{prenomm}}', ['prenomm']],
    ['{{prénom}} {{numéro de sécu}} {{x}}', ['numéro de sécu', 'x']],
    ['Bonjour {{prénom', ['{{prénom']],
    ['Bonjour prénom}}', ['Bonjour prénom}}']],
    ['{{}}', ['']],
    ['Bonjour {prénom}', []],
    ['Bonjour {{prénom}}', []],
  ] as const)('%j names what is no field: %j', (text, unknown) => {
    expect(unknownFields(text)).toEqual(unknown)
  })

  test('whatever its values, is merged once and keeps every other word', () => {
    const fields = Object.keys(mergeFieldNames) as MergeField[]
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[{}]/g, '')),
      fc.constantFrom(...fields).map((field) => writtenField(field, 'fr')),
      fc.constantFrom(...fields).map((field) => writtenField(field, 'en')),
    )
    const hostile = fc.constantFrom('{{nom}}', '$&', '$1', 'Nadia', '}}', '<b>')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), hostile, (pieces, value) => {
        const text = pieces.join(' ')
        const values = Object.fromEntries(fields.map((field) => [field, value])) as MergeValues
        expect(unknownFields(text)).toEqual([])
        const expected = pieces.map((part) => (part.startsWith('{{') ? value : part)).join(' ')
        expect(merge(text, values)).toEqual({ text: expected, missing: [] })
      }),
    )
  })

  test('is written the same way in both languages, and no two fields share a name', () => {
    const names = Object.entries(mergeFieldNames).flatMap(([field, { fr, en }]) =>
      fr === en
        ? [[fr, field]]
        : [
            [fr, field],
            [en, field],
          ],
    )
    expect(new Set(names.map(([name]) => name)).size).toBe(names.length)
  })
})
