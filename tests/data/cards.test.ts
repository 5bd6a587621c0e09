import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { type Card, vcard } from '../../src/data/files/vcard.ts'
import { values as french } from '../../src/renderer/i18n/fr/values.ts'
import type { Inputs } from '../../src/shared/contract.ts'
import { aPerson, anOrganisation } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { resultOf } from '../support/run-job.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-cards-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const aList = (said: Partial<Inputs['exports']['list']>): Inputs['exports']['list'] => ({
  list: 'people',
  filter: { conditions: [], search: '', trashed: false },
  sort: [],
  selection: null,
  columns: [{ field: 'name', header: 'Nom' }],
  format: 'vcf',
  path: join(folder, 'cartes.vcf'),
  locale: 'fr',
  recipient: 'Solène',
  purpose: 'Téléphone de permanence',
  words: french,
  ...said,
})

describe('cards for an address book', () => {
  test('of people hold how to reach them and nothing else, and are noted', async () => {
    const { api } = await openTestApi()
    await api.people.create(
      aPerson({
        firstName: 'Souad',
        lastName: 'Ben Hammar',
        birthYear: 1990,
        note: 'Vue le 3',
        address: '4, rue du Pré; bât. B',
        postcode: '44600',
        city: 'Saint-Nazaire',
        contactPoints: [
          { kind: 'phone', value: '02 40 12 34 56' },
          { kind: 'phone', value: '0639981201', preferred: true },
          { kind: 'email', value: 'souad@exemple.fr' },
        ],
      }),
    )
    const request = aList({})
    expect(await resultOf(api.exports.list(request))).toMatchObject({ rows: 1, leftOut: 0 })
    const text = readFileSync(request.path, 'utf8')
    const { UID: _, ...card } = read(text)[0] ?? {}
    expect(card).toEqual({
      VERSION: ['3.0'],
      FN: ['Souad Ben Hammar'],
      N: ['Ben Hammar', 'Souad', '', '', ''],
      'TEL;TYPE=CELL': ['+33639981201'],
      'TEL;TYPE=VOICE': ['+33240123456'],
      'EMAIL;TYPE=INTERNET': ['souad@exemple.fr'],
      'ADR;TYPE=HOME': ['', '', '4, rue du Pré; bât. B', 'Saint-Nazaire', '', '44600', ''],
    })
    expect(text).not.toMatch(/1990|Vue le/)
    expect((await api.exports.runs({}))[0]).toMatchObject({
      what: 'people',
      rows: 1,
      recipient: 'Solène',
      purpose: 'Téléphone de permanence',
      fileName: 'cartes.vcf',
      columns: ['Nom', 'Téléphones', 'E-mails', 'Adresse', 'Organisation et fonction'],
    })
  })

  test('of organisations come with the people to ask for there, those who left aside', async () => {
    const { api } = await openTestApi()
    const { id } = await api.organisations.create(
      anOrganisation({
        name: 'Tissages & Fils',
        website: 'https://tissages.example',
        contactPoints: [{ kind: 'phone', value: '0240123456' }],
      }),
    )
    const aContact = { organisationId: id, personId: null, firstName: 'Inès', lastName: 'Carvalhal' }
    await api.organisations.addContact({ ...aContact, title: 'Gérante', email: 'ines@tissages.example' })
    const left = await api.organisations.addContact({ ...aContact, firstName: 'Yanis', lastName: 'Coulibary' })
    await api.organisations.updateContact({ id: left.id, version: 1, fields: { endedOn: '2026-01-31' } })
    const request = aList({ list: 'organisations', path: join(folder, 'organisations.vcf') })
    await resultOf(api.exports.list(request))
    const cards = read(readFileSync(request.path, 'utf8')).filter(({ ORG }) => ORG?.[0] === 'Tissages & Fils')
    expect(cards.map(({ FN }) => FN?.[0])).toEqual(['Tissages & Fils', 'Inès Carvalhal'])
    expect(cards[0]).toMatchObject({ URL: ['https://tissages.example'], 'TEL;TYPE=VOICE': ['+33240123456'] })
    expect(cards[1]).toMatchObject({ TITLE: ['Gérante'], 'EMAIL;TYPE=INTERNET': ['ines@tissages.example'] })
  })

  test('take only the rows selected, in the order of the screen', async () => {
    const { api } = await openTestApi()
    const made = []
    for (const lastName of ['Abadie', 'Sow', 'Kone']) made.push(await api.people.create(aPerson({ lastName })))
    const ids = made.slice(1).map(({ id }) => id)
    const request = aList({ selection: { mode: 'these', ids }, sort: [{ field: 'name', direction: 'desc' }] })
    await resultOf(api.exports.list(request))
    expect(read(readFileSync(request.path, 'utf8')).map(({ N }) => N?.[0])).toEqual(['Sow', 'Kone'])
  })

  test('are for people and organisations alone', async () => {
    const { api } = await openTestApi()
    const refused = resultOf(api.exports.list(aList({ list: 'referrals' })))
    await expect(refused).rejects.toMatchObject({ code: 'invalid', data: { field: 'format' } })
  })
})

test('whatever was typed, a card reads back as it was and holds no other property', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 120 })
    .map((typed) => typed.replaceAll(/\p{Cc}|[\u2028\u2029]/gu, ''))
  const hostile = fc.constantFrom('a\r\nEND:VCARD', 'b\nTEL:1', ';;;', '\\', ',', '\\n', 'é'.repeat(100), '')
  const word = fc.oneof(text, hostile)
  fc.assert(
    fc.property(word, word, word, word, (lastName, organisation, title, street) => {
      const address = { place: 'home' as const, street, extra: '', city: 'Nantes', postcode: '44000' }
      const card: Card = {
        id: 'a1',
        lastName,
        firstName: 'Souad',
        organisation,
        title,
        phones: [],
        emails: [],
        address,
        website: null,
      }
      const written = vcard(card)
      for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const [back, ...others] = read(written)
      expect(others).toEqual([])
      const plain = (typed: string) => typed.replaceAll('\r\n', '\n')
      expect(back).toMatchObject({
        N: [plain(lastName), 'Souad', '', '', ''],
        ORG: [plain(organisation)],
        TITLE: [plain(title)],
        'ADR;TYPE=HOME': ['', '', plain(street), 'Nantes', '', '44000', ''],
      })
      expect(Object.keys(back ?? {})).toHaveLength(7)
    }),
  )
})

/** Cards as an address book reads them, with none of the code that wrote them. */
function read(text: string): Record<string, string[]>[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
  const cards: Record<string, string[]>[] = []
  for (const line of lines) {
    const at = line.indexOf(':')
    const [name, value] = [line.slice(0, at), line.slice(at + 1)]
    if (name === 'BEGIN') cards.push({})
    else if (name !== 'END') Object.assign(cards.at(-1) ?? {}, { [name]: partsOf(value) })
  }
  return cards
}

function partsOf(value: string): string[] {
  const parts = ['']
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at] ?? ''
    if (letter === ';') parts.push('')
    else if (letter !== '\\') parts.push((parts.pop() ?? '') + letter)
    else {
      at += 1
      const next = value[at] ?? ''
      parts.push((parts.pop() ?? '') + (next === 'n' ? '\n' : next))
    }
  }
  return parts
}
