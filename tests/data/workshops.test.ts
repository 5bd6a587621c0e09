import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fundingProblem } from '../../src/shared/rules/funding-shares.ts'
import { aCohort, aProgramme, aWorkshop } from '../support/factories-programmes.ts'
import { aPerson, anOrganisation } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { putAttendance } from '../support/rows.ts'

/** A programme with two funded actions, and a cohort. */
async function aWorld() {
  const world = await openTestApi()
  const { api } = world
  const funder = await api.organisations.create(anOrganisation({ kind: 'institution', name: 'Région' }))
  const programme = await api.programmes.create(aProgramme())
  const action = { funderId: funder.id, code: null, share: null, amountCents: null, startsOn: null, endsOn: null }
  const { fundedActions } = await api.programmes.setFundedActions({
    id: programme.id,
    fundedActions: [
      { ...action, title: 'Formation' },
      { ...action, title: 'Accompagnement' },
    ],
  })
  const cohort = await api.cohorts.create(aCohort(programme.id))
  return { ...world, cohort, actions: fundedActions.map(({ id }) => id) }
}

const morning = { startTime: '09:00', endTime: '12:00' }
const weekly = ['2026-10-06', '2026-10-13', '2026-10-20'].map((heldOn) => ({ heldOn, ...morning }))

describe('a workshop', () => {
  test('counts its minutes from start to end, unless a break is taken off', async () => {
    const { api, cohort } = await aWorld()
    const made = await api.workshops.create(
      aWorkshop(cohort.id, { startTime: '09:00', endTime: '17:00', minutes: 420 }),
    )
    expect(made).toMatchObject({ minutes: 420, compulsory: false, cohortName: cohort.name, fundings: [] })
    const longer = await api.workshops.update({ id: made.id, version: 1, fields: { endTime: '18:00' } })
    expect(longer).toMatchObject({ record: { minutes: 480 } })
    expect(await api.workshops.create(aWorkshop(cohort.id))).toMatchObject({ minutes: 180 })
  })

  test.each([
    [{ startTime: '12:00', endTime: '12:00' }, 'invalid', { field: 'endTime' }],
    [{ startTime: '09:00', endTime: '12:00', minutes: 181 }, 'invalid', { field: 'minutes' }],
    [{ link: 'visio' }, 'invalid', { field: 'link' }],
    [{ trainerOrganisationId: 'nobody' }, 'notFound', { entity: 'organisations' }],
    [{ note: 'NIR 2 85 05 78 006 084 36' }, 'sensitiveNumber', { field: 'note' }],
    [{ fundings: [{ fundedActionId: 'stranger', share: 10 }] }, 'notFound', { entity: 'fundedActions' }],
  ])('%j is refused', async (said, code, data) => {
    const { api, cohort } = await aWorld()
    await expect(api.workshops.create(aWorkshop(cohort.id, said))).rejects.toMatchObject({ code, data })
    expect(await api.workshops.ofCohort({ cohortId: cohort.id })).toEqual([])
  })

  test('whatever is asked, the shares that are kept never make more than 100 percent', async () => {
    const { api, cohort, actions } = await aWorld()
    const { id } = await api.workshops.create(aWorkshop(cohort.id))
    const share = fc.record({ fundedActionId: fc.constantFrom(...actions), share: fc.integer({ min: 1, max: 100 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(share, { maxLength: 3 }), async (fundings) => {
        const { version, fundings: before } = await api.workshops.get({ id })
        const allowed = fundingProblem(fundings) === null
        const asked = api.workshops.update({ id, version, fields: { fundings } })
        if (allowed) await asked
        else await expect(asked).rejects.toMatchObject({ code: 'invalid', data: { field: 'fundings' } })
        const kept = (await api.workshops.get({ id })).fundings
        const shares = (list: readonly { fundedActionId: string; share: number }[]) =>
          new Map(list.map((one) => [one.fundedActionId, one.share]))
        expect(shares(kept)).toEqual(shares(allowed ? fundings : before))
        expect(kept.reduce((sum, one) => sum + one.share, 0)).toBeLessThanOrEqual(100)
      }),
      { numRuns: 25 },
    )
  })

  test('is cancelled with its reason, and takes place after all', async () => {
    const { api, cohort } = await aWorld()
    const { id } = await api.workshops.create(aWorkshop(cohort.id))
    const cancelled = await api.workshops.cancel({ id, on: '2026-10-01', reason: 'Intervenante absente' })
    expect(cancelled).toMatchObject({ cancelledOn: '2026-10-01', cancelledReason: 'Intervenante absente' })
    expect(await api.cohorts.get({ id: cohort.id })).toMatchObject({ workshops: 0 })
    expect(await api.workshops.reinstate({ id })).toMatchObject({ cancelledOn: null, cancelledReason: null })
  })

  test('where someone came is neither cancelled nor thrown away', async () => {
    const { api, database, cohort } = await aWorld()
    const { id } = await api.workshops.create(aWorkshop(cohort.id))
    await putAttendance({ database }, id, (await api.people.create(aPerson())).id)
    const refusal = { code: 'inUse', data: { attendances: 1 } }
    await expect(api.workshops.trash({ id })).rejects.toMatchObject(refusal)
    await expect(api.workshops.cancel({ id, on: '2026-10-01', reason: 'Erreur' })).rejects.toMatchObject(refusal)
    expect(await api.workshops.get({ id })).toMatchObject({ attendances: 1, deletedAt: null })
  })

  test('in the trash is listed there, and comes back only with its cohort', async () => {
    const { api, cohort } = await aWorld()
    const { id, title } = await api.workshops.create(aWorkshop(cohort.id))
    await api.workshops.trash({ id })
    expect(await api.history.trash({})).toMatchObject([{ entity: 'workshops', label: title }])
    await api.cohorts.trash({ id: cohort.id })
    await expect(api.workshops.restore({ id })).rejects.toMatchObject({ code: 'notFound' })
    await api.cohorts.restore({ id: cohort.id })
    expect(await api.workshops.restore({ id })).toMatchObject({ deletedAt: null })
  })
})

describe('a series', () => {
  test('is previewed with its holidays, what it meets, and what lies outside the cohort', async () => {
    const { api, cohort } = await aWorld()
    await api.workshops.create(aWorkshop(cohort.id, { title: 'Pitch', heldOn: '2026-11-04', startTime: '11:00' }))
    const ask = { cohortId: cohort.id, firstDay: '2026-10-28', everyWeeks: 1, weekdays: [3], startTime: '09:00' }
    const lines = await api.workshops.previewSeries({ ...ask, endTime: '12:00', end: { count: 3 } })
    expect(lines).toEqual([
      { heldOn: '2026-10-28', holiday: false, meets: null, outside: false },
      { heldOn: '2026-11-04', holiday: false, meets: 'Pitch', outside: false },
      { heldOn: '2026-11-11', holiday: true, meets: null, outside: false },
      { heldOn: '2026-11-18', holiday: false, meets: null, outside: false },
    ])
    const before = await api.workshops.previewSeries({ ...ask, endTime: '11:00', end: { day: '2026-11-04' } })
    expect(before.map(({ meets }) => meets)).toEqual([null, null])
    const early = { ...ask, firstDay: '2026-09-01', weekdays: [2], endTime: '12:00', end: { count: 2 } }
    expect((await api.workshops.previewSeries(early)).map(({ outside }) => outside)).toEqual([true, false])
  })

  test('is one command: written at once, taken back at once', async () => {
    const { api, cohort, actions } = await aWorld()
    const [fundedActionId = ''] = actions
    const made = await api.workshops.createSeries({
      cohortId: cohort.id,
      kind: 'workshop',
      title: 'Vendre en ligne',
      compulsory: true,
      fundings: [{ fundedActionId, share: 50 }],
      lines: [...weekly.slice(0, 2), { heldOn: '2026-10-20', startTime: '14:00', endTime: '16:00', title: 'Le point' }],
    })
    expect(made.map(({ title, minutes, compulsory }) => [title, minutes, compulsory])).toEqual([
      ['Vendre en ligne', 180, true],
      ['Vendre en ligne', 180, true],
      ['Le point', 120, true],
    ])
    expect(new Set(made.map(({ seriesId }) => seriesId)).size).toBe(1)
    expect(await api.history.undoLast({})).toMatchObject({ command: 'workshops.createSeries', kept: [] })
    expect(await api.workshops.ofCohort({ cohortId: cohort.id })).toEqual([])
    await api.history.redoLast({})
    expect(await api.workshops.ofCohort({ cohortId: cohort.id })).toMatchObject([{ fundings: [{ share: 50 }] }, {}, {}])
  })

  test('changes for one, or for it and those that follow; a new day moves them all by as many', async () => {
    const { api, cohort, actions } = await aWorld()
    const common = { cohortId: cohort.id, kind: 'workshop' as const, title: 'Vendre' }
    const [, second, third] = await api.workshops.createSeries({ ...common, lines: weekly })
    const id = second?.id ?? ''
    await api.workshops.update({ id: third?.id ?? '', version: 1, fields: { endTime: '11:00' } })
    const fundings = [{ fundedActionId: actions[1] ?? '', share: 30 }]
    const fields = { heldOn: '2026-10-15', place: 'Médiathèque', endTime: '12:30', fundings }
    await api.workshops.update({ id, version: 1, fields, scope: 'following' })
    const after = await api.workshops.ofCohort({ cohortId: cohort.id })
    expect(after.map((one) => [one.heldOn, one.place, one.endTime, one.fundings.length])).toEqual([
      ['2026-10-06', null, '12:00', 0],
      ['2026-10-15', 'Médiathèque', '12:30', 1],
      ['2026-10-22', 'Médiathèque', '12:30', 1],
    ])
    await api.history.undoLast({})
    const back = await api.workshops.ofCohort({ cohortId: cohort.id })
    expect(back.map((one) => [one.heldOn, one.place, one.endTime, one.fundings.length])).toEqual([
      ['2026-10-06', null, '12:00', 0],
      ['2026-10-13', null, '12:00', 0],
      ['2026-10-20', null, '11:00', 0],
    ])
  })

  test('goes from one on, except where someone came', async () => {
    const { api, database, cohort } = await aWorld()
    const common = { cohortId: cohort.id, kind: 'workshop' as const, title: 'Vendre' }
    const [first, second, third] = await api.workshops.createSeries({ ...common, lines: weekly })
    await putAttendance({ database }, third?.id ?? '', (await api.people.create(aPerson())).id)
    await api.workshops.cancel({ id: second?.id ?? '', on: '2026-10-12', reason: 'Salle fermée' })
    expect(await api.workshops.trash({ id: first?.id ?? '', scope: 'following' })).toEqual({ changed: 1, kept: 1 })
    const left = await api.workshops.ofCohort({ cohortId: cohort.id })
    expect(left.map(({ id }) => id)).toEqual([second?.id, third?.id])
  })
})
