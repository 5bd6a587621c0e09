import { fold } from './fold.ts'

/**
 * What must not be written in a note. Numbers of social security and bank accounts are blocked; words of the
 * categories the law protects only raise a warning, for a word can be harmless where it stands.
 */

/** A separator people put between the groups of a number. */
const gap = '[ .\\u00a0\\u202f-]?'

function digitsOf(pattern: readonly string[]): string {
  return pattern.join(gap)
}

/** Sex, year, month, département (2A and 2B in Corsica), commune, serial. */
const nirBody = digitsOf([
  '([1-478])',
  '\\d',
  '\\d',
  '\\d',
  '\\d',
  '\\d',
  '[\\dAB]',
  '\\d',
  '\\d',
  '\\d',
  '\\d',
  '\\d',
  '\\d',
])
const nirWithKey = new RegExp(`(?<![\\dA-Z])${nirBody}${gap}\\d${gap}\\d(?!\\d)`, 'g')
const nirWithoutKey = new RegExp(`(?<![\\dA-Z])${nirBody}(?!\\d)`, 'g')
/** In one go, whatever the last two figures: with gaps, the body stands alone before its key. */
const nirInOneGo = /(?<![\dA-Z])\d{6}[\dAB]\d{8}(?!\d)/g

/** Months of the register: real ones, and those given when the month of birth is not known. */
function isRegisterMonth(month: number): boolean {
  return (month >= 1 && month <= 12) || month === 20 || (month >= 30 && month <= 42) || month >= 50
}

function hasNirKey(number: string): boolean {
  const body = number.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return /^\d{13}$/.test(body) && 97 - (Number(body) % 97) === Number(number.slice(13))
}

function isKeyedNir(found: string): boolean {
  const number = found.replace(/[^\dAB]/g, '')
  return isRegisterMonth(Number(number.slice(3, 5))) && hasNirKey(number)
}

/** Without its key a number must look the part: man or woman, a month of the calendar, a département. */
function isUnkeyedNir(found: string): boolean {
  const number = found.replace(/[^\dAB]/g, '')
  return /^[12]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[0-9]|2[AB])\d{3}(?!000)\d{3}$/.test(number)
}

/**
 * Without its key, or with a wrong one: a figure mistyped makes the number no less someone's. A SIRET has 14 figures, a
 * phone 10, an account more; of other numbers of 15 figures, one in forty looks the part and is refused with them.
 */
function holdsUnkeyedNir(text: string): boolean {
  return (
    matches(text, nirWithoutKey, isUnkeyedNir) || matches(text, nirInOneGo, (found) => isUnkeyedNir(found.slice(0, 13)))
  )
}

function matches(text: string, pattern: RegExp, test: (found: string) => boolean): boolean {
  return [...text.normalize('NFKC').toUpperCase().matchAll(pattern)].some((match) => test(match[0]))
}

/** Whether a text holds a number of social security, of 15 digits with its key or a mistyped one, or of 13 without. */
export function looksLikeNir(text: string): boolean {
  return matches(text, nirWithKey, isKeyedNir) || holdsUnkeyedNir(text)
}

/**
 * Whether a column holds such numbers: a single keyed one is enough, since chance seldom gives a right key;
 * without the right key, at least a third of its filled cells.
 */
export function columnLooksLikeNir(values: readonly string[]): boolean {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '')
  if (filled.some((value) => matches(value, nirWithKey, isKeyedNir))) return true
  const unkeyed = filled.filter(holdsUnkeyedNir).length
  return unkeyed > 0 && unkeyed * 3 >= filled.length
}

/** Whether a column's title announces such numbers, whatever is in it. */
export function titleNamesNir(title: string): boolean {
  return /\b(?:nir|nirpp|secu|securite sociale|social security)\b/.test(fold(title))
}

/** Length of an account number by country; others are left alone. */
const ibanLengths: Readonly<Record<string, number>> = {
  FR: 27,
  MC: 27,
  BE: 16,
  CH: 21,
  DE: 22,
  ES: 24,
  GB: 22,
  IE: 22,
  IT: 27,
  LT: 20,
  LU: 20,
  NL: 18,
  PL: 28,
  PT: 25,
  RO: 24,
  TN: 24,
  TR: 26,
}

/** Letters become two figures (A 10 … Z 35), the country goes last; the whole modulo 97 must be 1. */
function isIban(text: string): boolean {
  const length = ibanLengths[text.slice(0, 2)]
  if (length === undefined || text.length < length) return false
  const turned = text.slice(4, length) + text.slice(0, 4)
  return [...turned].reduce((rest, letter) => Number(`${rest}${Number.parseInt(letter, 36)}`) % 97, 0) === 1
}

/** Whether a text holds an account number whose key is right. */
export function looksLikeIban(text: string): boolean {
  const candidate = new RegExp(`(?<![A-Z0-9])(?=([A-Z]{2}${gap}\\d${gap}\\d(?:${gap}[A-Z0-9]){11,32}))`, 'g')
  return [...text.normalize('NFKC').toUpperCase().matchAll(candidate)].some((match) =>
    isIban((match[1] ?? '').replace(/[^A-Z0-9]/g, '')),
  )
}

export const sensitiveCategories = [
  'health',
  'religion',
  'origin',
  'policeAndJustice',
  'familyViolence',
  'judgement',
] as const
export type SensitiveCategory = (typeof sensitiveCategories)[number]

export interface SensitiveWord {
  readonly category: SensitiveCategory
  /** As found, without accents or case. */
  readonly word: string
}

/** Beginnings of words when they end in `*`, whole words or expressions otherwise; folded. */
type Vocabulary = Readonly<Record<SensitiveCategory, string>>

const vocabularies: Readonly<Record<'fr' | 'en', Vocabulary>> = {
  fr: {
    health:
      'malad* cancer* depress* handicap* hopita* hospitalis* psychiatr* psycholog* bipolaire* schizo* suicid* addict* alcooli* drogu* toxico* diabet* epilep* vih sida sero* enceinte* grossesse* avortement ivg invalid* medicament* cancereu* autis* burn_out arret_maladie fauteuil_roulant fausse_couche traitement_medical',
    religion:
      'religi* musulman* islam* chreti* catholiqu* protestant* juif juive juifs juives judais* evangeliqu* temoin*_de_jehovah bouddhis* hindou* athee* voile voilee voilees hijab foulard_islamique mosquee* eglise* synagogue* ramadan priere* croyan*',
    origin:
      'ethni* race races racial* d_origine originaire* nationalite* immigr* migrant* refugie* sans_papiers titre_de_sejour carte_de_sejour demandeu*_d_asile oqtf clandestin* maghreb* africain* arabe arabes gitan* tzigane* roms etranger etrangere',
    policeAndJustice:
      'police policier* gendarm* garde_a_vue prison* incarcer* detenu* detention condamn* casier_judiciaire delinquan* delit* tribunal judiciaire* bracelet_electronique sursis probation spip mise_en_examen plainte* dealer*',
    familyViolence:
      'violence* violent* battu* frappe frappee coups viol viols violee* inceste* maltrait* harcel* abus_sexuel* agress* femme_battue emprise ordonnance_de_protection',
    judgement:
      'paresseu* faineant* menteu* ment mentir voleu* assiste assistee assistes profiteu* bizarre* folle fou idiot* stupide* bete nul nulle sale agressif agressive incapable* ingerable* hysteri* mauvaise_foi mauvaise_mere mauvais_pere cas_social cassos',
  },
  en: {
    health:
      'illness* ill sick sickness disease* cancer* depress* disab* hospitali* hospital psychiatr* psycholog* bipolar schizo* suicid* addict* alcoholi* drug drugs diabet* epilep* hiv aids pregnan* abortion* miscarriage* medication* autis* burnout burn_out sick_leave wheelchair*',
    religion:
      'religi* muslim* islam* christian* catholic* protestant* jew jews jewish judais* evangelical* jehovah* buddhis* hindu* atheis* hijab veil veiled mosque* church* synagogue* ramadan prayer* believer*',
    origin:
      'ethni* race races racial* nationalit* immigra* migrant* refugee* undocumented asylum residence_permit illegal_alien* north_african* african* arab arabs gypsy gypsies roma foreigner*',
    policeAndJustice:
      'police policeman jail* prison* incarcerat* detain* detention convict* criminal_record* offender* offence* court_case tribunal electronic_tag probation complaint* dealer*',
    familyViolence:
      'violence violent beaten battered rape raped incest* abuse abused abusive mistreat* harass* assault* restraining_order',
    judgement:
      'lazy liar* lies lying thief thieves scrounger* weird crazy mad idiot* stupid dirty aggressive incapable hopeless unmanageable hysteri* bad_faith bad_mother bad_father',
  },
}

interface Matcher {
  readonly category: SensitiveCategory
  readonly pattern: RegExp
}

function matchersOf(vocabulary: Vocabulary): readonly Matcher[] {
  return sensitiveCategories.map((category) => {
    const words = vocabulary[category].split(' ').map((word) => word.replaceAll('_', ' ').replaceAll('*', '[a-z]*'))
    return { category, pattern: new RegExp(`(?<![a-z0-9])(?:${words.join('|')})(?![a-z0-9])`, 'g') }
  })
}

const matchers = { fr: matchersOf(vocabularies.fr), en: matchersOf(vocabularies.en) }

/** The words of a text that deserve a warning, each once, in the order of the categories. */
export function sensitiveWords(text: string, language: 'fr' | 'en'): readonly SensitiveWord[] {
  const folded = fold(text)
  return matchers[language].flatMap(({ category, pattern }) =>
    [...new Set([...folded.matchAll(pattern)].map((match) => match[0]))].map((word) => ({ category, word })),
  )
}
