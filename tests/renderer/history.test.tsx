import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { history as english } from '../../src/renderer/i18n/en/history'
import { history as french } from '../../src/renderer/i18n/fr/history'
import { contract } from '../../src/shared/contract'
import type { EndpointMeta } from '../../src/shared/endpoint'
import { aPerson, anOrganisation } from '../support/factories'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }

test('every act that the history can hold has its words in both languages, and no word is left over', () => {
  const written = [...endpointsThatWrite(), ...namedInTheDataProcess()].filter((name) => !unlogged.test(name))
  expect(written.length).toBeGreaterThan(40)
  for (const { commands } of [french, english]) {
    expect(written.filter((name) => !(name in commands))).toEqual([])
    expect(Object.keys(commands).filter((name) => !written.includes(name))).toEqual([])
  }
})

/** Drafts, views, a look at a paper and what prepares an import are no part of the history. */
const unlogged = /^(drafts|lists)\.|^documents\.open$|^imports\.(?!apply$|undo$)/

function endpointsThatWrite(): string[] {
  return Object.entries(contract).flatMap(([feature, endpoints]) =>
    Object.entries(endpoints).flatMap(([name, endpoint]) =>
      ['command', 'job'].includes(kindOf(endpoint) ?? '') ? [`${feature}.${name}`] : [],
    ),
  )
}

function kindOf(endpoint: unknown): EndpointMeta['kind'] | undefined {
  return (endpoint as { '~orpc'?: { meta: EndpointMeta } })['~orpc']?.meta.kind
}

/** The batches that no endpoint names: the making of a space, its demo, its trial records. */
function namedInTheDataProcess(): string[] {
  const sources: Record<string, string> = import.meta.glob('../../src/data/**/*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const found = Object.values(sources).flatMap((text) =>
    [...text.matchAll(/\.command\('([\w.]+)'/g)].map(([, name]) => name ?? ''),
  )
  expect(found).toContain('space.create')
  return [...new Set(found)]
}

test('every column that a record can change has its words, or is known to say nothing', () => {
  const source: Record<string, string> = import.meta.glob('../../src/data/schema.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const [schema = ''] = Object.values(source)
  const unsaid: string[] = []
  for (const entity of shown) {
    const table = `${entity.charAt(0).toUpperCase()}${entity.slice(1)}Table`
    const [, body = ''] = schema.match(new RegExp(`interface ${table} \\{([^}]*)\\}`)) ?? []
    const columns = [...body.matchAll(/^ {2}(\w+):/gm)].map(([, column]) => column ?? '')
    expect(columns.length).toBeGreaterThan(5)
    const words: Readonly<Record<string, string>> = french.columns
    unsaid.push(...columns.filter((column) => !(column in words) && !(`${entity}.${column}` in words)))
  }
  expect([...new Set(unsaid)].toSorted((a, b) => a.localeCompare(b))).toEqual(silent)
})

const shown = [
  'people',
  'participantProfiles',
  'contactPoints',
  'taggings',
  'consents',
  'organisations',
  'affiliations',
  'residences',
  'referrals',
  'referralMoves',
  'contactAttempts',
  'referralFeedbacks',
  'enrolments',
  'enrolmentMoves',
  'selectionCriteria',
  'selectionReviews',
  'attendances',
  'attendanceSheets',
  'certificates',
  'hourStatements',
  'hourCorrections',
  'supports',
  'sessions',
  'sessionFundings',
  'goals',
  'actions',
  'actionLibrary',
  'barriers',
  'scaleThemes',
  'goalReviews',
  'tasks',
  'interactions',
  'reminderRules',
  'documents',
  'letterModels',
] as const
/** Keys, places kept by the machine, and what another column says already. */
const silent = [
  'attendanceId',
  'cityKey',
  'clockFrom',
  'createdAt',
  'deletedAt',
  'enrolmentId',
  'entryCommuneCode',
  'entryFrrStatus',
  'entryQpvEdition',
  'extra',
  'fromStage',
  'fromState',
  'frrStatus',
  'id',
  'lines',
  'mediaType',
  'memberId',
  'position',
  'qpvEdition',
  'ruleKey',
  'scores',
  'sha256',
  'size',
  'sortKey',
  'stageSince',
  'statementId',
  'stateSince',
  'threadId',
  'updatedAt',
  'version',
  'wordingVersion',
]

test('a record tells its history in words: no code, no key, nothing empty', async () => {
  let id = ''
  const { user } = await renderApp({
    given: async () => {
      const landlord = await ask('organisations.create', anOrganisation({ kind: 'landlord', name: 'Ponant Habitat' }))
      id = landlord.id
      await ask('organisations.update', {
        id,
        version: landlord.version,
        fields: { kind: 'institution', website: 'https://ponant.example' },
      })
    },
  })
  window.location.hash = `/organisations/${id}`
  await user.click(await screen.findByRole('tab', { name: 'Historique' }, slow))
  const history = await shownHistory()
  await within(history).findByText('organisation modifiée', {}, slow)
  const [changed, created] = within(history)
    .getAllByRole('listitem')
    .filter((item) => item.matches('.record-history-act'))
  expect(changed?.textContent).toContain('Nature Bailleur social Institution')
  expect(changed?.textContent).toContain('Site https://ponant.example')
  expect(created?.textContent).toContain('Nature Bailleur social')
  expect(history.textContent).not.toMatch(/landlord|institution\b|toCheck|\bnull\b|\[\]|[0-9a-f]{8}-[0-9a-f]{4}/)
}, 60_000)

test('an act is undone from the history; one that wrote other records says so first', async () => {
  const ids: string[] = []
  const { user } = await renderApp({
    given: async () => {
      for (const lastName of ['Belharbi', 'Ouadji']) ids.push((await ask('people.create', aPerson({ lastName }))).id)
      await ask('people.addTag', { selection: { mode: 'these', ids }, tag: 'Mentorat' })
      await ask('people.update', { id: ids[0] ?? '', version: 2, fields: { note: 'À rappeler' } })
    },
  })
  window.location.hash = `/people/${ids[0] ?? ''}`
  await user.click(await screen.findByRole('tab', { name: 'Historique' }, slow))
  const history = await shownHistory()
  await user.click(await within(history).findByRole('button', { name: /^Annuler.: personne modifiée$/ }, slow))
  await waitFor(async () => expect((await ask('people.get', { id: ids[0] ?? '' })).note).toBeNull(), slow)
  await within(history).findByText(/^Annulé.: personne modifiée$/, {}, slow)

  await user.click(within(history).getByRole('button', { name: /^Annuler.: étiquette ajoutée$/ }))
  const dialog = await screen.findByRole('dialog', { name: /étiquette ajoutée/ })
  within(dialog).getByText(/a écrit 1 autre fiche/)
  await user.click(within(dialog).getByRole('button', { name: 'Annuler sur 2 fiches' }))
  await waitFor(async () => expect((await ask('people.get', { id: ids[1] ?? '' })).tags).toEqual([]), slow)
}, 60_000)

async function shownHistory(): Promise<HTMLElement> {
  return screen.findByRole('region', { name: 'Historique des modifications' }, slow)
}
