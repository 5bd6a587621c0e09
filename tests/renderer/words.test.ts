import { describe, expect, test } from 'vitest'
import * as attendance from '../../src/shared/rules/attendance'
import * as calendar from '../../src/shared/rules/calendar'
import * as reminders from '../../src/shared/rules/reminders'
import * as tasks from '../../src/shared/rules/tasks'
import * as clock from '../../src/shared/rules/referral-clock'
import * as coaching from '../../src/shared/rules/coaching'
import * as consent from '../../src/shared/rules/consent'
import * as enrolmentStages from '../../src/shared/rules/enrolment-stages'
import * as duplicates from '../../src/shared/rules/duplicates'
import * as programmes from '../../src/shared/rules/programmes'
import * as selection from '../../src/shared/rules/selection'
import * as hours from '../../src/shared/rules/hours'
import * as letters from '../../src/shared/rules/letters'
import * as papers from '../../src/shared/rules/papers'
import * as sensitive from '../../src/shared/rules/sensitive'
import * as transitions from '../../src/shared/rules/referral-transitions'
import * as values from '../../src/shared/rules/values'
import * as workingDays from '../../src/shared/rules/working-days'
import { errorCodes } from '../../src/shared/errors'
import { en } from '../../src/renderer/i18n/en'
import { fr } from '../../src/renderer/i18n/fr'

const french = flat(fr)
const english = flat(en)
/** Lists made of codes worded elsewhere, and the one that only the program reads. */
const partsOfOthers = [
  'paperFormats',
  'openReferralStates',
  'finalReferralStates',
  'reopenableReferralStates',
  'moveRequirements',
  'candidateStages',
  'placedStages',
  'runningStages',
  'exitStages',
  'firstStages',
  'enrolmentReasons',
  'enrolmentRequirements',
  'attendingStages',
]

describe('the two languages', () => {
  test('have the same keys', () => {
    expect([...english.keys()].toSorted()).toEqual([...french.keys()].toSorted())
  })

  test('ask for the same facts in each sentence', () => {
    const facts = (text: string) =>
      [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '').toSorted((a, b) => a.localeCompare(b))
    const differing = [...french].filter(([key, text]) => String(facts(text)) !== String(facts(english.get(key) ?? '')))
    expect(differing.map(([key]) => key)).toEqual([])
  })

  test('have both plurals wherever one is worded', () => {
    const alone = [...french.keys()].filter(
      (key) =>
        (key.endsWith('_one') && !french.has(key.replace(/_one$/, '_other'))) ||
        (key.endsWith('_other') && !french.has(key.replace(/_other$/, '_one'))),
    )
    expect(alone).toEqual([])
  })

  test('leave nothing empty', () => {
    const empty = [...french, ...english].filter(([, text]) => text.trim() === '')
    expect(empty.map(([key]) => key)).toEqual([])
  })
})

describe('the words that are kept', () => {
  test('are all used on a screen', () => {
    const { exact, beginnings } = keysInSources()
    const unused = [...french.keys()].filter((key) => {
      const base = key.replace(/_(one|other)$/, '')
      return !exact.has(base) && !beginnings.some((beginning) => base.startsWith(beginning))
    })
    expect(unused).toEqual([])
  })

  test('name every code of the closed lists, in a list named after it', () => {
    const modules: Record<string, unknown> = {
      ...values,
      ...transitions,
      ...consent,
      ...duplicates,
      ...sensitive,
      ...workingDays,
      ...clock,
      ...programmes,
      ...enrolmentStages,
      ...selection,
      ...attendance,
      ...hours,
      ...coaching,
      ...calendar,
      ...reminders,
      ...tasks,
      ...letters,
      ...papers,
    }
    const unnamed = Object.entries(modules)
      .flatMap(([name, list]) =>
        isListOfCodes(list) && !partsOfOthers.includes(name)
          ? list.map((code) => `values.${singular(name)}.${code}`)
          : [],
      )
      .filter((key) => !french.has(key))
    expect(unnamed).toEqual([])
  })

  test('say every error', () => {
    expect(errorCodes.map((code) => `errors.${code}`).filter((key) => !french.has(key))).toEqual([])
  })
})

describe('French typography', () => {
  const offences: [string, RegExp][] = [
    ['a no-break space before the colon', /(?<![\d\u00A0]):(?!\/\/|\d)/],
    ['a narrow no-break space before ; ! ?', /(?<!\u202F)[;!?]/],
    ['no-break spaces inside « »', /«(?!\u00A0)|(?<!\u00A0)»/],
    ['the apostrophe ’', /'/],
    ['the ellipsis …', /\.\.\./],
  ]
  test.each(offences)('has %s', (_, wrong) => {
    const wrongOnes = [...french].filter(([, text]) => wrong.test(text.replaceAll(/\{\{[^}]*\}\}/g, 'x')))
    expect(wrongOnes).toEqual([])
  })

  test('never exclaims, in either language', () => {
    expect([...french, ...english].filter(([, text]) => text.includes('!'))).toEqual([])
  })
})

interface Words {
  readonly [key: string]: string | Words
}

function flat(words: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}

/** Every quoted text of the screens, and the fixed beginning of every template that could be a key. */
function keysInSources(): { exact: ReadonlySet<string>; beginnings: readonly string[] } {
  const sources: Record<string, string> = import.meta.glob(
    ['../../src/renderer/**/*.{ts,tsx}', '!../../src/renderer/i18n/{fr,en}/**', '!../../src/renderer/**/*.test.*'],
    { query: '?raw', import: 'default', eager: true },
  )
  const text = Object.values(sources).join('\n')
  expect(text.length).toBeGreaterThan(10_000)
  const exact = new Set([...text.matchAll(/['"`]([\w]+(?:\.[\w]+)+)['"`]/g)].map(([, key]) => key ?? ''))
  const beginnings = [...text.matchAll(/`([\w]+(?:\.[\w]+)*\.)\$\{/g)].map(([, beginning]) => beginning ?? '')
  // the words of codes, commands and columns are looked up by name
  const lookedUp = ['values.', 'history.commands.', 'history.columns.', 'history.lastAction']
  return { exact, beginnings: [...beginnings, ...lookedUp] }
}

function isListOfCodes(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function singular(name: string): string {
  if (name.endsWith('ies')) return name.replace(/ies$/, 'y')
  return name.replace(/(?:(?<=ss|us)es|s)$/, '')
}
