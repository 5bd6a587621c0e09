import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Api, Inputs } from '../../src/shared/contract.ts'
import { values as english } from '../../src/renderer/i18n/en/values.ts'
import { values as french } from '../../src/renderer/i18n/fr/values.ts'
import { type Referral, aMove, aReferral, saved } from '../support/factories-referrals.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { openTestReader } from '../support/reader.ts'
import { resultOf } from '../support/run-job.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-withdrawals-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const everyone = { conditions: [], search: '', trashed: false }
const landlordName = 'Estuaire Habitat'

/** A landlord and its association, whose days go by together. */
async function twoSpaces() {
  let day = '2026-11-09'
  let seconds = 0
  let files = 0
  const now = () => new Date(Date.parse(`${day}T08:00:00.000Z`) + (seconds += 1) * 1000)
  const landlord = await openTestApi({
    kind: 'landlord',
    organisationName: landlordName,
    deviceId: 'device-landlord',
    now,
    openReader: openTestReader,
  })
  const association = await openTestApi({ deviceId: 'device-association', now, openReader: openTestReader })
  return {
    landlord: landlord.api,
    association: association.api,
    goTo: (next: string) => {
      day = next
      seconds = 0
    },
    handOver: async (locale: 'fr' | 'en' = 'fr') => {
      const path = join(folder, `${landlord.memberId}-${day}-${(files += 1)}.xlsx`)
      const words = locale === 'fr' ? french : english
      const request = { filter: everyone, format: 'xlsx', path, locale, recipient: 'Les Passerelles', words } as const
      return { path, written: await resultOf(landlord.api.exports.forAssociation(request)) }
    },
  }
}

const withdraw = (api: Api, referral: Pick<Referral, 'id' | 'version'>, move: Partial<Inputs['referrals']['move']>) =>
  api.referrals.move(aMove(referral, 'withdrawn', move))

async function bring(api: Api, path: string) {
  const draft = await resultOf(api.imports.read({ kind: 'referrals', path }))
  const counts = await resultOf(api.imports.plan({ id: draft.id, mapping: draft.mapping, strategy: 'fillBlanks' }))
  const { rows } = await api.imports.preview({ id: draft.id, offset: 0, limit: 100 })
  return {
    draft,
    counts,
    row: (number: string) => rows.find((row) => row.cells.some(({ text }) => text === number)),
    apply: () => resultOf(api.imports.apply({ id: draft.id })),
  }
}

async function copyOf(api: Api, { number }: Pick<Referral, 'number'>): Promise<Referral> {
  const { rows } = await api.referrals.list({ offset: 0, limit: 50 })
  return api.referrals.get({ id: rows.find((row) => row.number === number)?.id ?? '' })
}

test.each(['fr', 'en'] as const)(
  'what a landlord withdraws after handing it over is told, in %s, by its number alone',
  async (locale) => {
    const { landlord, association, goTo, handOver } = await twoSpaces()
    const person = { firstName: 'Prisca', lastName: 'Makiese' }
    const gone = await landlord.referrals.create(aReferral({ person, send: true, project: 'Traiteur' }))
    const decided = await landlord.referrals.create(aReferral({ send: true }))
    const dropped = await landlord.referrals.create(aReferral({ send: true }))
    const stays = await landlord.referrals.create(aReferral({ send: true }))
    await (await bring(association, (await handOver()).path)).apply()
    const met = saved(
      await association.referrals.move(aMove(await copyOf(association, decided), 'met', { on: '2026-11-09' })),
    )
    saved(await association.referrals.move(aMove(met, 'accepted', { on: '2026-11-09' })))
    await association.referrals.trash({ id: (await copyOf(association, dropped)).id })

    goTo('2026-11-12')
    const unheard = await landlord.referrals.create(aReferral({ send: true }))
    goTo('2026-11-16')
    const fresh = await landlord.referrals.create(aReferral({ send: true }))
    const told = { on: '2026-11-13', askedBy: 'person', reasons: ['personMoved'], note: 'Partie à Vertou' } as const
    saved(await withdraw(landlord, gone, { ...told, reasons: [...told.reasons] }))
    for (const one of [decided, dropped, unheard]) saved(await withdraw(landlord, one, { on: '2026-11-16' }))

    // the file: the one that was never handed over is not in it, and those that were stand there by number
    goTo('2026-11-17')
    await landlord.referrals.create(aReferral({ agreement: null }))
    const silent = await landlord.referrals.create(aReferral({ send: true }))
    const [consent] = (await landlord.people.get({ id: silent.personId })).consents
    await landlord.people.withdrawConsent({ consentId: consent?.id ?? '', on: '2026-11-17' })
    expect(await landlord.exports.previewForAssociation({ filter: everyone })).toEqual({
      leaving: 2,
      withdrawals: 3,
      staying: { noAgreement: 1, draft: 1, ended: 1 },
    })
    const { path, written } = await handOver(locale)
    expect(written).toMatchObject({ rows: 5, leftOut: 1 })
    const { sheets, parts } = readWorkbook(readFileSync(path))
    const text = [...parts.values()].join('')
    for (const never of ['Prisca', 'Makiese', 'Traiteur', 'Vertou', unheard.number]) expect(text).not.toContain(never)
    const { referralState, referralMover } = locale === 'fr' ? french : english
    const lineOf = ({ number }: Referral) =>
      sheets[0]?.rows.find((row) => row.includes(number))?.filter((cell) => cell !== '')
    expect(lineOf(gone)).toEqual([
      gone.number,
      referralState.withdrawn,
      '2026-11-13',
      referralMover.person,
      landlordName,
    ])
    expect(lineOf(decided)).toContain(referralMover.officer)

    // the association sees what it will do of each, moves its own copy, and owes nobody the news
    const owedTo = async ({ id }: Referral) => {
      const { feedbacks } = await association.referrals.get({ id })
      return feedbacks.filter(({ sentOn }) => sentOn === null).map(({ occasion }) => occasion)
    }
    expect(await owedTo(await copyOf(association, gone))).toEqual(['received'])
    const news = await bring(association, path)
    expect(news.draft.mapping.filter(({ field }) => field === null)).toEqual([])
    expect(news.counts).toEqual({ create: 1, update: 1, unchanged: 1, skip: 2, error: 0, duplicate: 0 })
    expect(news.row(fresh.number)).toMatchObject({ effect: 'create' })
    expect(news.row(gone.number)).toMatchObject({ effect: 'update', label: `${gone.number} · MAKIESE Prisca` })
    expect(news.row(gone.number)?.cells).toContainEqual(
      expect.objectContaining({ field: 'state', text: 'withdrawn', before: 'received' }),
    )
    // who it is, from what is known here: the file does not say
    expect(news.row(gone.number)?.cells).toContainEqual(expect.objectContaining({ field: 'lastName', text: 'Makiese' }))
    expect(news.row(decided.number)?.cells).toContainEqual(
      expect.objectContaining({ field: 'state', repaired: 'decidedHere' }),
    )
    expect(news.row(dropped.number)?.cells).toContainEqual(
      expect.objectContaining({ field: 'number', repaired: 'nothingToWithdraw' }),
    )
    await news.apply()
    const copy = await copyOf(association, gone)
    expect(copy).toMatchObject({ state: 'withdrawn', stateSince: '2026-11-13', reasons: [] })
    expect(copy.moves.at(-1)).toMatchObject({
      from: 'received',
      to: 'withdrawn',
      on: '2026-11-13',
      mover: 'person',
      by: landlordName,
      note: null,
    })
    expect(await copyOf(association, decided)).toMatchObject({ state: 'accepted' })
    expect(await copyOf(association, stays)).toMatchObject({ state: 'received' })
    expect(await owedTo(copy)).toEqual([])
    expect((await bring(association, path)).row(gone.number)).toMatchObject({ effect: 'unchanged' })

    // the whole import can be taken back
    await association.imports.undo({ id: news.draft.id })
    expect(await copyOf(association, gone)).toMatchObject({ state: 'received', stateSince: '2026-11-09' })
    expect(await owedTo(copy)).toEqual(['received'])
  },
  60_000,
)

test('a withdrawal that is told again does not close what the association has reopened since', async () => {
  const { landlord, association, goTo, handOver } = await twoSpaces()
  const referral = await landlord.referrals.create(aReferral({ send: true }))
  await (await bring(association, (await handOver()).path)).apply()
  goTo('2026-11-16')
  saved(await withdraw(landlord, referral, { on: '2026-11-16' }))
  const { path } = await handOver()
  await (await bring(association, path)).apply()
  const reopened = aMove(await copyOf(association, referral), 'received', { on: '2026-11-16' })
  saved(await association.referrals.move(reopened))
  goTo('2026-11-18')
  const again = await bring(association, (await handOver()).path)
  expect(again.row(referral.number)).toMatchObject({ effect: 'unchanged' })
})

test('a withdrawal that comes from the association is not told back to it', async () => {
  const { landlord, association, goTo, handOver } = await twoSpaces()
  const own = await landlord.referrals.create(aReferral({ send: true }))
  const { path, written } = await handOver()
  expect(written.rows).toBe(1)
  await (await bring(association, path)).apply()
  goTo('2026-11-16')
  saved(await withdraw(association, await copyOf(association, own), { on: '2026-11-16', askedBy: 'person' }))
  const back = join(folder, `${own.number}-back.csv`)
  await resultOf(
    association.exports.forPartner({
      filter: everyone,
      landlordId: null,
      format: 'csv',
      path: back,
      locale: 'fr',
      purpose: '',
      words: french,
    }),
  )
  await (await bring(landlord, back)).apply()
  expect(await landlord.referrals.get({ id: own.id })).toMatchObject({ state: 'withdrawn' })
  expect((await handOver()).written.rows).toBe(0)
})
