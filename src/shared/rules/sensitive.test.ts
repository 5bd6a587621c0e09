import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnLooksLikeNir, looksLikeIban, looksLikeNir, sensitiveWords, titleNamesNir } from './sensitive.ts'

/** A number made for these tests, with the key that its body calls for. */
function keyed(body: string): string {
  const figures = Number(body.replace('2A', '19').replace('2B', '18'))
  return body + String(97 - (figures % 97)).padStart(2, '0')
}

function spaced(number: string): string {
  return number.replace(/^(.)(..)(..)(..)(...)(...)(..)?$/, '$1 $2 $3 $4 $5 $6 $7').trim()
}

describe('a number of social security', () => {
  const ordinary = keyed('2810544109083')
  const southCorsica = keyed('181052A004083')
  const northCorsica = keyed('281052B033083')
  test.each([
    ordinary,
    southCorsica,
    northCorsica,
    southCorsica.toLowerCase(),
    spaced(ordinary),
    spaced(northCorsica),
    spaced(ordinary).replaceAll(' ', '.'),
    spaced(ordinary).replaceAll(' ', '\u00a0'),
    `Son numéro est ${ordinary}, à vérifier`,
    '2810544109083',
    '2 81 05 44 109 083',
    'n° 1810513055001 sans clé',
    spaced(keyed('1813144109083')),
    '281054410908312',
    'sécu 281054410908312.',
    '181052a00408399',
    spaced('281054410908312'),
  ])('%s', (text) => expect(looksLikeNir(text)).toBe(true))

  test.each([
    '78285569600020',
    '782 855 696 00020',
    '2015130040003',
    '06 39 98 37 74',
    '06 39 98 37 74 / 01 99 00 12 34',
    '3017620422003',
    '2814544109083',
    '2810544109000',
    '281054410900012',
    '281454410908312',
    '381054410908312',
    '21310015800012',
    '213 100 158 00012',
    'SIRET 21310015800012, 1 rue Haute',
    '356938035643809',
    '2810544109083123456',
    'Rendez-vous le 25/05/1998 à 14:30',
    '',
  ])('%s is none', (text) => expect(looksLikeNir(text)).toBe(false))

  test('any body is recognised with its key, and with another: one figure mistyped makes it no less someone’s', () => {
    const body = fc
      .tuple(
        fc.constantFrom('1', '2'),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('13', '44', '75', '97', '2A', '2B'),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
      )
      .map(([sex, year, month, place, commune, serial]) =>
        [
          sex,
          String(year).padStart(2, '0'),
          String(month).padStart(2, '0'),
          place,
          String(commune).padStart(3, '0'),
          String(serial).padStart(3, '0'),
        ].join(''),
      )
    fc.assert(
      fc.property(body, fc.integer({ min: 1, max: 96 }), (number, shift) => {
        const right = keyed(number)
        const wrongKey = ((Number(right.slice(13)) - 1 + shift) % 97) + 1
        const wrong = number + String(wrongKey).padStart(2, '0')
        return [right, spaced(right), wrong, spaced(wrong), `son numéro : ${wrong}, dit-elle`].every(looksLikeNir)
      }),
    )
  })

  const figures = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))

  test('no phone, SIREN, SIRET nor longer number is taken for one', () => {
    const number = fc.oneof(figures(9), figures(10), figures(14), figures(16), figures(20))
    fc.assert(fc.property(number, (other) => !looksLikeNir(other) && !looksLikeNir(`n° ${other}, 3 rue Haute`)))
    const siret = figures(14).map((all) => all.replace(/^(...)(...)(...)(.....)$/, '$1 $2 $3 $4'))
    fc.assert(fc.property(siret, (other) => !looksLikeNir(`SIRET ${other} (siège)`)))
  })

  test('of other numbers of fifteen figures, hardly one in forty', () => {
    const others = fc.sample(fc.noBias(figures(15)), { numRuns: 4000, seed: 15 })
    expect(others.filter(looksLikeNir).length / others.length).toBeLessThan(1 / 30)
  })
})

describe('a column of them', () => {
  test('one keyed number is enough', () => {
    expect(columnLooksLikeNir(['', 'A12', 'B13', keyed('2810544109083'), 'C14', 'D15'])).toBe(true)
  })

  test('without keys, a third of the filled cells', () => {
    expect(columnLooksLikeNir(['2810544109083', '1810513055001', '', 'inconnu'])).toBe(true)
    expect(columnLooksLikeNir(['281054410908312', '181051305500112', '', 'inconnu'])).toBe(true)
    expect(columnLooksLikeNir(['281054410908312', ...Array.from({ length: 9 }, (_, index) => `LOT-${index}`)])).toBe(
      false,
    )
    expect(columnLooksLikeNir(['2810544109083', ...Array.from({ length: 9 }, (_, index) => `LOT-${index}`)])).toBe(
      false,
    )
    expect(columnLooksLikeNir(['78285569600020', '05881167000015'])).toBe(false)
    expect(columnLooksLikeNir([])).toBe(false)
  })

  test.each(['N° Sécu', 'NIR', 'Numéro de sécurité sociale', 'n° de sécurité sociale', 'Social security number'])(
    'titled %s',
    (title) => expect(titleNamesNir(title)).toBe(true),
  )
  test.each(['Numéro', 'Avenir', 'Nom', 'N° de sécurité incendie', 'Sociale'])('not titled %s', (title) =>
    expect(titleNamesNir(title)).toBe(false),
  )
})

describe('an account number', () => {
  test.each([
    'FR76 3000 6000 0112 3456 7890 189',
    'fr7630006000011234567890189',
    'RIB : FR14 2004 1010 0505 0001 3M02 606 merci',
    'GB82 WEST 1234 5698 7654 32',
    'BE68-5390-0754-7034',
  ])('%s', (text) => expect(looksLikeIban(text)).toBe(true))

  test.each(['FR76 3000 6000 0112 3456 7890 188', 'FR76 3000', 'QN00101M', 'SIRET 78285569600020', ''])(
    '%s is none',
    (text) => expect(looksLikeIban(text)).toBe(false),
  )
})

describe('words that deserve a warning', () => {
  test.each([
    ['Elle sort de dépression.', 'fr', ['health']],
    ['Hospitalisée en mars, en arrêt maladie', 'fr', ['health']],
    ['Pratiquante, va à la mosquée', 'fr', ['religion']],
    ["D'origine malienne, titre de séjour en cours", 'fr', ['origin']],
    ['Sortie de prison', 'fr', ['policeAndJustice']],
    ['Mari violent, ordonnance de protection', 'fr', ['familyViolence']],
    ['Un peu paresseuse', 'fr', ['judgement']],
    ['Lazy, and has diabetes', 'en', ['health', 'judgement']],
    ['Asylum seeker', 'en', ['origin']],
    ['A déjà accueilli des groupes scolaires. Hésite à demander un prêt.', 'fr', []],
    ['Veut ouvrir une boutique en ligne, disponible le matin', 'fr', []],
    ['RQTH : oui', 'fr', []],
    ['Has a car, wants to sell cakes', 'en', []],
  ] as const)('%s', (text, language, categories) => {
    expect([...new Set(sensitiveWords(text, language).map((found) => found.category))]).toEqual(categories)
  })

  test('the word is told, once', () => {
    expect(sensitiveWords('Maladie, et encore MALADIE', 'fr')).toEqual([{ category: 'health', word: 'maladie' }])
  })
})
