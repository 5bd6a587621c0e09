import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, describe, expect, test } from 'vitest'
import { values as english } from '../../src/renderer/i18n/en/values.ts'
import { values as french } from '../../src/renderer/i18n/fr/values.ts'
import { choiceLists, guessCode } from '../../src/shared/features/import-values.ts'
import { currentWording } from '../../src/data/features/agreement-wording.ts'
import type { Api, Inputs } from '../../src/shared/contract.ts'
import { aReferral, anAgreement, aMove, saved } from '../support/factories-referrals.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { openTestReader } from '../support/reader.ts'
import { resultOf } from '../support/run-job.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-exports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newPath = (extension: string) => join(folder, `export-${(files += 1)}.${extension}`)
/** Everything a file says, whatever its form. */
function textOf(path: string): string {
  const bytes = readFileSync(path)
  return path.endsWith('.csv') ? bytes.toString('utf8') : [...readWorkbook(bytes).parts.values()].join('')
}
/** The rows of a file, days as ISO days in both forms. */
function tableOf(path: string): readonly (readonly (string | number)[])[] {
  if (path.endsWith('.xlsx')) return readWorkbook(readFileSync(path)).sheets[0]?.rows ?? []
  const { data } = Papa.parse<string[]>(textOf(path).slice(1), { delimiter: ';', skipEmptyLines: true })
  return data.map((row) => row.map((cell) => cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1')))
}
const everyone = { conditions: [], search: '', trashed: false }

type ListRequest = Inputs['exports']['list']
const peopleColumns = [
  { field: 'name', header: 'Nom' },
  { field: 'phone', header: 'Téléphone' },
  { field: 'birthYear', header: 'Année de naissance' },
  { field: 'postcode', header: 'Code postal' },
  { field: 'city', header: 'Ville' },
  { field: 'status', header: 'Statut' },
  { field: 'tags', header: 'Étiquettes' },
  { field: 'createdAt', header: 'Ajoutée le' },
]

function aList(request: Partial<ListRequest> = {}): ListRequest {
  return {
    list: 'people',
    filter: everyone,
    sort: [],
    selection: null,
    columns: peopleColumns,
    format: 'xlsx',
    path: newPath('xlsx'),
    locale: 'fr',
    recipient: 'Ville de Nantes',
    purpose: 'Bilan annuel',
    words: french,
    ...request,
  }
}

async function somePeople(api: Api) {
  await api.people.create({
    lastName: 'Makiese',
    firstName: 'Prisca',
    birthYear: 1990,
    postcode: '01000',
    city: 'Bourg-en-Bresse',
    status: 'jobseeker',
    contactPoints: [{ kind: 'phone', value: '0639983774' }],
    tags: ['marché', 'traiteur'],
  })
  await api.people.create({ lastName: 'Kervadé', firstName: '=Solange', city: '+Nantes' })
  await api.people.create({ lastName: 'Abgrallec', firstName: 'Enora', city: 'Brest' })
}

describe('a list', () => {
  test('as an Excel file: typed, its zeros kept, saying what it is', async () => {
    const { api } = await openTestApi()
    await somePeople(api)
    const request = aList({
      sort: [{ field: 'name', direction: 'desc' }],
      filter: { ...everyone, conditions: [{ field: 'city', operator: 'isNot', value: 'Brest' }] },
    })
    expect(await resultOf(api.exports.list(request))).toEqual({ path: request.path, rows: 2, leftOut: 0 })
    const { sheets, parts } = readWorkbook(readFileSync(request.path))
    const [list, about] = sheets
    expect(list?.name).toBe('Personnes')
    expect(list?.rows).toEqual([
      ['Nom', 'Téléphone', 'Année de naissance', 'Code postal', 'Ville', 'Statut', 'Étiquettes', 'Ajoutée le'],
      [
        'MAKIESE Prisca',
        '06 39 98 37 74',
        1990,
        '01000',
        'Bourg-en-Bresse',
        'En recherche d’emploi',
        'marché; traiteur',
        '2026-11-23',
      ],
      ['KERVADÉ =Solange', '', '', '', '+Nantes', '', '', '2026-11-23'],
    ])
    expect(list?.xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(list?.xml).toContain('<autoFilter ref="A1:H3"/>')
    expect([...parts.values()].join('')).not.toMatch(/<f[ >]/)
    expect(Object.fromEntries(about?.rows ?? [])).toMatchObject({
      Contenu: 'Une ligne est une personne.',
      Lignes: '2',
      Filtre: 'Ville n’est pas Brest',
      'Établi le': '23/11/2026',
      Destinataire: 'Ville de Nantes',
      Finalité: 'Bilan annuel',
      Organisation: 'Les Passerelles',
      Par: 'Solène Kerbrat',
    })
  })

  test('as CSV for a French spreadsheet: mark, semicolons, days, nothing that runs', async () => {
    const { api } = await openTestApi()
    await somePeople(api)
    const request = aList({ format: 'csv', path: newPath('csv') })
    await resultOf(api.exports.list(request))
    const text = readFileSync(request.path, 'utf8')
    expect(text.startsWith('\ufeffNom;Téléphone;')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(5)
    expect(Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true }).data).toEqual([
      peopleColumns.map(({ header }) => header),
      ['ABGRALLEC Enora', '', '', '', 'Brest', '', '', '23/11/2026'],
      ['KERVADÉ =Solange', '', '', '', "'+Nantes", '', '', '23/11/2026'],
      [
        'MAKIESE Prisca',
        '06 39 98 37 74',
        '1990',
        '01000',
        'Bourg-en-Bresse',
        'En recherche d’emploi',
        'marché; traiteur',
        '23/11/2026',
      ],
    ])
  })

  test('only the rows selected, in the order of the screen, and refused when the selection is no longer true', async () => {
    const { api } = await openTestApi()
    await somePeople(api)
    const { rows } = await api.people.list({ offset: 0, limit: 5 })
    const these = aList({ selection: { mode: 'these', ids: [rows[2]?.id ?? '', rows[0]?.id ?? ''] } })
    expect(await resultOf(api.exports.list(these))).toMatchObject({ rows: 2 })
    expect(readWorkbook(readFileSync(these.path)).sheets[0]?.rows.map(([name]) => name)).toEqual([
      'Nom',
      'ABGRALLEC Enora',
      'MAKIESE Prisca',
    ])
    const allBut = aList({ selection: { mode: 'allBut', filter: everyone, except: [rows[0]?.id ?? ''], expected: 2 } })
    expect(await resultOf(api.exports.list(allBut))).toMatchObject({ rows: 2 })
    await api.people.create({ lastName: 'Nouvelle', firstName: 'Venue' })
    await expect(resultOf(api.exports.list({ ...allBut, path: newPath('xlsx') }))).rejects.toMatchObject({
      code: 'selectionChanged',
    })
  })

  test('is noted: what, how many, for whom and why; and cannot be taken back', async () => {
    const { api } = await openTestApi()
    await somePeople(api)
    const request = aList({ columns: peopleColumns.slice(0, 2) })
    await resultOf(api.exports.list(request))
    expect(await api.exports.runs({})).toEqual([
      expect.objectContaining({
        what: 'people',
        rows: 3,
        columns: ['Nom', 'Téléphone'],
        recipient: 'Ville de Nantes',
        purpose: 'Bilan annuel',
        by: 'Solène Kerbrat',
      }),
    ])
    expect(await api.history.next({})).toMatchObject({ undo: 'people.create' })
  })

  test('cancelled, or to a folder that is not there, it leaves no file and no note', async () => {
    const { api } = await openTestApi()
    await somePeople(api)
    const abort = new AbortController()
    const request = aList()
    const job = await api.exports.list(request, { signal: abort.signal })
    abort.abort()
    await expect(
      (async () => {
        for await (const _ of job);
      })(),
    ).rejects.toBeDefined()
    await expect(resultOf(api.exports.list(aList({ path: join(folder, 'nowhere', 'a.xlsx') })))).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(
      resultOf(api.exports.list(aList({ columns: [{ field: 'secret', header: 'x' }] }))),
    ).rejects.toMatchObject({ code: 'invalid' })
    expect(existsSync(request.path)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
    expect(await api.exports.runs({})).toEqual([])
  })

  test('comes back unchanged, in both languages, every column guessed', async () => {
    const { api } = await openTestApi({ openReader: openTestReader })
    await somePeople(api)
    const headers = {
      fr: peopleColumns,
      en: ['Name', 'Phone', 'Birth year', 'Postcode', 'City', 'Status', 'Tags', 'Added on'].map((header, index) => ({
        field: peopleColumns[index]?.field ?? '',
        header,
      })),
    }
    for (const [locale, words] of [
      ['fr', french],
      ['en', english],
    ] as const) {
      for (const format of ['xlsx', 'csv'] as const) {
        const request = aList({ format, path: newPath(format), locale, words, columns: headers[locale] })
        await resultOf(api.exports.list(request))
        const draft = await resultOf(api.imports.read({ kind: 'people', path: request.path }))
        expect(draft.mapping.map(({ field }) => field)).toEqual([
          'fullName',
          'phone',
          'birthYear',
          'postcode',
          'city',
          'status',
          'tags',
          null,
        ])
        expect(
          await resultOf(api.imports.plan({ id: draft.id, mapping: draft.mapping, strategy: 'update' })),
        ).toMatchObject({ unchanged: 3, create: 0, update: 0, error: 0, duplicate: 0 })
      }
    }
  })
})

describe('words', () => {
  test.each([
    ['French', french],
    ['English', english],
  ] as const)('every %s label of a closed list is understood again', (_language, labels) => {
    const lists: Partial<Record<keyof typeof choiceLists, readonly (keyof typeof french)[]>> = {
      moveReason: ['refusalReason', 'withdrawalReason', 'expiryReason'],
    }
    for (const list of Object.keys(choiceLists) as (keyof typeof choiceLists)[]) {
      for (const name of lists[list] ?? [list as keyof typeof french]) {
        for (const [code, label] of Object.entries(labels[name])) {
          const understood = guessCode(list, label)
          // two reasons share a word; the state tells which
          const meant = code === 'unreachable' ? 'notReachable' : code
          expect([list, label, understood]).toEqual([list, label, meant])
        }
      }
    }
  })
})

test('whatever a text begins with, it is harmless in the file and whole when it comes back', async () => {
  const { api } = await openTestApi({ openReader: openTestReader })
  const start = fc.constantFrom('=', '+', '-', '@', '＝', '＋', "'", "'=", ' =', '"=', ';=', '\t', '«=', '')
  const cities = fc.sample(
    fc
      .tuple(start, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))
      .map(([first, rest]) => `${first}${rest}x`.replaceAll(/[^\P{C}\t]|[\u2028\u2029]/gu, '').trim())
      .filter((city) => city.length > 1),
    { numRuns: 120, seed: 7 },
  )
  for (const [index, city] of cities.entries())
    await api.people.create({
      lastName: `Nom${index}`,
      firstName: 'Prénom',
      birthDate: '1990-01-01',
      city: city.replaceAll(/\s+/g, ' '),
    })
  for (const format of ['csv', 'xlsx'] as const) {
    const request = aList({
      format,
      path: newPath(format),
      columns: [
        { field: 'name', header: 'Nom complet' },
        { field: 'birthYear', header: 'Année de naissance' },
        { field: 'city', header: 'Ville' },
      ],
    })
    await resultOf(api.exports.list(request))
    const cells =
      format === 'csv'
        ? Papa.parse<string[]>(textOf(request.path).slice(1), { delimiter: ';', skipEmptyLines: true }).data.flat()
        : []
    expect(cells.filter((text) => /^[ "«]*[=+\-@＝＋]/.test(text))).toEqual([])
    expect(textOf(request.path)).not.toContain('<f>')
    const draft = await resultOf(api.imports.read({ kind: 'people', path: request.path }))
    const counts = await resultOf(api.imports.plan({ id: draft.id, mapping: draft.mapping, strategy: 'update' }))
    const { rows } = await api.imports.preview({ id: draft.id, offset: 0, limit: 500 })
    const cameBack = rows.map((row) => row.cells.find(({ field }) => field === 'city')?.text)
    const { rows: known } = await api.people.list({ offset: 0, limit: 500 })
    expect(cameBack).toEqual(known.map(({ city }) => city))
    expect(counts).toMatchObject({ create: 0 })
  }
}, 60_000)

describe('between a landlord and an association', () => {
  const landlordName = 'Estuaire Habitat'

  async function twoSpaces() {
    const landlord = await openTestApi({
      kind: 'landlord',
      organisationName: landlordName,
      deviceId: 'device-landlord',
      openReader: openTestReader,
    })
    const association = await openTestApi({
      kind: 'association',
      organisationName: 'Les Passerelles',
      deviceId: 'device-association',
      openReader: openTestReader,
    })
    return { landlord: landlord.api, association: association.api }
  }

  async function bring(api: Api, path: string, strategy: 'fillBlanks' | 'update' = 'fillBlanks') {
    const draft = await resultOf(api.imports.read({ kind: 'referrals', path }))
    const counts = await resultOf(api.imports.plan({ id: draft.id, mapping: draft.mapping, strategy }))
    const { rows } = await api.imports.preview({ id: draft.id, offset: 0, limit: 100 })
    return { draft, counts, rows, apply: () => resultOf(api.imports.apply({ id: draft.id })) }
  }

  test.each(['xlsx', 'csv'] as const)(
    'a referral travels as %s, is decided, and its landlord sees it move',
    async (format) => {
      const { landlord, association } = await twoSpaces()
      const person = {
        firstName: 'Prisca',
        lastName: 'Makiese',
        birthDate: '1990-05-25',
        postcode: '44400',
        city: 'Rezé',
        contactPoints: [
          { kind: 'phone' as const, value: '0639983774' },
          { kind: 'phone' as const, value: '0240123456' },
        ],
      }
      const sent = await landlord.referrals.create(
        aReferral({
          person,
          send: true,
          needs: ['funding', 'childcare'],
          officerName: 'Aline Roy',
          note: 'Ne doit pas sortir', // the wording she signed says nothing of a note
          contactPreference: 'phone',
          bestTimes: ['morning', 'saturday'],
        }),
      )
      const silent = await landlord.referrals.create(
        aReferral({
          send: true,
          note: 'Disponible le matin',
          agreement: anAgreement({ scope: ['contact'], wordingVersion: currentWording }),
        }),
      )
      await landlord.referrals.create(aReferral({ agreement: null }))
      const gone = await landlord.referrals.create(aReferral({ send: true }))
      await landlord.referrals.move(aMove(gone, 'withdrawn'))

      const handed = newPath(format)
      expect(
        await resultOf(
          landlord.exports.forAssociation({
            filter: everyone,
            format,
            path: handed,
            locale: 'fr',
            recipient: 'Les Passerelles',
            words: french,
          }),
        ),
      ).toEqual({ path: handed, rows: 2, leftOut: 0 })
      expect(textOf(handed)).not.toContain('Ne doit pas sortir')
      expect(textOf(handed)).not.toContain(gone.number)

      const asked = await resultOf(association.imports.read({ kind: 'people', path: handed }))
      expect(asked).toMatchObject({ partnerFile: 'forAssociation', kind: 'referrals' })
      const arriving = await bring(association, handed)
      expect(arriving.draft).toMatchObject({ partnerFile: 'forAssociation' })
      expect(arriving.draft.mapping.filter(({ field }) => field === null)).toEqual([])
      expect(arriving.counts).toMatchObject({ create: 2, error: 0, duplicate: 0 })
      await arriving.apply()
      const { rows } = await association.referrals.list({ offset: 0, limit: 10 })
      expect(rows.map(({ number }) => number).sort()).toEqual([sent.number, silent.number].sort())
      const received = await association.referrals.get({
        id: rows.find(({ number }) => number === sent.number)?.id ?? '',
      })
      expect(received).toMatchObject({
        state: 'received',
        sentOn: '2026-11-23',
        lastName: 'Makiese',
        landlordName,
        officerName: 'Aline Roy',
        needs: ['funding', 'childcare'],
        contactPreference: 'phone',
        bestTimes: ['morning', 'saturday'],
        agreement: {
          how: 'signedForm',
          givenOn: '2026-10-01',
          scope: ['contact', 'statusBack'],
          wordingVersion: '2026-11',
        },
      })
      expect(await association.people.get({ id: received.personId })).toMatchObject({
        birthDate: '1990-05-25',
        contactPoints: [{ value: '+33639983774' }, { value: '+33240123456' }],
      })
      const noted = rows.find(({ number }) => number === silent.number)?.id ?? ''
      expect((await association.referrals.get({ id: noted })).note).toBe('Disponible le matin')
      expect((await bring(association, handed)).counts).toMatchObject({ unchanged: 2, create: 0 })

      const met = saved(await association.referrals.move(aMove(received, 'met')))
      saved(await association.referrals.move(aMove(met, 'accepted')))
      const other = rows.find(({ number }) => number === silent.number)
      saved(await association.referrals.move(aMove({ id: other?.id ?? '', version: other?.version ?? 0 }, 'refused')))

      const [first] = rows
      const landlordId = first?.landlordId ?? null
      expect(await association.exports.previewForPartner({ filter: everyone, landlordId })).toEqual({
        rows: 1,
        leftOut: 1,
        recipients: [landlordName],
      })
      const back = newPath(format)
      expect(
        await resultOf(
          association.exports.forPartner({
            filter: everyone,
            landlordId,
            format,
            path: back,
            locale: 'en',
            purpose: 'Feedback',
            words: english,
          }),
        ),
      ).toEqual({ path: back, rows: 1, leftOut: 1 })
      expect((await association.exports.runs({}))[0]).toMatchObject({
        what: 'forPartner',
        recipient: landlordName,
        rows: 1,
      })
      expect(tableOf(back)).toEqual([
        [
          'Number',
          'Status',
          'Sent on',
          'Received on',
          'Met on',
          'Decided on',
          'Closed on',
          'Refusal reasons',
          'Outcome',
          'palier:referral-status:1',
        ],
        [
          sent.number,
          english.referralState.accepted,
          ...Array.from({ length: 4 }, () => '2026-11-23'),
          '',
          '',
          '',
          'Les Passerelles',
        ],
      ])

      const news = await bring(landlord, back)
      expect(news.draft).toMatchObject({ partnerFile: 'forPartner' })
      expect(news.counts).toMatchObject({ update: 1, error: 0, create: 0 })
      expect(news.rows[0]?.cells).toContainEqual({
        field: 'state',
        text: 'accepted',
        before: 'sent',
        repaired: null,
        problem: null,
      })
      expect(await news.apply()).toMatchObject({ updated: 1 })
      const told = await landlord.referrals.get({ id: sent.id })
      expect(told).toMatchObject({ state: 'accepted', receivedOn: '2026-11-23', decidedOn: '2026-11-23' })
      expect(told.moves.at(-1)).toMatchObject({ from: 'sent', to: 'accepted', by: 'Les Passerelles' })
      expect(await landlord.referrals.get({ id: silent.id })).toMatchObject({ state: 'sent' })
      expect((await bring(landlord, back)).counts).toMatchObject({ unchanged: 1, update: 0 })
      await landlord.imports.undo({ id: news.draft.id })
      expect(await landlord.referrals.get({ id: sent.id })).toMatchObject({ state: 'sent', decidedOn: null })
    },
    60_000,
  )

  test('news of a referral that is not known, or that cannot have happened, is refused', async () => {
    const { landlord } = await twoSpaces()
    const draft = await landlord.referrals.create(aReferral({ agreement: null }))
    const withdrawn = await landlord.referrals.create(aReferral({ send: true }))
    const path = newPath('csv')
    const header = 'Numéro;État;Décision le;Motifs de refus;palier:referral-status:1'
    writeFileSync(
      path,
      `${header}\nOR-2026-9999-ZZZZ;Acceptée;20/11/2026;;Les Passerelles\n${withdrawn.number};Refusée;30/11/2026;Plus de place;Les Passerelles\n${withdrawn.number};Refusée;;;Les Passerelles\n${draft.number};Brouillon;;;Les Passerelles\n`,
    )
    const { counts, rows } = await bring(landlord, path)
    expect(counts).toMatchObject({ error: 2, duplicate: 1, unchanged: 1 })
    expect(rows[0]?.cells).toContainEqual(expect.objectContaining({ field: 'number', problem: 'unknownNumber' }))
    expect(rows[1]?.cells).toContainEqual(expect.objectContaining({ field: 'decidedOn', problem: 'futureDate' }))
  })

  test('what the person did not agree to never leaves, whatever the record holds', async () => {
    const { association } = await twoSpaces()
    const canaries = {
      project: 'canari-projet',
      goal: 'canari-but',
      note: 'canari-note',
      officerName: 'canari-agent',
      agency: 'canari-agence',
    }
    const referral = await association.referrals.create(
      aReferral({
        ...canaries,
        person: {
          firstName: 'canari-prénom',
          lastName: 'canari-nom',
          note: 'canari-fiche',
          contactPoints: [{ kind: 'email', value: 'canari@exemple.fr' }],
        },
      }),
    )
    await association.referrals.create(aReferral({ agreement: anAgreement({ scope: ['contact'] }) }))
    for (const format of ['xlsx', 'csv'] as const) {
      const path = newPath(format)
      expect(
        await resultOf(
          association.exports.forPartner({
            filter: everyone,
            landlordId: null,
            format,
            path,
            locale: 'fr',
            purpose: '',
            words: french,
          }),
        ),
      ).toMatchObject({ rows: 1, leftOut: 1 })
      const text = textOf(path)
      expect(text).toContain(referral.number)
      expect(text).not.toMatch(/canari/i)
    }
    await expect(
      resultOf(
        association.exports.forAssociation({
          filter: everyone,
          format: 'csv',
          path: newPath('csv'),
          locale: 'fr',
          recipient: '',
          words: french,
        }),
      ),
    ).rejects.toMatchObject({ code: 'invalid' })
  })
})
