import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { parseCityName } from '../src/data/reference/city-names.ts'
import { ruralityFromLabel } from '../src/shared/rules/territory.ts'
import type { LandlordFamily } from '../src/shared/rules/values.ts'

/**
 * Turns the official lists, as described in resources/reference/SOURCES.md, into the small files the product
 * ships: `node scripts/build-reference.ts <folder of the lists>`. Run it when a list has a new edition, then
 * bring SOURCES.md up to date.
 */
const [source] = process.argv.slice(2)
if (source === undefined) throw new Error('Name the folder that holds the official lists.')
const target = join(import.meta.dirname, '..', 'resources', 'reference')

type Row = Readonly<Record<string, string>>

function readRows(file: string): readonly Row[] {
  const text = readFileSync(join(source ?? '', file), 'utf8').replace(/^\uFEFF/, '')
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data
}

function field(row: Row, name: string): string {
  const value = row[name]
  if (value === undefined) throw new Error(`The list has no column ${name}.`)
  return value.trim()
}

function writeRecords(file: string, records: readonly (readonly string[])[]): void {
  writeFileSync(join(target, file), records.map((record) => `${record.join('\t')}\n`).join(''))
  console.log(`${file}: ${records.length} records`)
}

function byFirstField(left: readonly string[], right: readonly string[]): number {
  return (left[0] ?? '') < (right[0] ?? '') ? -1 : 1
}

function buildCommunes(): ReadonlyMap<string, string> {
  const deliveries = readRows('codes_postaux.csv')
  const communes = readRows('communes_cog2026.csv')
  // Paris, Lyon and Marseille, and their arrondissements: the post's list is looser than the official one.
  const arrondissements = communes.filter((row) => field(row, 'commune_parente') !== '')
  const divided = new Set(arrondissements.flatMap((row) => [field(row, 'code_insee'), field(row, 'commune_parente')]))
  const postcodes = new Map<string, Set<string>>()
  const add = (code: string, postcode: string): void => {
    const known = postcodes.get(code)
    if (known) known.add(postcode)
    else postcodes.set(code, new Set([postcode]))
  }
  for (const row of communes) {
    for (const postcode of field(row, 'codes_postaux').split(' '))
      if (postcode !== '') add(field(row, 'code_insee'), postcode)
  }
  for (const row of deliveries) {
    if (!divided.has(field(row, 'codeCommune'))) add(field(row, 'codeCommune'), field(row, 'codePostal'))
  }
  const names = new Map(communes.map((row) => [field(row, 'code_insee'), field(row, 'nom')]))
  const records = communes.map((row) => {
    const code = field(row, 'code_insee')
    const codes = [...(postcodes.get(code) ?? [])].toSorted().join(' ')
    return [code, field(row, 'nom'), codes, field(row, 'population'), field(row, 'commune_parente')]
  })
  writeRecords('communes.tsv', records.toSorted(byFirstField))
  writeOtherNames('delivery-names.tsv', deliveries, 'codeCommune', 'libelleAcheminement', names)
  return names
}

/** Names under which a commune is also known, when they are not read as its own. */
function writeOtherNames(
  file: string,
  rows: readonly Row[],
  codeColumn: string,
  nameColumn: string,
  names: ReadonlyMap<string, string>,
): void {
  const records = new Map<string, readonly string[]>()
  for (const row of rows) {
    const [code, name] = [field(row, codeColumn), field(row, nameColumn)]
    const own = names.get(code)
    if (own === undefined || name === '' || parseCityName(name).key === parseCityName(own).key) continue
    records.set(`${code} ${parseCityName(name).key}`, [code, name])
  }
  writeRecords(file, [...records.values()].toSorted(byFirstField))
}

function buildRurality(): void {
  const communes = new Map<string, string[]>()
  for (const row of readRows('typologie_ruralite_anct.csv')) {
    const rurality = ruralityFromLabel(field(row, 'niveau_ruralite'))
    if (rurality === null) throw new Error(`The typology has a new class: ${field(row, 'niveau_ruralite')}.`)
    communes.set(rurality, [...(communes.get(rurality) ?? []), field(row, 'insee_com')])
  }
  writeRecords(
    'rurality.tsv',
    [...communes].map(([rurality, codes]) => [rurality, codes.join(' ')]),
  )
}

const families: Readonly<Record<string, LandlordFamily>> = {
  'Office public HLM (OPH)': 'publicHousingOffice',
  'SA HLM / ESH': 'socialHousingCompany',
  'Sté coopérative HLM /SCIC': 'housingCooperative',
  'SEM / EPL': 'mixedEconomyCompany',
  UES: 'socialEconomyUnion',
  'SACI CAP': 'propertyAccessCompany',
  'Fondation HLM': 'foundation',
}

function buildLandlords(): void {
  const records = readRows('bailleurs_siren_categorie.csv')
    .filter((row) => field(row, 'siren_luhn_ok') === '1')
    .map((row) => {
      const family = families[field(row, 'categorie_moa')]
      if (family === undefined) throw new Error(`The list has a new family: ${field(row, 'categorie_moa')}.`)
      return [field(row, 'siren'), family]
    })
  writeRecords('landlords.tsv', records.toSorted(byFirstField))
}

function buildDepartments(): void {
  const departments: readonly { code: string; nom: string }[] = JSON.parse(
    readFileSync(join(source ?? '', 'departements.json'), 'utf8'),
  )
  writeRecords(
    'departments.tsv',
    departments.map(({ code, nom }) => [code, nom]),
  )
}

mkdirSync(target, { recursive: true })
const names = buildCommunes()
writeOtherNames(
  'former-communes.tsv',
  readRows('communes_deleguees_associees.csv'),
  'code_insee_chef_lieu',
  'nom',
  names,
)
writeRecords(
  'qpv.tsv',
  readRows('qpv_2024_partiel.csv').map((row) => [
    field(row, 'code_qp'),
    field(row, 'lib_qp'),
    field(row, 'codes_insee'),
  ]),
)
buildRurality()
buildLandlords()
buildDepartments()
