import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import { communeByCode, loadCommunes, searchCommunes } from '../../src/data/reference/communes.ts'
import { knownLandlordFamily } from '../../src/data/reference/landlords.ts'
import { qpvByCode, qpvsOf } from '../../src/data/reference/qpv.ts'
import { resolveCommune, type CommuneResolution } from '../../src/data/reference/resolve-commune.ts'
import { ruralityOf } from '../../src/data/reference/rurality.ts'
import { parseQpvCode } from '../../src/shared/rules/identifiers.ts'

const resources = join(import.meta.dirname, '../../resources')

function resolved(postcode: string, city: string): string {
  const found: CommuneResolution = resolveCommune(loadCommunes(resources), postcode, city)
  if (found.kind === 'one') return `one ${found.commune.code}`
  return found.kind === 'unknown' ? 'unknown' : [found.kind, ...found.communes.map((commune) => commune.code)].join(' ')
}

function suggested(text: string, limit = 3): readonly string[] {
  return searchCommunes(loadCommunes(resources), text, limit).map(
    ({ commune, formerName }) => `${commune.name}, ${commune.departmentName}${formerName ? ` (${formerName})` : ''}`,
  )
}

test('all communes are read well within the time of a blink', () => {
  const before = process.cpuUsage()
  const started = performance.now()
  expect(loadCommunes(resources).all.length).toBe(35_014)
  const spent = process.cpuUsage(before)
  // Time of the processor where the machine is shared, of the clock where it is not.
  expect(Math.min(performance.now() - started, (spent.user + spent.system) / 1000)).toBeLessThan(150)
  expect(loadCommunes(resources)).toBe(loadCommunes(resources))
})

/** Postcode and city of the 38 landlords of Bouches-du-Rhône, as the State's file has them. */
const landlordCities: readonly (readonly [string, string, string])[] = [
  ['13097', 'AIX EN PROVENCE CEDEX 2', 'cedex 13001'],
  ['13234', 'MARSEILLE CEDEX  04', 'cedex 13055'],
  ['13006', 'MARSEILLE 6', 'one 13206'],
  ['13200', 'ARLES', 'one 13004'],
  ['13013', 'MARSEILLE 13', 'one 13213'],
  ['13006', 'MARSEILLE', 'one 13206'],
  ['69003', 'LYON', 'one 69383'],
  ['13302', 'MARSEILLE', 'cedex 13055'],
  ['13207', 'MARSEILLE', 'cedex 13055'],
  ['13008', 'MARSEILLE', 'one 13208'],
  ['13253', 'MARSEILLE CEDEX 6', 'cedex 13055'],
  ['13007', 'MARSEILLE', 'one 13207'],
  ['13547', 'AIX EN PROVENCE CEDEX 4', 'cedex 13001'],
  ['84000', 'AVIGNON', 'one 84007'],
  ['13291', 'MARSEILLE CEDEX 06', 'cedex 13055'],
  ['25205', 'MONTBELIARD', 'cedex 25388'],
  ['13090', 'AIX-EN-PROVENCE', 'one 13001'],
  ['31000', 'TOULOUSE', 'one 31555'],
  ['13698', 'MARTIGUES', 'cedex 13056'],
  ['13800', 'ISTRES', 'one 13047'],
  ['30914', 'NIMES CEDEX 2', 'cedex 30189'],
  ['13286', 'MARSEILLE', 'cedex 13055'],
  ['34000', 'MONTPELLIER', 'one 34172'],
  ['13008', 'MARSEILLE 8', 'one 13208'],
  ['75013', 'PARIS 13', 'one 75113'],
  ['75013', 'PARIS', 'one 75113'],
  ['13272', 'MARSEILLE CEDEX 08', 'cedex 13055'],
  ['94200', 'IVRY SUR SEINE', 'one 94041'],
  ['13654', 'SALON-DE-PROVENCE', 'cedex 13103'],
  ['13284', 'MARSEILLE CEDEX 07', 'cedex 13055'],
  ['59664', "VILLENEUVE D'ASCQ", 'cedex 59009'],
  ['84083', 'AVIGNON', 'cedex 84007'],
  ['75013', 'PARIS', 'one 75113'],
  ['83130', 'LA GARDE', 'one 83062'],
  ['75725', 'PARIS CEDEX 15', 'cedex 75056'],
  ['75009', 'PARIS', 'one 75109'],
  ['13400', 'AUBAGNE', 'one 13005'],
  ['54064', 'NANCY CEDEX', 'cedex 54395'],
]

describe('the cities of 38 landlords', () => {
  test.each(landlordCities)('%s %s: %s', (postcode, city, expected) => expect(resolved(postcode, city)).toBe(expected))

  test('18 of them are business codes, none an error', () => {
    const kinds = landlordCities.map(([postcode, city]) => resolveCommune(loadCommunes(resources), postcode, city).kind)
    expect(kinds.filter((kind) => kind === 'cedex')).toHaveLength(18)
    expect(kinds.filter((kind) => kind === 'one')).toHaveLength(20)
  })
})

describe('a postcode and a city', () => {
  test.each([
    ['42000', 'ST ETIENNE', 'one 42218'],
    ['42100', 'St-Étienne', 'one 42218'],
    ['1400', 'Chatillon s/ Chalaronne', 'one 01093'],
    ['13520', 'BAUX DE PROVENCE (LES)', 'one 13011'],
    ['51300', 'VITRY LE FRANCOIS', 'one 51649'],
    ['75016', 'Paris 16e arrondissement', 'one 75116'],
    ['75116', 'PARIS', 'one 75116'],
    ['69003', 'LYON 3EME', 'one 69383'],
    ['97400', 'SAINT DENIS', 'one 97411'],
    ['20000', 'Ajaccio', 'one 2A004'],
    ['75000', 'PARIS', 'one 75056'],
    ['', 'PARIS 15', 'one 75115'],
    ['', 'MARSEILLE 13', 'one 13213'],
    ['', 'MARSEILLE', 'one 13055'],
  ])('%s %s: %s', (postcode, city, expected) => expect(resolved(postcode, city)).toBe(expected))

  test.each([
    ['14260', "AUNAY SUR ODON, merged into Les Monts d'Aunay", 'AUNAY SUR ODON', 'one 14027'],
    ['13290', 'the post delivers there, the commune is Aix', 'LES MILLES', 'one 13001'],
    ['13290', 'a hamlet no list knows', 'Hameau des Lilas', 'one 13001'],
  ])('%s, %s', (postcode, _why, city, expected) => expect(resolved(postcode, city)).toBe(expected))

  test('when the postcode alone covers several, one asks', () => {
    const found = resolveCommune(loadCommunes(resources), '51300', '')
    expect(found.kind === 'several' ? found.communes.length : 0).toBe(46)
  })

  test('when they contradict each other, one asks', () => {
    expect(resolved('13006', 'MARSEILLE 8')).toBe('several 13206 13208')
    expect(resolved('13400', 'MARSEILLE')).toBe('several 13005 13055')
    expect(resolved('', 'Saint-Denis').startsWith('several')).toBe(true)
  })

  test('what nothing is known of stays unknown', () => {
    expect(resolved('99999', 'Bruxelles')).toBe('unknown')
    expect(resolved('', '')).toBe('unknown')
    expect(resolved('13999', 'Ville inventée')).toBe('unknown')
  })
})

describe('the picker', () => {
  test.each([
    ['st et', 'Saint-Étienne, Loire'],
    ['SAINT-ÉTIENNE', 'Saint-Étienne, Loire'],
    ['guerand', 'Guérande, Loire-Atlantique'],
    ["l'hay", "L'Haÿ-les-Roses, Val-de-Marne"],
    ['evry', 'Évry, Yonne'],
    ['stains', 'Stains, Seine-Saint-Denis'],
    ['paris 15', 'Paris 15e Arrondissement, Paris'],
    ['13006', 'Marseille 6e Arrondissement, Bouches-du-Rhône'],
    ['13006 mars', 'Marseille 6e Arrondissement, Bouches-du-Rhône'],
    ['440', 'Nantes, Loire-Atlantique'],
    ['aunay sur odon', "Les Monts d'Aunay, Calvados (Aunay-sur-Odon)"],
  ])('%s gives first %s', (typed, first) => expect(suggested(typed)[0]).toBe(first))

  test('the largest of the same name first, and no more than asked', () => {
    expect(suggested('saint denis', 2)).toEqual(['Saint-Denis, La Réunion', 'Saint-Denis, Seine-Saint-Denis'])
    expect(suggested('', 3)).toEqual([])
    expect(suggested('zzzz', 3)).toEqual([])
  })
})

describe('territories', () => {
  test('the neighbourhoods of a commune, and of an arrondissement those of its city', () => {
    expect(qpvsOf(resources, '01053').map((qpv) => qpv.code)).toEqual(['QN00101M', 'QN00102M'])
    expect(qpvsOf(resources, '13206')).toEqual(qpvsOf(resources, '13055'))
    expect(qpvsOf(resources, '13055')).toHaveLength(41)
    expect(qpvsOf(resources, '44069')).toEqual([])
  })

  test('every listed neighbourhood has a well-formed code and communes that exist', () => {
    const communes = loadCommunes(resources)
    const listed = new Set(communes.all.flatMap((commune) => qpvsOf(resources, commune.code)))
    expect(listed.size).toBe(1493)
    for (const qpv of listed) {
      expect(parseQpvCode(qpv.code).ok).toBe(true)
      expect(qpv.communeCodes.every((code) => communeByCode(communes, code) !== null)).toBe(true)
    }
    expect(qpvByCode(resources, 'QN00102M')?.name).toBe('Croix Blanche')
    expect(qpvByCode(resources, 'QN99999X')).toBeNull()
  })

  test('rurality', () => {
    expect(ruralityOf(resources, '01001')).toBe('mixedResidential')
    expect(ruralityOf(resources, '13206')).toBe('outOfScope')
    expect(ruralityOf(resources, '98818')).toBeNull()
  })
})

test('known landlords', () => {
  expect(knownLandlordFamily(resources, '005580113')).toBe('housingCooperative')
  expect(knownLandlordFamily(resources, '782855696')).toBe('publicHousingOffice')
  expect(knownLandlordFamily(resources, '552120222')).toBeNull()
})
