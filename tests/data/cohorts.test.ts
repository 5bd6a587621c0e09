import { describe, expect, test } from 'vitest'
import { aCohort, aProgramme, aWorkshop, entered } from '../support/factories-programmes.ts'
import { aPerson, anOrganisation } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { putEnrolment } from '../support/rows.ts'

describe('a cohort', () => {
  test('is created under its programme, with its settings', async () => {
    const { api, memberId } = await openTestApi()
    const { id: programmeId, name } = await api.programmes.create(aProgramme())
    const made = await api.cohorts.create(
      aCohort(programmeId, { name: 'Automne 2026', place: 'Maison de quartier', coordinatorId: memberId }),
    )
    expect(made).toMatchObject({
      name: 'Automne 2026',
      programmeName: name,
      coordinatorName: 'Solène Kerbrat',
      capacity: 40,
      taken: 0,
      completionShare: null,
      absencesAlert: null,
      previous: null,
    })
    expect(await api.cohorts.ofProgramme({ programmeId })).toMatchObject([{ id: made.id, capacity: 40 }])
    expect(await api.cohorts.list({ text: 'automne' })).toMatchObject([{ id: made.id, programmeName: name }])
    expect(await api.cohorts.list({ text: 'printemps' })).toEqual([])
  })

  test.each([
    [{ startsOn: '2026-09-07', endsOn: '2026-09-06' }, 'invalid', { field: 'endsOn' }],
    [{ callOpensOn: '2026-09-07', callClosesOn: '2026-09-06' }, 'invalid', { field: 'callClosesOn' }],
    [{ coordinatorId: 'nobody' }, 'notFound', { entity: 'members' }],
    [{ place: 'NIR 2 85 05 78 006 084 36' }, 'sensitiveNumber', { field: 'place' }],
  ])('%j is refused', async (said, code, data) => {
    const { api } = await openTestApi()
    const { id } = await api.programmes.create(aProgramme())
    await expect(api.cohorts.create(aCohort(id, said))).rejects.toMatchObject({ code, data })
  })

  test('counts the places of those enrolled, in course or through, and those kept for some', async () => {
    const { api, database } = await openTestApi()
    const { id: programmeId } = await api.programmes.create(aProgramme())
    const { id } = await api.cohorts.create(aCohort(programmeId))
    const people = await Promise.all(Array.from({ length: 6 }, () => api.people.create(aPerson())))
    const stages = ['enrolled', 'active', 'completed', 'applied', 'droppedOut', 'waitlisted']
    for (const [index, { id: personId }] of people.entries()) {
      await putEnrolment({ database }, id, personId, {
        ...entered,
        stage: stages[index] ?? '',
        entryGender: 'female',
        entryQpvState: 'in',
        entryQpvCode: index === 0 ? 'QN04401M' : 'QN04402I',
        entryCommuneCode: '44184',
      })
    }
    const { taken, quotas } = await api.cohorts.setQuotas({
      id,
      quotas: [
        { kind: 'qpv', places: 20 },
        { kind: 'qpvCode', code: 'QN04401M', places: 4 },
        { kind: 'commune', code: '44109', places: 3 },
        { kind: 'women', places: 25, label: 'Parité' },
        { kind: 'other', label: 'Artisanat', places: 2 },
      ],
    })
    expect(taken).toBe(3)
    expect(quotas.map((quota) => [quota.kind, quota.taken, quota.codeName])).toEqual([
      ['qpv', 3, null],
      ['qpvCode', 1, expect.any(String)],
      ['commune', 0, 'Nantes'],
      ['women', 3, null],
      ['other', null, null],
    ])
    expect((await api.programmes.list({}))[0]?.cohorts).toMatchObject([{ taken: 3, capacity: 40 }])
    await api.cohorts.setQuotas({
      id,
      quotas: quotas.slice(1).map(({ codeName: _name, taken: _taken, ...one }) => one),
    })
    await api.history.undoLast({})
    expect((await api.cohorts.get({ id })).quotas).toEqual(quotas)
  })

  test.each([
    [{ kind: 'qpvCode' as const, places: 3 }, 'quotas.0.code'],
    [{ kind: 'other' as const, places: 3 }, 'quotas.0.label'],
  ])('a quota %j must say for whom', async (quota, field) => {
    const { api } = await openTestApi()
    const { id: programmeId } = await api.programmes.create(aProgramme())
    const { id } = await api.cohorts.create(aCohort(programmeId))
    await expect(api.cohorts.setQuotas({ id, quotas: [quota] })).rejects.toMatchObject({
      code: 'invalid',
      data: { field },
    })
  })

  test('stays while someone is enrolled or workshops are left', async () => {
    const { api, database } = await openTestApi()
    const { id: programmeId } = await api.programmes.create(aProgramme())
    const { id } = await api.cohorts.create(aCohort(programmeId))
    const workshop = await api.workshops.create(aWorkshop(id))
    await putEnrolment({ database }, id, (await api.people.create(aPerson())).id, entered)
    await expect(api.cohorts.trash({ id })).rejects.toMatchObject({
      code: 'inUse',
      data: { enrolments: 1, workshops: 1 },
    })
    await api.workshops.trash({ id: workshop.id })
    await expect(api.cohorts.trash({ id })).rejects.toMatchObject({ data: { enrolments: 1, workshops: 0 } })
  })
})

describe('the next edition of a cohort', () => {
  test('is previewed, then written as it was agreed to, and taken back at once', async () => {
    const { api, database } = await openTestApi()
    const funder = await api.organisations.create(anOrganisation({ kind: 'institution' }))
    const { id: programmeId } = await api.programmes.create(aProgramme())
    const { fundedActions } = await api.programmes.setFundedActions({
      id: programmeId,
      fundedActions: [
        {
          funderId: funder.id,
          title: 'Formation',
          code: null,
          share: 50,
          amountCents: null,
          startsOn: null,
          endsOn: null,
        },
      ],
    })
    const fundings = [{ fundedActionId: fundedActions[0]?.id ?? '', share: 80 }]
    const source = await api.cohorts.create(
      aCohort(programmeId, {
        callOpensOn: '2026-06-01',
        callClosesOn: '2026-07-31',
        completionShare: 70,
        place: 'Tiers-lieu',
      }),
    )
    await api.cohorts.setQuotas({ id: source.id, quotas: [{ kind: 'women', places: 20 }] })
    await database.command('selection.setCriteria', (tx) =>
      tx.write.insert('selectionCriteria', { cohortId: source.id, label: 'Motivation', weight: 3, position: 0 }),
    )
    const lines = [
      { heldOn: '2026-09-08', startTime: '09:00', endTime: '12:00' },
      { heldOn: '2026-09-15', startTime: '09:00', endTime: '12:00' },
    ]
    await api.workshops.createSeries({ cohortId: source.id, kind: 'workshop', title: 'Vendre', fundings, lines })
    const late = await api.workshops.create(
      aWorkshop(source.id, { title: 'Pitch', kind: 'pitchEvent', heldOn: '2026-11-10' }),
    )
    const gone = await api.workshops.create(aWorkshop(source.id, { heldOn: '2026-10-13' }))
    await api.workshops.cancel({ id: gone.id, on: '2026-10-12', reason: 'Salle fermée' })

    const preview = await api.cohorts.previewCopy({ id: source.id, startsOn: '2027-09-06' })
    expect(preview).toMatchObject({
      endsOn: '2028-02-25',
      callOpensOn: '2027-05-31',
      callClosesOn: '2027-07-30',
      quotas: 1,
      criteria: 1,
    })
    expect(preview.workshops.map(({ from, heldOn, avoidsHoliday }) => [from, heldOn, avoidsHoliday])).toEqual([
      ['2026-09-08', '2027-09-07', false],
      ['2026-09-15', '2027-09-14', false],
      ['2026-11-10', '2027-11-09', false],
    ])
    const later = await api.cohorts.previewCopy({ id: source.id, startsOn: '2027-09-08' }) // no workshop before it begins
    expect(later.workshops.map(({ heldOn }) => heldOn)).toEqual(['2027-09-14', '2027-09-21', '2027-11-16'])
    const before = await api.cohorts.previewCopy({ id: source.id, startsOn: '2025-09-08' })
    expect(before.workshops.at(-1)).toMatchObject({ heldOn: '2025-11-12', avoidsHoliday: true })

    const earlier = await dump(database)
    const kept = preview.workshops.filter(({ id }) => id !== late.id).map(({ id, heldOn }) => ({ id, heldOn }))
    const copy = await api.cohorts.copy({
      id: source.id,
      name: 'Promotion 2027',
      startsOn: '2027-09-06',
      workshops: kept,
    })
    expect(copy).toMatchObject({
      name: 'Promotion 2027',
      startsOn: '2027-09-06',
      endsOn: '2028-02-25',
      place: 'Tiers-lieu',
      completionShare: 70,
      capacity: 40,
      previous: { id: source.id },
      taken: 0,
      workshops: 2,
      quotas: [{ kind: 'women', places: 20, taken: 0 }],
    })
    const [first, second] = await api.workshops.ofCohort({ cohortId: copy.id })
    expect(first).toMatchObject({ title: 'Vendre', heldOn: '2027-09-07', fundings: [{ share: 80 }] })
    expect(first?.seriesId).not.toBeNull()
    expect(second?.seriesId).toBe(first?.seriesId)
    expect(first?.seriesId).not.toBe((await api.workshops.ofCohort({ cohortId: source.id }))[0]?.seriesId)
    const criteria = await database
      .read()
      .db.selectFrom('selectionCriteria')
      .select(['label', 'weight'])
      .where('cohortId', '=', copy.id)
      .execute()
    expect(criteria).toEqual([{ label: 'Motivation', weight: 3 }])
    await api.history.undoLast({})
    expect(await dump(database)).toEqual(earlier)
  })
})

async function dump(database: Awaited<ReturnType<typeof openTestApi>>['database']) {
  const { db } = database.read()
  return {
    cohorts: await db.selectFrom('cohorts').selectAll().orderBy('id').execute(),
    quotas: await db.selectFrom('cohortQuotas').selectAll().orderBy('id').execute(),
    criteria: await db.selectFrom('selectionCriteria').selectAll().orderBy('id').execute(),
    workshops: await db.selectFrom('workshops').selectAll().orderBy('id').execute(),
    fundings: await db.selectFrom('workshopFundings').selectAll().orderBy('id').execute(),
  }
}
