import { expect, test } from 'vitest'
import { fillDemo } from '../../src/data/demo/fill-demo.ts'
import { seedBase } from '../../src/data/demo/seed.ts'
import { openReferralStates } from '../../src/shared/rules/referral-transitions.ts'
import { openTestApi } from '../support/open-test-api.ts'

test('the demo space of an association shows some 300 people, 60 organisations, and referrals in every state', async () => {
  const { api, database } = await openTestApi()
  await fillDemo(database, 'association', 'fr')
  const people = await api.people.list({ offset: 0, limit: 50 })
  expect(people.total).toBeGreaterThanOrEqual(300)
  expect((await api.organisations.list({ offset: 0, limit: 1 })).total).toBeGreaterThanOrEqual(60)
  const referrals = await api.referrals.list({ offset: 0, limit: 500 })
  expect(referrals.total).toBe(150)
  const states = new Set(referrals.rows.map(({ state }) => state))
  expect([...states].sort()).toEqual([
    'accepted',
    'closed',
    'contacting',
    'expired',
    'met',
    'received',
    'redirected',
    'refused',
    'waitlisted',
    'withdrawn',
  ])
  await expect(api.history.undoLast({})).rejects.toMatchObject({ code: 'nothingToUndo' })
})

test('the demo space of a landlord holds its residences, its drafts and what it sent', async () => {
  const { api, database } = await openTestApi({ kind: 'landlord', organisationName: 'Estuaire Logement' })
  await fillDemo(database, 'landlord', 'en')
  const { rows } = await api.referrals.list({ offset: 0, limit: 500 })
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['draft', 'sent', 'withdrawn']))
  expect((await api.residences.list({ offset: 0, limit: 1 })).total).toBe(12)
})

test('a seeded base has served for a while: most of its referrals are decided, few are late', async () => {
  const { api, database } = await openTestApi()
  await seedBase(database, { people: 60, referrals: 60 }, () => undefined)
  const { rows } = await api.referrals.list({ offset: 0, limit: 500 })
  const open = rows.filter(({ state }) => openReferralStates.some((one) => one === state))
  expect(open.length).toBeGreaterThan(6)
  expect(open.length).toBeLessThan(20)
  expect(new Set(rows.map(({ state }) => state)).size).toBe(10)
  const late = (await api.referrals.overdue({})).referrals
  expect(late).toBeLessThan(open.length / 2)
})
