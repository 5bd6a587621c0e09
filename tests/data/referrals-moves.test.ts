import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ReferralState,
  movesFrom,
  referralMoveRules,
  referralStates,
} from '../../src/shared/rules/referral-transitions.ts'
import { type Referral, aMove, aReferral, anAgreement, saved } from '../support/factories-referrals.ts'
import { openTestApi } from '../support/open-test-api.ts'

type Api = Awaited<ReturnType<typeof openTestApi>>['api']
const code = (name: string, data: object = {}) =>
  expect.objectContaining({ code: name, data: expect.objectContaining(data) })

/** How an association’s member brings a new referral to each state. */
const paths: Partial<Record<ReferralState, readonly ReferralState[]>> = {
  received: [],
  contacting: ['contacting'],
  met: ['met'],
  waitlisted: ['met', 'waitlisted'],
  accepted: ['met', 'accepted'],
  refused: ['refused'],
  redirected: ['redirected'],
  withdrawn: ['withdrawn'],
  expired: ['contacting', 'expired'],
  closed: ['met', 'accepted', 'closed'],
}

async function inState(api: Api, state: ReferralState): Promise<Referral> {
  let referral = await api.referrals.create(aReferral({ receivedOn: '2026-11-02' }))
  for (const to of paths[state] ?? []) {
    if (to === 'contacting') referral = await exhaust(api, referral)
    else
      referral = saved(
        await api.referrals.move(aMove(referral, to, to === 'expired' ? { reasons: ['unreachable'] } : {})),
      )
  }
  return referral
}

/** Three attempts by two ways, nobody reached: the clock then proposes that it expires. */
async function exhaust(api: Api, { id }: Referral): Promise<Referral> {
  await api.referrals.addAttempt({ id, at: '2026-11-03T09:00:00.000Z', channel: 'phone', result: 'noAnswer' })
  await api.referrals.addAttempt({ id, at: '2026-11-05T09:00:00Z', channel: 'textMessage', result: 'messageLeft' })
  return api.referrals.addAttempt({ id, at: '2026-11-09T09:00:00.000Z', channel: 'phone', result: 'noAnswer' })
}

describe('in an association’s space', () => {
  test('each move of the table is made, and no other', async () => {
    const { api, database } = await openTestApi()
    for (const from of Object.keys(paths) as ReferralState[]) {
      const rules = new Map(movesFrom(from, 'association').map((rule) => [rule.to, rule]))
      for (const to of referralStates) {
        const referral = await inState(api, from)
        const needed =
          to === 'accepted' ? { alreadyKnown: true } : to === 'expired' ? { reasons: ['unreachable' as const] } : {}
        const found = await outcomeOf(database, () => api.referrals.move(aMove(referral, to, needed)))
        const rule = rules.get(to)
        const possible = rule && !rule.requires.includes('contactAttempt')
        const told = rule?.feedback === null || !rule ? [] : [rule.feedback]
        expect({
          from,
          to,
          ...found,
          told: found.moved?.feedbacks.slice(referral.feedbacks.length).map(({ occasion }) => occasion) ?? [],
        }).toMatchObject(
          possible
            ? {
                from,
                to,
                error: null,
                moved: { state: to, stateSince: '2026-11-23' },
                lastMove: { from, to, on: '2026-11-23', by: 'Solène Kerbrat' },
                told,
              }
            : { from, to, error: { code: 'illegalMove', data: { from, to } }, writes: 0 },
        )
      }
    }
  })

  test('the first attempt moves it, the others do not, and the caller then follows it', async () => {
    const { api, memberId } = await openTestApi()
    const received = await api.referrals.create(aReferral({ receivedOn: '2026-11-20' }))
    const contacting = await api.referrals.addAttempt({
      id: received.id,
      at: '2026-11-21T10:00:00.000Z',
      channel: 'phone',
      result: 'noAnswer',
    })
    expect(contacting).toMatchObject({
      state: 'contacting',
      stateSince: '2026-11-21',
      assignedToId: memberId,
      deadline: { dueOn: '2026-11-30', rule: 'contactAttempts' },
    })
    const again = await api.referrals.addAttempt({
      id: received.id,
      at: '2026-11-22T10:00:00.000Z',
      channel: 'email',
      result: 'messageLeft',
    })
    expect(again).toMatchObject({ state: 'contacting', stateSince: '2026-11-21' })
    expect(again.attempts).toHaveLength(2)
    for (const at of ['2026-11-19T10:00:00.000Z', '2026-11-23T10:00:00.000Z']) {
      await expect(
        api.referrals.addAttempt({ id: received.id, at, channel: 'phone', result: 'reached' }),
      ).rejects.toEqual(code('invalid', { field: 'at' }))
    }
  })

  test('what a move needs is asked for by its field', async () => {
    const { api } = await openTestApi()
    const received = await api.referrals.create(aReferral())
    const refusal = (move: object) => api.referrals.move(aMove(received, 'refused', move))
    await expect(refusal({ reasons: [] })).rejects.toEqual(code('invalid', { field: 'reasons' }))
    await expect(refusal({ reasons: ['unreachable'] })).rejects.toEqual(code('invalid', { field: 'reasons' }))
    await expect(refusal({ reasons: ['otherScheme'] })).rejects.toEqual(code('invalid', { field: 'otherSchemeName' }))
    await expect(refusal({ on: '2026-11-24' })).rejects.toEqual(code('invalid', { field: 'on' }))
    await expect(refusal({ on: '2026-11-22' })).rejects.toEqual(code('invalid', { field: 'on' }))
    await expect(api.referrals.move(aMove(received, 'redirected', { redirectTarget: null }))).rejects.toEqual(
      code('invalid', { field: 'redirectTarget' }),
    )
    await expect(api.referrals.move(aMove(received, 'accepted'))).rejects.toEqual(
      code('invalid', { field: 'alreadyKnown' }),
    )
    const refused = saved(await refusal({ reasons: ['otherScheme', 'noPlace'], otherSchemeName: 'Couveuse Le Nid' }))
    expect(refused).toMatchObject({
      reasons: ['otherScheme', 'noPlace'],
      otherSchemeName: 'Couveuse Le Nid',
      decidedOn: '2026-11-23',
      deadline: null,
    })
    await expect(api.referrals.move(aMove(refused, 'received', { note: ' ' }))).rejects.toEqual(
      code('invalid', { field: 'note' }),
    )
    expect(saved(await api.referrals.move(aMove(refused, 'received')))).toMatchObject({
      state: 'received',
      reasons: [],
      otherSchemeName: null,
      decidedOn: null,
      receivedOn: '2026-11-23',
    })
  })

  test('a retired reason is refused to new moves and stays on old ones', async () => {
    const { api } = await openTestApi()
    const old = saved(
      await api.referrals.move(aMove(await api.referrals.create(aReferral()), 'refused', { reasons: ['noPlace'] })),
    )
    await api.settings.update({ retiredRefusalReasons: ['noPlace'] })
    await expect(
      api.referrals.move(aMove(await api.referrals.create(aReferral()), 'refused', { reasons: ['noPlace'] })),
    ).rejects.toEqual(code('invalid', { field: 'reasons' }))
    expect((await api.referrals.get({ id: old.id })).reasons).toEqual(['noPlace'])
  })

  test('it expires only when the clock proposes it; a reopening starts the clock anew', async () => {
    const { api } = await openTestApi()
    const referral = await api.referrals.create(aReferral({ receivedOn: '2026-11-02' }))
    const tried = await api.referrals.addAttempt({
      id: referral.id,
      at: '2026-11-03T09:00:00.000Z',
      channel: 'phone',
      result: 'noAnswer',
    })
    expect(tried).toMatchObject({ expiryProposal: null })
    expect(tried.nextStates).not.toContain('expired')
    await expect(api.referrals.move(aMove(tried, 'expired', { reasons: ['unreachable'] }))).rejects.toEqual(
      code('illegalMove'),
    )
    const exhausted = await exhaust(api, tried)
    expect(exhausted).toMatchObject({ expiryProposal: 'unreachable' })
    expect(exhausted.nextStates).toContain('expired')
    await expect(api.referrals.move(aMove(exhausted, 'expired', { reasons: ['noReply'] }))).rejects.toEqual(
      code('invalid', { field: 'reasons' }),
    )
    const expired = saved(await api.referrals.move(aMove(exhausted, 'expired')))
    expect(expired).toMatchObject({ state: 'expired', reasons: ['unreachable'], nextStates: ['received'] })
    expect(expired.moves.at(-1)).toMatchObject({ mover: 'clock', by: 'Solène Kerbrat' })
    const reopened = saved(await api.referrals.move(aMove(expired, 'received')))
    expect(reopened).toMatchObject({ receivedOn: '2026-11-02', deadline: { dueOn: '2026-12-03' } })
    const [contacting] = (await api.referrals.list({ offset: 0, limit: 10 })).rows
    expect(contacting).toMatchObject({ attempts: 4 })
    const again = await api.referrals.addAttempt({
      id: referral.id,
      at: '2026-11-23T08:00:00.000Z',
      channel: 'phone',
      result: 'noAnswer',
    })
    expect(again.expiryProposal).toBeNull()
  })

  test('the waiting list has ranks from 1 without a hole, whoever comes, moves or leaves', async () => {
    const { api } = await openTestApi()
    const inLine: Referral[] = []
    for (let count = 0; count < 4; count += 1) inLine.push(await inState(api, 'waitlisted'))
    const ranks = () => Promise.all(inLine.map(async ({ id }) => (await api.referrals.get({ id })).rank))
    const [first, , third, last] = inLine as [Referral, Referral, Referral, Referral]
    expect(await ranks()).toEqual([1, 2, 3, 4])
    expect(await api.referrals.setRank({ id: last.id, rank: 2 })).toMatchObject({
      rank: 2,
      deadline: { rule: 'waitlistReview', daysLeft: 30 },
    })
    expect(await ranks()).toEqual([1, 3, 4, 2])
    saved(await api.referrals.move(aMove(await api.referrals.get({ id: first.id }), 'accepted')))
    expect(await ranks()).toEqual([null, 2, 3, 1])
    await api.referrals.setRank({ id: third.id, rank: 99 })
    expect(await ranks()).toEqual([null, 2, 3, 1])
    const column = (await api.referrals.board({ filter: {} })).find(({ state }) => state === 'waitlisted')
    expect(column?.rows.map(({ rank }) => rank)).toEqual([1, 2, 3])
    await expect(api.referrals.setRank({ id: first.id, rank: 1 })).rejects.toEqual(code('illegalMove'))
  })

  test('a redirected referral is followed by one of the same thread, once', async () => {
    const { api } = await openTestApi()
    const target = { kind: 'programme' as const, name: 'Lance ta boîte' }
    const first = saved(
      await api.referrals.move(
        aMove(await api.referrals.create(aReferral({ agency: 'Agence Ouest' })), 'redirected', {
          redirectTarget: target,
        }),
      ),
    )
    expect(first).toMatchObject({
      redirectKind: 'programme',
      redirectedTo: 'Lance ta boîte',
      threadId: first.id,
      nextId: null,
    })
    const next = await api.referrals.create(
      aReferral({ previousId: first.id, agreement: null, goal: 'Boutique en ligne' }),
    )
    expect(next).toMatchObject({
      personId: first.personId,
      threadId: first.id,
      previousId: first.id,
      agency: 'Agence Ouest',
      goal: 'Boutique en ligne',
      agreement: { givenOn: '2026-10-01' },
      state: 'received',
    })
    expect(next.number).not.toBe(first.number)
    expect((await api.referrals.get({ id: first.id })).nextId).toBe(next.id)
    await expect(api.referrals.create(aReferral({ previousId: first.id }))).rejects.toEqual(
      code('invalid', { field: 'previousId' }),
    )
    const elsewhere = saved(await api.referrals.move(aMove(await api.referrals.create(aReferral()), 'redirected')))
    await expect(api.referrals.create(aReferral({ previousId: elsewhere.id, agreement: null }))).rejects.toEqual(
      code('agreementMissing'),
    )
  })

  test('moved meanwhile by someone else: shown as a conflict, nothing written', async () => {
    const { api } = await openTestApi()
    const seen = await api.referrals.create(aReferral())
    saved(await api.referrals.move(aMove(seen, 'met')))
    expect(await api.referrals.move(aMove(seen, 'refused'))).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'state', yours: 'refused', theirs: 'met', by: 'Solène Kerbrat' }],
    })
    expect((await api.referrals.get({ id: seen.id })).moves).toHaveLength(2)
  })

  test('whatever moves are tried, in any order, every step kept is one of the table', async () => {
    const { api } = await openTestApi()
    const legal = new Set(referralMoveRules.map(({ from, to }) => `${from} ${to}`))
    const attempt = fc.constantFrom('phone', 'email', 'visit' as const)
    const step = fc.oneof(fc.constantFrom(...referralStates), attempt)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { id } = await api.referrals.create(aReferral({ receivedOn: '2026-11-02' }))
        const refusals = new Set<string>()
        for (const tried of steps) {
          const now = await api.referrals.get({ id })
          const isState = (referralStates as readonly string[]).includes(tried)
          const asked: Promise<unknown> = isState
            ? api.referrals.move(aMove(now, tried as ReferralState))
            : api.referrals.addAttempt({
                id,
                at: '2026-11-23T08:00:00.000Z',
                channel: tried as 'phone',
                result: 'noAnswer',
              })
          await asked.catch((error: unknown) => refusals.add((error as { code: string }).code))
        }
        expect([...refusals].filter((refusal) => refusal !== 'illegalMove' && refusal !== 'invalid')).toEqual([])
        const { moves, state } = await api.referrals.get({ id })
        expect(moves.map(({ from, to }) => `${from} ${to}`).filter((move) => !legal.has(move))).toEqual([])
        expect(moves.slice(1).map(({ from }) => from)).toEqual(moves.slice(0, -1).map(({ to }) => to))
        expect(moves.at(-1)?.to).toBe(state)
        const ranks = (
          await api.referrals.list({
            filter: { conditions: [{ field: 'state', operator: 'is', value: 'waitlisted' }] },
            offset: 0,
            limit: 500,
          })
        ).rows.map(({ rank }) => rank ?? 0)
        expect(ranks.sort((a, b) => a - b)).toEqual(ranks.map((_, index) => index + 1))
      }),
      { numRuns: 25 },
    )
  })
})

describe('in a landlord’s space', () => {
  test('an officer sends and withdraws; what the association does is not theirs to record', async () => {
    const { api, database } = await openTestApi({ kind: 'landlord' })
    const start: Record<string, () => Promise<Referral>> = {
      draft: () => api.referrals.create(aReferral()),
      sent: () => api.referrals.create(aReferral({ send: true })),
      withdrawn: async () =>
        saved(
          await api.referrals.move(
            aMove(await api.referrals.create(aReferral({ send: true })), 'withdrawn', { reasons: ['personMoved'] }),
          ),
        ),
    }
    for (const from of ['draft', 'sent', 'withdrawn'] as const) {
      const allowed = from === 'draft' ? ['sent'] : from === 'sent' ? ['withdrawn'] : []
      for (const to of referralStates) {
        const referral = await start[from]?.()
        if (!referral) throw new Error('each state has its start')
        const found = await outcomeOf(database, () => api.referrals.move(aMove(referral, to)))
        const refused = { from, to, error: { code: 'illegalMove', data: { from, to } }, writes: 0 }
        expect({ from, to, ...found }).toMatchObject(
          allowed.includes(to) ? { from, to, error: null, moved: { state: to, feedbacks: [] } } : refused,
        )
      }
    }
    const sent = await api.referrals.create(aReferral({ send: true }))
    await expect(
      api.referrals.addAttempt({ id: sent.id, at: '2026-11-23T08:00:00.000Z', channel: 'phone', result: 'reached' }),
    ).rejects.toEqual(code('illegalMove'))
  })

  test('thirty days without reply: the clock proposes, the officer confirms', async () => {
    const { api } = await openTestApi({ kind: 'landlord' })
    const sent = await api.referrals.create(aReferral({ send: true, sentOn: '2026-10-24' }))
    expect(sent).toMatchObject({ expiryProposal: 'noReply', nextStates: ['withdrawn', 'expired'] })
    expect((await api.referrals.board({ filter: {} })).map(({ state, total }) => [state, total])).toEqual([
      ['draft', 0],
      ['sent', 1],
      ['received', 0],
      ['contacting', 0],
      ['met', 0],
      ['waitlisted', 0],
    ])
    expect(saved(await api.referrals.move(aMove(sent, 'expired')))).toMatchObject({
      state: 'expired',
      reasons: ['noReply'],
    })
    const fresh = await api.referrals.create(aReferral({ send: true, sentOn: '2026-10-25', agreement: anAgreement() }))
    await expect(api.referrals.move(aMove(fresh, 'expired'))).rejects.toEqual(code('illegalMove'))
  })
})

/** What became of a move that was asked: the referral moved, or the refusal, and how much was written. */
async function outcomeOf(database: Database, ask: () => Promise<Parameters<typeof saved>[0]>) {
  const before = await countChanges(database)
  const answer = await ask().then(
    (moved) => ({ moved: saved(moved), error: null }),
    (error: unknown) => ({ moved: null, error }),
  )
  return { ...answer, lastMove: answer.moved?.moves.at(-1) ?? null, writes: (await countChanges(database)) - before }
}

type Database = Awaited<ReturnType<typeof openTestApi>>['database']

async function countChanges(database: Database): Promise<number> {
  const { count } = await database
    .read()
    .db.selectFrom('changes')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
