import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import type { Api } from '../../src/shared/contract.ts'
import type { ImportKind, PreviewRow } from '../../src/shared/features/imports.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { openTestReader } from '../support/reader.ts'
import { resultOf, runJob } from '../support/run-job.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-imports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const landlordsFile = resolve(import.meta.dirname, '../fixtures/bailleurs_13_sisal2021.csv')

let files = 0
/** As many as the promise says where time is at hand, fewer at the desk. */
const many = process.env['CI'] ? 10_000 : 500
function csv(text: string): string {
  const path = join(folder, `liste-${(files += 1)}.csv`)
  writeFileSync(path, text)
  return path
}
async function xlsx(rows: readonly (readonly (string | number | boolean | Date | null)[])[]): Promise<string> {
  const path = join(folder, `liste-${(files += 1)}.xlsx`)
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Liste', rows: rows.map((row) => [...row]) }] }))
  return path
}

const open = (options: Parameters<typeof openTestApi>[0] = {}) =>
  openTestApi({ openReader: openTestReader, ...options })

async function prepare(
  api: Api,
  kind: ImportKind,
  path: string,
  strategy: 'skip' | 'fillBlanks' | 'update' | 'create' = 'fillBlanks',
) {
  const draft = await resultOf(api.imports.read({ kind, path }))
  const counts = await resultOf(api.imports.plan({ id: draft.id, mapping: draft.mapping, strategy }))
  return { draft, counts }
}

async function rowsOf(api: Api, id: string): Promise<readonly PreviewRow[]> {
  return (await api.imports.preview({ id, offset: 0, limit: 500 })).rows
}

function cell(row: PreviewRow | undefined, field: string) {
  return row?.cells.find((one) => one.field === field)
}

describe('the landlords of Bouches-du-Rhône', () => {
  test('come in whole, their CEDEX postcodes flagged and never an error', async () => {
    const { api } = await open()
    const { draft, counts } = await prepare(api, 'organisations', landlordsFile)
    expect(draft.mapping.map(({ field }) => field)).toEqual([
      'name',
      'siren',
      'siret',
      'postcode',
      'city',
      'landlordFamily',
    ])
    expect(counts).toEqual({ create: 38, update: 0, unchanged: 0, duplicate: 0, error: 0, skip: 0 })
    const rows = await rowsOf(api, draft.id)
    expect(rows.filter((row) => row.cells.some(({ repaired }) => repaired === 'cedex'))).toHaveLength(18)

    const run = await resultOf(api.imports.apply({ id: draft.id }))
    expect(run).toMatchObject({ created: 38, updated: 0, refused: 0, undoneAt: null })
    const page = await api.organisations.list({
      offset: 0,
      limit: 100,
      filter: { conditions: [{ field: 'kind', operator: 'is', value: 'landlord' }] },
    })
    expect(page.total).toBe(38)
    const unicil = page.rows.find(({ name }) => name === 'S.A. UNICIL')
    expect(unicil).toMatchObject({
      siren: '573620754',
      siret: '57362075400032',
      landlordFamily: 'socialHousingCompany',
      postcode: '13006',
    })
    const logirem = await api.organisations.get({ id: page.rows.find(({ name }) => name === 'S.A. LOGIREM')?.id ?? '' })
    expect(logirem).toMatchObject({ siren: '060804770', postcode: '13302', communeCode: null })
  })

  test('are unchanged the second time, and the file is recognised', async () => {
    const { api } = await open()
    const first = await prepare(api, 'organisations', landlordsFile)
    await resultOf(api.imports.apply({ id: first.draft.id }))
    const second = await prepare(api, 'organisations', landlordsFile)
    expect(second.draft).toMatchObject({ remembered: true, alreadyImportedOn: '2026-11-23' })
    expect(second.counts).toEqual({ create: 0, update: 0, unchanged: 38, duplicate: 0, error: 0, skip: 0 })
  })

  test('go as they came when the import is undone, and come back when that is undone', async () => {
    const { api } = await open()
    const { draft } = await prepare(api, 'organisations', landlordsFile)
    await resultOf(api.imports.apply({ id: draft.id }))
    const undone = await api.imports.undo({ id: draft.id })
    expect(undone.kept).toEqual([])
    expect((await api.organisations.list({ offset: 0, limit: 1 })).total).toBe(1) // the space's own
    expect((await api.imports.runs({}))[0]).toMatchObject({ id: draft.id, created: 38, undoneAt: expect.any(String) })
    await expect(api.imports.undo({ id: draft.id })).rejects.toMatchObject({ code: 'nothingToUndo' })
    await api.history.redoLast({})
    expect((await api.organisations.list({ offset: 0, limit: 1 })).total).toBe(39)
    expect((await api.imports.runs({}))[0]).toMatchObject({ undoneAt: null })
    expect(await api.history.verify({})).toMatchObject({ brokenAt: null })
  })
})

describe('people', () => {
  const header = 'Nom;Prénom;Téléphone;Courriel;Né(e) le;Adresse;CP;Ville;QPV;Situation;Étiquettes'

  test('each cell is read, repaired where that is certain, refused with its reason where not', async () => {
    const { api } = await open()
    const path = csv(
      [
        header,
        'MAKIESE;Prisca;639983774;prisca@exemple.fr;25/05/1990;3, rue du Puits;1000;Bourg-en-Bresse;oui;Demandeuse d’emploi;traiteur, marché',
        'KERVADÉ;Solange;6,39998E+08;;31/02/1990;;;;;;',
        'EL MESTOURI;Hafida;;pas une adresse;;;44200;NANTES CEDEX 2;non;inconnue;',
        'PRIGENTIL;Laure;02 40 12 34 56 / 06 39 98 80 35;;1990;;;;;vagabonde;',
        ';;;;;;;;;;x',
        'DUMÉNIL;Anaïs;;;;FR76 3000 6000 0112 3456 7890 189;;;;;',
      ].join('\n'),
    )
    const { draft, counts } = await prepare(api, 'people', path)
    expect(draft.columns.every(({ refused }) => refused === null)).toBe(true)
    expect(counts).toMatchObject({ create: 1, error: 5 })
    const [good, lost, wrongMail, unknown, nameless, iban] = await rowsOf(api, draft.id)
    expect(good).toMatchObject({ line: 2, effect: 'create', label: 'MAKIESE Prisca' })
    expect(cell(good, 'phone')).toEqual({
      field: 'phone',
      text: '06 39 98 37 74',
      before: null,
      repaired: 'leadingZero',
      problem: null,
    })
    expect(cell(good, 'postcode')).toMatchObject({ text: '01000', repaired: 'leadingZero' })
    expect(cell(good, 'birthDate')).toMatchObject({ text: '1990-05-25' })
    expect(cell(good, 'qpvState')).toMatchObject({ text: 'in', repaired: 'qpvWithoutCode' })
    expect(cell(good, 'status')).toMatchObject({ text: 'jobseeker' })
    expect(cell(lost, 'phone')).toMatchObject({ text: '6,39998E+08', problem: 'lostDigits' })
    expect(cell(lost, 'birthDate')).toMatchObject({ text: '31/02/1990', problem: 'impossibleDay' })
    expect(cell(wrongMail, 'email')).toMatchObject({ problem: 'wrongForm' })
    expect(cell(wrongMail, 'city')).toMatchObject({ repaired: 'cedex' })
    expect(cell(unknown, 'status')).toMatchObject({ problem: 'unknownValue' })
    expect(cell(unknown, 'birthDate')).toMatchObject({ problem: 'yearOnly' })
    expect(cell(unknown, 'phone')).toMatchObject({ text: '02 40 12 34 56; 06 39 98 80 35', problem: null })
    expect(nameless?.problems).toEqual(['nameMissing'])
    expect(cell(iban, 'address')).toMatchObject({ problem: 'sensitiveNumber' })

    await resultOf(api.imports.apply({ id: draft.id }))
    const page = await api.people.list({ offset: 0, limit: 10 })
    expect(page.rows).toHaveLength(1)
    const prisca = await api.people.get({ id: page.rows[0]?.id ?? '' })
    expect(prisca).toMatchObject({
      lastName: 'MAKIESE',
      birthDate: '1990-05-25',
      birthYear: 1990,
      postcode: '01000',
      communeCode: '01053',
      qpvState: 'toCheck',
      status: 'jobseeker',
    })
    expect(prisca.tags.map(({ name }) => name)).toEqual(['marché', 'traiteur'])
  })

  test('a cell is corrected in place, a duplicate settled, a row given its own strategy', async () => {
    const { api } = await open()
    const known = await api.people.create({
      firstName: 'Corinne',
      lastName: 'Vasselin',
      birthYear: 1981,
      contactPoints: [{ kind: 'phone', value: '06 39 98 37 74' }],
    })
    const path = csv(
      `${header}\nVASSELIN;Corine;0639983774;;01/02/1981;2, ferme des Genêts;;;;;\nKERVADÉ;Solange;6,39998E+08;;;;;;;;\n`,
    )
    const { draft, counts } = await prepare(api, 'people', path)
    expect(counts).toMatchObject({ duplicate: 1, error: 1 })
    const [likely] = await rowsOf(api, draft.id)
    expect(likely?.duplicate).toMatchObject({ id: known.id, line: null, level: 'likely', label: 'VASSELIN Corinne' })

    const same = await api.imports.editRow({ id: draft.id, line: 2, decision: 'same' })
    expect(same.row).toMatchObject({ effect: 'update', recordId: known.id, decision: 'same' })
    expect(cell(same.row, 'address')).toMatchObject({ before: '', text: '2, ferme des Genêts' })
    expect(cell(same.row, 'firstName')).toMatchObject({ before: null })
    const fixed = await api.imports.editRow({ id: draft.id, line: 3, cell: { field: 'phone', text: '06 39 98 29 50' } })
    expect(fixed).toMatchObject({ row: { effect: 'create' }, counts: { create: 1, update: 1, error: 0 } })
    expect((await api.imports.editRow({ id: draft.id, line: 3, strategy: 'skip' })).row.effect).toBe('create')
    expect((await api.imports.editRow({ id: draft.id, line: 2, decision: 'different' })).row.effect).toBe('create')
    expect((await api.imports.editRow({ id: draft.id, line: 2, decision: 'ignore' })).row.effect).toBe('skip')
    await api.imports.editRow({ id: draft.id, line: 2, decision: 'same' })

    expect(await resultOf(api.imports.apply({ id: draft.id }))).toMatchObject({ created: 1, updated: 1 })
    expect(await api.people.get({ id: known.id })).toMatchObject({
      firstName: 'Corinne',
      address: '2, ferme des Genêts',
      birthDate: '1981-02-01',
    })
  })

  test.each([
    ['skip', 'skip', { address: null, city: 'Rezé' }],
    ['fillBlanks', 'update', { address: '1, rue Haute', city: 'Rezé' }],
    ['update', 'update', { address: '1, rue Haute', city: 'Nantes' }],
    ['create', 'create', { address: null, city: 'Rezé' }],
  ] as const)('« %s » gives a known person the effect %s', async (strategy, effect, expected) => {
    const { api } = await open()
    const known = await api.people.create({
      firstName: 'Nora',
      lastName: 'Haddadou',
      birthDate: '1988-03-04',
      city: 'Rezé',
    })
    const path = csv(`${header}\nHADDADOU;Nora;;;04/03/1988;1, rue Haute;;Nantes;;;\n`)
    const { draft } = await prepare(api, 'people', path, strategy)
    expect((await rowsOf(api, draft.id))[0]).toMatchObject({ effect })
    await resultOf(api.imports.apply({ id: draft.id }))
    expect(await api.people.get({ id: known.id })).toMatchObject(expected)
    expect((await api.people.list({ offset: 0, limit: 5 })).total).toBe(strategy === 'create' ? 2 : 1)
  })

  test.each([
    ['people', 'Nom;Prénom;Né(e) le;Ville;Projet\nBELHARBI;Lila;02/04/1981;Rezé;Couture\n', 'city'],
    ['organisations', 'Nom;SIREN;Ville;Site\nAtelier;552100554;Rezé;atelier.example\n', 'city'],
    ['residences', 'Code;Nom;Bailleur;Ville;Adresse\n0042;Le Ponant;Estuaire;Rezé;1, quai\n', 'name'],
  ] as const)('of %s, a field that is to stay is not written over', async (kind, text, kept) => {
    const { api } = await open()
    const landlord = await api.organisations.create({ kind: 'landlord', name: 'Estuaire' })
    await api.residences.create({ landlordId: landlord.id, name: 'Les Genêts', code: '0042' })
    await api.people.create({ lastName: 'Belharbi', firstName: 'Lila', birthDate: '1981-04-02', city: 'Nantes' })
    await api.organisations.create({ kind: 'company', name: 'Atelier', siren: '552100554', city: 'Nantes' })
    const { draft } = await prepare(api, kind, csv(text), 'update')
    const [before] = await rowsOf(api, draft.id)
    expect(before).toMatchObject({ effect: 'update', kept: [] })
    expect(cell(before, kept)?.before).toBeTruthy()
    const { row } = await api.imports.editRow({ id: draft.id, line: 2, decision: 'same', keep: [kept] })
    expect(row).toMatchObject({ effect: 'update', kept: [kept] })
    expect(cell(row, kept)?.before).toBeNull()
    expect(row.cells.filter((one) => one.before !== null).length).toBeGreaterThan(0)
    expect(await resultOf(api.imports.apply({ id: draft.id }))).toMatchObject({ created: 0, updated: 1 })
    const list = await api[kind].list({ offset: 0, limit: 5 })
    const values = list.rows.map((one) => (one as Readonly<Record<string, unknown>>)[kept])
    expect(values).toContain(cell(before, kept)?.before)
    expect(values).not.toContain(cell(before, kept)?.text)
  })

  test('a line that is corrected tells the lines below it who they are about', async () => {
    const { api } = await open()
    const path = csv(
      `${header}\nLE DORZÉ;Aurore;;;03/04/92;;;;;;\nLE DORZE;Aurore;;;03/04/1992;;;;;;\nLE DORZE;Aurore;;;03/04/1992;;;;;;\n`,
    )
    const { draft, counts } = await prepare(api, 'people', path)
    expect(counts).toMatchObject({ error: 1, create: 1, duplicate: 1 })
    const corrected = await api.imports.editRow({
      id: draft.id,
      line: 2,
      cell: { field: 'birthDate', text: '03/04/1992' },
    })
    expect(corrected.counts).toMatchObject({ create: 1, duplicate: 2 })
    expect((await rowsOf(api, draft.id))[1]?.duplicate).toMatchObject({ line: 2, level: 'same' })

    // decided the same, then found to be about someone else after all: the line below is no longer theirs
    await api.imports.editRow({ id: draft.id, line: 3, decision: 'same' })
    await api.imports.editRow({ id: draft.id, line: 4, decision: 'ignore' })
    await api.imports.editRow({ id: draft.id, line: 2, cell: { field: 'firstName', text: 'Bérengère' } })
    expect((await rowsOf(api, draft.id))[1]).toMatchObject({ effect: 'create', label: 'LE DORZE Aurore' })
    expect(await resultOf(api.imports.apply({ id: draft.id }))).toMatchObject({ created: 2, updated: 0 })
    const { rows } = await api.people.list({ offset: 0, limit: 5 })
    expect(rows.map(({ firstName }) => firstName).toSorted()).toEqual(['Aurore', 'Bérengère'])
  })

  test('someone twice in one file is asked about; a family that shares a phone is only flagged', async () => {
    const { api } = await open()
    const path = csv(
      `${header}\nLE DORZÉ;Aurore;0261914480;;03/04/1992;;;;;;\nLE DORZE;Aurore;;;03/04/1992;;;;;;\nTRAOUMI;Fanta;0261914480;;;;;;;;\n`,
    )
    const { draft, counts } = await prepare(api, 'people', path)
    expect(counts).toMatchObject({ create: 2, duplicate: 1 })
    const [, twice, family] = await rowsOf(api, draft.id)
    expect(twice?.duplicate).toMatchObject({ id: null, line: 2, level: 'same' })
    expect(family).toMatchObject({ effect: 'create', duplicate: { line: 2, level: 'hint', reasons: ['samePhone'] } })
    await api.imports.editRow({ id: draft.id, line: 3, decision: 'same' })
    expect(await resultOf(api.imports.apply({ id: draft.id }))).toMatchObject({ created: 2, unchanged: 1 })
  })

  test('a column of numbers of social security is refused and leaves no trace', async () => {
    const { api, database } = await open()
    const path = csv('Nom;Prénom;Matricule\nPETIT;Jo;1 85 05 78 006 084 91\nROUX;Al;2 84 05 75 120 005 10\n')
    const { draft } = await prepare(api, 'people', path)
    expect(draft.columns[2]).toMatchObject({ refused: 'nir', samples: [] })
    const mapping = draft.mapping.map((one) => (one.column === 2 ? { ...one, field: 'note' } : one))
    await resultOf(api.imports.plan({ id: draft.id, mapping, strategy: 'fillBlanks' }))
    await resultOf(api.imports.apply({ id: draft.id }))
    const { rows } = await api.people.list({ offset: 0, limit: 5 })
    expect(await api.people.get({ id: rows[0]?.id ?? '' })).toMatchObject({ note: null })
    const staged = await database.read().db.selectFrom('importDrafts').select(['columns', 'distinctValues']).execute()
    expect(JSON.stringify(staged)).not.toMatch(/1 85 05/)
  })

  test('a column whose dates contradict each other is blocked, until an order is chosen', async () => {
    const { api } = await open()
    const path = csv('Nom;Prénom;Date de naissance\nPETIT;Jo;23/02/1990\nROUX;Al;02/23/1991\nMOREL;Lou;01/02/1992\n')
    const { draft, counts } = await prepare(api, 'people', path)
    expect(counts).toMatchObject({ error: 3 })
    expect(cell((await rowsOf(api, draft.id))[2], 'birthDate')).toMatchObject({ problem: 'mixedDates' })
    const mapping = draft.mapping.map((one) =>
      one.field === 'birthDate' ? { ...one, dateOrder: 'dmy' as const } : one,
    )
    expect(await resultOf(api.imports.plan({ id: draft.id, mapping, strategy: 'fillBlanks' }))).toMatchObject({
      create: 2,
      error: 1,
    })
  })

  test('a word nobody knows is mapped once for the whole column', async () => {
    const { api } = await open()
    const { draft, counts } = await prepare(api, 'people', csv('Nom;Prénom;Statut\nPETIT;Jo;DEFM A\nROUX;Al;DEFM A\n'))
    expect(counts).toMatchObject({ error: 2 })
    const mapping = draft.mapping.map((one) =>
      one.field === 'status' ? { ...one, values: { 'DEFM A': 'jobseeker' } } : one,
    )
    expect(await resultOf(api.imports.plan({ id: draft.id, mapping, strategy: 'fillBlanks' }))).toMatchObject({
      create: 2,
      error: 0,
    })
  })

  test('a workbook with titles, whole names and numbers for phones', async () => {
    const { api } = await open()
    const path = await xlsx([
      ['Résidents suivis', null, null, null],
      [],
      ['Nom', 'Tél', 'Naissance', 'Bailleur'],
      ['EL MESTOURI Hafida', 639980827, new Date(Date.UTC(1985, 0, 31)), 'Inconnu Habitat'],
      ['DE LA TOUR Jean-Luc', 639989341, null, null],
    ])
    const { draft } = await prepare(api, 'people', path)
    expect(draft.shape).toMatchObject({ format: 'xlsx', sheet: 'Liste', headerRow: 2 })
    expect(draft.mapping.map(({ field }) => field)).toEqual(['fullName', 'phone', 'birthDate', 'landlordName'])
    expect(cell((await rowsOf(api, draft.id))[0], 'landlordName')).toMatchObject({ repaired: 'leftOut' })
    await resultOf(api.imports.apply({ id: draft.id }))
    const { rows } = await api.people.list({ offset: 0, limit: 5 })
    expect(rows.map(({ lastName, firstName, phone, birthYear }) => [lastName, firstName, phone, birthYear])).toEqual([
      ['DE LA TOUR', 'Jean-Luc', '+33639989341', null],
      ['EL MESTOURI', 'Hafida', '+33639980827', 1985],
    ])
  })

  test('a residence is found by its landlord’s code and brings its landlord', async () => {
    const { api } = await open()
    const landlord = await api.organisations.create({ kind: 'landlord', name: 'Estuaire Habitat' })
    const residence = await api.residences.create({ landlordId: landlord.id, name: 'Les Genêts', code: '0042' })
    const { draft } = await prepare(
      api,
      'people',
      csv(
        'Nom;Prénom;Bailleur;Code résidence\nPETIT;Jo;estuaire habitat;0042\nROUX;Al;;0042\nMOREL;Lou;Estuaire Habitat;42\n',
      ),
    )
    await resultOf(api.imports.apply({ id: draft.id }))
    const { rows } = await api.people.list({ offset: 0, limit: 5 })
    const housed = Object.fromEntries(rows.map((row) => [row.lastName, [row.landlordId, row.residenceId]]))
    expect(housed).toEqual({
      PETIT: [landlord.id, residence.id],
      ROUX: [landlord.id, residence.id],
      MOREL: [landlord.id, null],
    })
  })

  test('a landlord or a residence that several could be is refused, and told which is meant in its cell', async () => {
    const { api } = await open()
    const one = await api.organisations.create({ kind: 'landlord', name: 'S.A. Estuaire' })
    const two = await api.organisations.create({ kind: 'landlord', name: 'Estuaire HLM' })
    for (const landlordId of [one.id, two.id])
      await api.residences.create({ landlordId, name: 'Les Genêts', code: '0042' })
    const { draft, counts } = await prepare(
      api,
      'people',
      csv('Nom;Prénom;Bailleur;Code résidence\nPETIT;Jo;estuaire;0042\nROUX;Al;;0042\nMOREL;Lou;Estuaire HLM;0042\n'),
    )
    expect(counts).toMatchObject({ create: 1, error: 2 })
    const [petit, roux] = await rowsOf(api, draft.id)
    expect(cell(petit, 'landlordName')?.problem).toBe('severalLandlords')
    expect(cell(roux, 'residenceCode')?.problem).toBe('severalResidences')
    const { row } = await api.imports.editRow({
      id: draft.id,
      line: petit?.line ?? 0,
      cell: { field: 'landlordName', text: 'S.A. Estuaire' },
    })
    expect(row).toMatchObject({ effect: 'create', problems: [] })

    const estates = await prepare(api, 'residences', csv('Code;Nom;Bailleur\n0050;Le Ponant;estuaire\n'))
    expect(cell((await rowsOf(api, estates.draft.id))[0], 'landlordName')?.problem).toBe('severalLandlords')
  })
})

describe('organisations abroad', () => {
  test('keep the postcode of their country; one of digits alone is held to the French rule', async () => {
    const { api } = await open()
    const { draft, counts } = await prepare(
      api,
      'organisations',
      csv('Nom;CP;Ville\nAtelier Senne;b-1000;Bruxelles\nThames Works;SW1A 1AA;London\nLoire Textile;440;Nantes\n'),
    )
    expect(counts).toMatchObject({ create: 2, error: 1 })
    const [brussels, london, nantes] = await rowsOf(api, draft.id)
    expect(cell(brussels, 'postcode')).toMatchObject({ text: 'B-1000', repaired: 'abroad', problem: null })
    expect(cell(london, 'city')).toMatchObject({ repaired: null })
    expect(cell(nantes, 'postcode')?.problem).toBe('wrongLength')
    await resultOf(api.imports.apply({ id: draft.id }))
    const { rows } = await api.organisations.list({ offset: 0, limit: 5 })
    expect(rows.map(({ name, postcode }) => [name, postcode])).toEqual(
      expect.arrayContaining([
        ['Atelier Senne', 'B-1000'],
        ['Thames Works', 'SW1A 1AA'],
      ]),
    )
    const people = await prepare(api, 'people', csv('Nom;Prénom;CP\nPETIT;Jo;B-1000\n'))
    expect(people.counts).toMatchObject({ error: 1 })
  })
})

describe('one import is one act', () => {
  test('cancelled half way, nothing is written and the draft is still there', async () => {
    const { api, database } = await open()
    const rows = Array.from({ length: 400 }, (_, index) => `NOM${index};Prénom${index}`)
    const { draft } = await prepare(api, 'people', csv(`Nom;Prénom\n${rows.join('\n')}\n`))
    const before = await database
      .read()
      .db.selectFrom('changes')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const abort = new AbortController()
    const applying = await api.imports.apply({ id: draft.id }, { signal: abort.signal })
    await expect(
      (async () => {
        for await (const { done } of applying) if (done >= 100) abort.abort()
      })(),
    ).rejects.toBeDefined()
    await database.whileQuiet(() => Promise.resolve())
    expect((await api.people.list({ offset: 0, limit: 1 })).total).toBe(0)
    const after = await database
      .read()
      .db.selectFrom('changes')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(after).toEqual(before)
    expect(await api.imports.runs({})).toEqual([])
    expect(await resultOf(api.imports.apply({ id: draft.id }))).toMatchObject({ created: 400 })
  })

  test('what follows the writing is told too, and can still be cancelled', async () => {
    const { api } = await open()
    const rows = Array.from({ length: 400 }, (_, index) => `NOM${index};Prénom${index}`)
    const path = csv(`Nom;Prénom\n${rows.join('\n')}\n`)
    const { draft } = await prepare(api, 'people', path)
    const abort = new AbortController()
    const applying = await api.imports.apply({ id: draft.id }, { signal: abort.signal })
    await expect(
      (async () => {
        for await (const { step } of applying) if (step === 'index') abort.abort()
      })(),
    ).rejects.toBeDefined()
    expect((await api.people.list({ offset: 0, limit: 1 })).total).toBe(0)

    const { steps } = await runJob(api.imports.apply({ id: draft.id }))
    const indexed = steps.filter(({ step }) => step === 'index')
    expect(indexed.length).toBeGreaterThan(0)
    expect(indexed.every(({ done, total }) => total === 400 && done <= 400)).toBe(true)
    expect((await api.search.find({ text: 'nom399' })).length).toBe(1)
  })

  test('a crash half way leaves a base as it was before', async () => {
    const { api, folder: space, database } = await open()
    const rows = Array.from({ length: 400 }, (_, index) => `NOM${index};Prénom${index}`)
    const { draft } = await prepare(api, 'people', csv(`Nom;Prénom\n${rows.join('\n')}\n`))
    const crashed = mkdtempSync(join(tmpdir(), 'palier-crashed-'))
    for await (const { done } of await api.imports.apply({ id: draft.id })) {
      // what lies on the disk at this instant is what a crash would leave
      if (done >= 200 && readdirSync(crashed).length === 0) {
        for (const file of ['space.db', 'space.db-wal']) copyFileSync(join(space, file), join(crashed, file))
      }
    }
    expect((await api.people.list({ offset: 0, limit: 1 })).total).toBe(400)
    await database.close()
    const after = await openTestApi({ at: crashed, openReader: openTestReader })
    expect((await after.api.people.list({ offset: 0, limit: 1 })).total).toBe(0)
    expect(await after.api.imports.runs({})).toEqual([])
    expect(await after.api.history.verify({})).toMatchObject({ brokenAt: null })
    expect(await resultOf(after.api.imports.apply({ id: draft.id }))).toMatchObject({ created: 400 })
  })

  test('a reading that is interrupted or fails leaves nothing in staging', async () => {
    const { api, database } = await open()
    await expect(resultOf(api.imports.read({ kind: 'people', path: csv('') }))).rejects.toMatchObject({
      code: 'fileEmpty',
    })
    await expect(
      resultOf(api.imports.read({ kind: 'people', path: join(folder, 'nowhere.csv') })),
    ).rejects.toMatchObject({ code: 'notFound' })
    const big = csv(`Nom;Prénom\n${'PETIT;Jo\n'.repeat(50_000)}`)
    const abort = new AbortController()
    const reading = await api.imports.read({ kind: 'people', path: big }, { signal: abort.signal })
    await expect(
      (async () => {
        for await (const { done } of reading) if (done > 0) abort.abort()
      })(),
    ).rejects.toBeDefined()
    await expect.poll(() => database.read().db.selectFrom('importRows').select('line').execute()).toEqual([])
  })

  test('a row that its record refuses is set aside, the others go in', async () => {
    const { api, database } = await open()
    const { draft } = await prepare(api, 'people', csv('Nom;Prénom\nPETIT;Jo\nROUX;Al\nMOREL;Lou\n'))
    // a plan that the rules of the record refuse
    await database.staging((db) =>
      db
        .updateTable('importRows')
        .set({
          plan: JSON.stringify({
            cells: [],
            values: {
              person: { fields: { firstName: '', lastName: '' }, phones: [], emails: [], tags: [] },
              id: null,
              line: null,
            },
          }),
        })
        .where('line', '=', 3)
        .execute(),
    )
    expect(await resultOf(api.imports.apply({ id: draft.id }))).toMatchObject({ created: 2, refused: 1 })
    expect((await rowsOf(api, draft.id)).map(({ line, problems }) => [line, problems])).toEqual([
      [3, ['refusedByRules']],
    ])
  })

  test('writes nothing when the base has changed so that it would do otherwise than was previewed', async () => {
    const { api } = await open()
    const path = csv('Nom;Prénom;Né(e) le;Ville\nPETIT;Jo;04/03/1988;Rezé\nROUX;Al;05/04/1990;Rezé\n')
    const { draft, counts } = await prepare(api, 'people', path)
    expect(counts).toMatchObject({ create: 2, update: 0 })
    // someone else, whom the file does not tell of: it does the same
    await api.people.create({ firstName: 'Nora', lastName: 'Haddadou' })
    await api.people.create({ firstName: 'Jo', lastName: 'Petit', birthDate: '1988-03-04' })
    await expect(resultOf(api.imports.apply({ id: draft.id }))).rejects.toMatchObject({ code: 'previewChanged' })
    expect((await api.people.list({ offset: 0, limit: 5 })).total).toBe(2)
    expect(await api.imports.runs({})).toEqual([])
    const asked = await api.imports.preview({ id: draft.id, offset: 0, limit: 5 })
    expect(asked.counts).toMatchObject({ create: 1, update: 1 })
    await api.people.create({ firstName: 'Aurore', lastName: 'Le Dorzé' })
    expect(await resultOf(api.imports.apply({ id: draft.id }))).toMatchObject({ created: 1, updated: 1 })
  })

  test('what was edited since is kept and said when an import is undone', async () => {
    const { api } = await open()
    const known = await api.people.create({
      firstName: 'Nora',
      lastName: 'Haddadou',
      birthDate: '1988-03-04',
      city: 'Rezé',
    })
    const { draft } = await prepare(
      api,
      'people',
      csv(
        'Nom;Prénom;Date de naissance;Adresse;Ville\nHADDADOU;Nora;04/03/1988;1, rue Haute;Nantes\nPETIT;Jo;;;\nROUX;Al;;;\n',
      ),
      'update',
    )
    await resultOf(api.imports.apply({ id: draft.id }))
    const { rows } = await api.people.list({ offset: 0, limit: 5 })
    const petit = rows.find(({ lastName }) => lastName === 'PETIT')
    await api.people.update({ id: petit?.id ?? '', version: petit?.version ?? 0, fields: { city: 'Brest' } })
    const undone = await api.imports.undo({ id: draft.id })
    expect(undone.kept).toEqual([
      expect.objectContaining({ entity: 'people', recordId: petit?.id, reason: 'changedSince' }),
    ])
    expect(await api.people.get({ id: known.id })).toMatchObject({ address: null, city: 'Rezé' })
    expect((await api.people.list({ offset: 0, limit: 5 })).rows.map(({ lastName }) => lastName)).toEqual([
      'Haddadou',
      'PETIT',
    ])
  })

  test('Ctrl+Z after an import takes the whole of it back', async () => {
    const { api } = await open()
    const { draft } = await prepare(api, 'people', csv('Nom;Prénom\nPETIT;Jo\nROUX;Al\n'))
    await resultOf(api.imports.apply({ id: draft.id }))
    expect(await api.history.next({})).toMatchObject({ undo: 'imports.apply' })
    await api.history.undoLast({})
    expect((await api.people.list({ offset: 0, limit: 1 })).total).toBe(0)
    expect((await api.imports.runs({}))[0]?.undoneAt).not.toBeNull()
  })

  test(`${many} people come in and go out`, async () => {
    const { api, database } = await open()
    const rows = Array.from(
      { length: many },
      (_, index) =>
        `NOM${index};Prénom${index % 97};06${String(10_000_000 + index * 7)};personne${index}@exemple.fr;${String((index % 28) + 1).padStart(2, '0')}/05/${1950 + (index % 50)};44${String(index % 900).padStart(3, '0')};Ville${index % 50}`,
    )
    const times: [string, number][] = []
    const timed = async <T>(name: string, work: Promise<T>): Promise<T> => {
      const start = performance.now()
      const result = await work
      times.push([name, Math.round(performance.now() - start)])
      return result
    }
    const path = csv(`Nom;Prénom;Téléphone;Courriel;Date de naissance;CP;Ville\n${rows.join('\n')}\n`)
    const draft = await timed('read', resultOf(api.imports.read({ kind: 'people', path })))
    const counts = await timed(
      'plan',
      resultOf(api.imports.plan({ id: draft.id, mapping: draft.mapping, strategy: 'fillBlanks' })),
    )
    expect(counts).toMatchObject({ create: many, error: 0 })
    const { result, steps } = await timed('apply', runJob(api.imports.apply({ id: draft.id })))
    expect(result).toMatchObject({ created: many })
    expect(steps.length).toBeGreaterThan(20)
    const again = await timed('read again', resultOf(api.imports.read({ kind: 'people', path })))
    expect(
      await timed(
        'plan again',
        resultOf(api.imports.plan({ id: again.id, mapping: again.mapping, strategy: 'fillBlanks' })),
      ),
    ).toMatchObject({ unchanged: many })
    const undone = await timed('undo', api.imports.undo({ id: draft.id }))
    expect(undone.kept).toEqual([])
    for (const table of ['people', 'contactPoints', 'participantProfiles', 'duplicateKeys'] as const) {
      expect(
        await database
          .read()
          .db.selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow(),
      ).toEqual({ count: 0 })
    }
    console.log(`${many} people, in milliseconds:`, Object.fromEntries(times))
  }, 240_000)
})

describe('the rows left aside', () => {
  test('are written to a workbook, as they stood, each with its reason, and can be given again', async () => {
    const { api } = await open()
    const path = csv(
      'Nom;Prénom;Téléphone;Matricule\nPETIT;Jo;0639983774;1 85 05 78 006 084 91\nROUX;Al;6,39998E+08;2 84 05 75 120 005 10\n;;0639983775;\n',
    )
    const { draft } = await prepare(api, 'people', path)
    const run = await resultOf(api.imports.apply({ id: draft.id }))
    expect(run).toMatchObject({ created: 1, refused: 2 })
    const words = { importProblem: { lostDigits: 'chiffres perdus', nameMissing: 'ni nom ni prénom' } }
    const refused = join(folder, 'refus.xlsx')
    expect(await resultOf(api.imports.refused({ id: draft.id, path: refused, locale: 'fr', words }))).toEqual({
      path: refused,
      rows: 2,
    })
    expect(readWorkbook(readFileSync(refused)).sheets[0]?.rows).toEqual([
      ['Nom', 'Prénom', 'Téléphone', 'Ligne', 'Motif du refus'],
      ['ROUX', 'Al', '6,39998E+08', 3, 'Téléphone : chiffres perdus'],
      ['', '', '0639983775', 4, 'ni nom ni prénom'],
    ])
    expect(await api.exports.runs({})).toEqual([])
    const again = await prepare(api, 'people', refused)
    expect(again.draft.mapping.map(({ field }) => field)).toEqual(['lastName', 'firstName', 'phone', null, null])
    expect(again.counts).toMatchObject({ error: 2 })
  })
})

describe('residences', () => {
  test('need a landlord, keep their code as text, and are matched by it', async () => {
    const { api } = await open()
    await api.organisations.create({ kind: 'landlord', name: 'Estuaire Habitat', siren: '782678882' })
    const path = csv(
      'Code;Nom;SIREN du bailleur;Adresse;CP;Ville;Code QPV\n0042;Les Genêts;782678882;1, allée;44400;Rezé;QN04404M\n0043;Le Ponant;782678882;;44400;Rezé;\n0044;Sans;123456782;;;;\n',
    )
    const { draft, counts } = await prepare(api, 'residences', path)
    expect(counts).toMatchObject({ create: 2, error: 1 })
    await resultOf(api.imports.apply({ id: draft.id }))
    const { rows } = await api.residences.list({ offset: 0, limit: 5 })
    expect(rows.map(({ code, name, qpvState, qpvCode }) => [code, name, qpvState, qpvCode])).toEqual([
      ['0043', 'Le Ponant', 'toCheck', null],
      ['0042', 'Les Genêts', 'in', 'QN04404M'],
    ])
    const again = await prepare(
      api,
      'residences',
      csv('Code;Nom;Bailleur;Adresse\n0042;Résidence des Genêts;Estuaire Habitat;2, allée\n'),
      'update',
    )
    expect(again.counts).toMatchObject({ update: 1 })
    expect(cell((await rowsOf(api, again.draft.id))[0], 'name')).toMatchObject({
      before: 'Les Genêts',
      text: 'Résidence des Genêts',
    })
  })
})

describe('referrals', () => {
  const header = 'Nom;Prénom;Téléphone;Motif;Besoins;Date d’orientation;Accord le;Forme de l’accord;Projet'

  test('come with the agreement of the person or not at all', async () => {
    const { api } = await open()
    const path = csv(
      [
        header,
        'MAKIESE;Prisca;0639983774;Création d’entreprise;Financement, Réseau;10/11/2026;09/11/2026;Formulaire signé;Traiteur',
        'PETIT;Jo;;Emploi;;10/11/2026;;;',
        'ROUX;Al;;Emploi;;10/11/2026;09/11/2026;;',
        'MOREL;Lou;;Emploi;;10/11/2026;25/12/2026;oral;',
      ].join('\n'),
    )
    const { draft, counts } = await prepare(api, 'referrals', path)
    expect(counts).toMatchObject({ create: 1, error: 3 })
    const [, none, noHow, later] = await rowsOf(api, draft.id)
    expect(cell(none, 'agreementOn')).toMatchObject({ problem: 'agreementMissing' })
    expect(cell(noHow, 'agreementHow')).toMatchObject({ problem: 'agreementMissing' })
    expect(cell(later, 'agreementOn')).toMatchObject({ problem: 'futureDate' })
    await resultOf(api.imports.apply({ id: draft.id }))
    const { rows } = await api.referrals.list({ offset: 0, limit: 5 })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      lastName: 'MAKIESE',
      state: 'received',
      motive: 'businessCreation',
      needs: ['funding', 'network'],
      sentOn: '2026-11-10',
      agreementOn: '2026-11-09',
      project: 'Traiteur',
    })
    const again = await prepare(api, 'referrals', path)
    expect(again.counts).toMatchObject({ unchanged: 1, create: 0, error: 3 })
  })

  test('are taken back whole, with the people they brought', async () => {
    const { api, database } = await open()
    const count = async () =>
      Promise.all(
        (['people', 'referrals', 'referralMoves', 'consents', 'referralFeedbacks', 'contactPoints'] as const).map(
          async (table) => (await database.read().db.selectFrom(table).select('id').execute()).length,
        ),
      )
    const before = await count()
    const path = csv(
      `${header}\nMAKIESE;Prisca;0639983774;Emploi;Réseau;10/11/2026;09/11/2026;Formulaire signé;Traiteur\n`,
    )
    const { draft } = await prepare(api, 'referrals', path)
    await resultOf(api.imports.apply({ id: draft.id }))
    expect(await count()).not.toEqual(before)
    expect((await api.imports.undo({ id: draft.id })).kept).toEqual([])
    expect(await count()).toEqual(before)
    await api.history.redoLast({})
    expect((await api.referrals.list({ offset: 0, limit: 5 })).rows[0]).toMatchObject({
      lastName: 'MAKIESE',
      state: 'received',
    })
  })

  test('of someone who may be known are asked about, and joined to the one who is chosen', async () => {
    const { api } = await open()
    const known = await api.people.create({
      firstName: 'Corinne',
      lastName: 'Vasselin',
      contactPoints: [{ kind: 'phone', value: '06 39 98 37 74' }],
    })
    const path = csv(`${header}\nVASSELIN;Corine;0639983774;Emploi;;10/11/2026;09/11/2026;oral;Chambres d’hôtes\n`)
    const { draft, counts } = await prepare(api, 'referrals', path)
    expect(counts).toMatchObject({ duplicate: 1 })
    expect((await api.imports.editRow({ id: draft.id, line: 2, decision: 'same' })).row).toMatchObject({
      effect: 'create',
    })
    await resultOf(api.imports.apply({ id: draft.id }))
    expect((await api.people.list({ offset: 0, limit: 5 })).total).toBe(1)
    expect(await api.people.get({ id: known.id })).toMatchObject({ firstName: 'Corinne', project: 'Chambres d’hôtes' })
    expect((await api.referrals.list({ offset: 0, limit: 5 })).rows[0]).toMatchObject({ personId: known.id })
  })

  test('already known by their number are changed field by field, as each is chosen', async () => {
    const { api } = await open()
    const person = await api.people.create({ firstName: 'Corinne', lastName: 'Vasselin' })
    const landlord = await api.organisations.create({ kind: 'landlord', name: 'Estuaire Habitat' })
    const { id, number } = await api.referrals.create({
      personId: person.id,
      landlordId: landlord.id,
      motive: 'businessCreation',
      project: 'Chambres d’hôtes',
      goal: 'Ouvrir en mai',
      agreement: { how: 'oral', givenOn: '2026-11-09', scope: ['contact'], wordingVersion: '2026-11' },
    })
    const path = csv(`Numéro;Nom;Prénom;Projet;Objectif\n${number};VASSELIN;Corinne;Gîte rural;Ouvrir en juin\n`)
    const { draft, counts } = await prepare(api, 'referrals', path, 'update')
    expect(counts).toMatchObject({ update: 1, duplicate: 0 })
    const [row] = await rowsOf(api, draft.id)
    expect(row).toMatchObject({ recordId: id, duplicate: { id: person.id, reasons: ['sameNumber'] } })
    const edited = await api.imports.editRow({ id: draft.id, line: 2, decision: 'same', keep: ['project'] })
    expect(edited.row).toMatchObject({ effect: 'update', kept: ['project'] })
    await resultOf(api.imports.apply({ id: draft.id }))
    expect(await api.referrals.get({ id })).toMatchObject({ project: 'Chambres d’hôtes', goal: 'Ouvrir en juin' })
    expect((await api.people.get({ id: person.id })).project).not.toBe('Gîte rural')
  })

  test('of a landlord’s own list are sent, in its name', async () => {
    const { api } = await open({ kind: 'landlord', organisationName: 'Estuaire Habitat' })
    const path = csv(
      `${header}\nMAKIESE;Prisca;0639983774;Emploi;;10/11/2026;09/11/2026;courriel;\nPETIT;Jo;;Emploi;;10/11/2026;;;\n`,
    )
    const { draft, counts } = await prepare(api, 'referrals', path)
    expect(counts).toMatchObject({ create: 1, error: 1 })
    await resultOf(api.imports.apply({ id: draft.id }))
    expect((await api.referrals.list({ offset: 0, limit: 5 })).rows[0]).toMatchObject({
      state: 'sent',
      sentOn: '2026-11-10',
      landlordName: 'Estuaire Habitat',
      number: expect.stringMatching(/^OR-2026-0001-/),
    })
  })
})
