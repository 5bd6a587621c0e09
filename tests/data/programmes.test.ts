import { describe, expect, test } from 'vitest'
import { aCohort, aProgramme, aWorkshop, entered } from '../support/factories-programmes.ts'
import type { NewRow } from '../../src/data/writer.ts'
import { aPerson, anOrganisation } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { putAttendance, putEnrolment } from '../support/rows.ts'

describe('a programme', () => {
  test('is created, changed field by field, and keeps its history', async () => {
    const { api } = await openTestApi()
    const made = await api.programmes.create(aProgramme({ name: ' Incubateur des quartiers ', aim: '' }))
    expect(made).toMatchObject({ name: 'Incubateur des quartiers', aim: null, partners: [], goals: [], cohorts: [] })
    const fields = { aim: 'Passer de l’idée au premier client', endsOn: '2027-07-31' }
    const saved = await api.programmes.update({ id: made.id, version: 1, fields })
    expect(saved).toMatchObject({ outcome: 'saved', record: { ...fields, version: 2 } })
    const late = await api.programmes.update({ id: made.id, version: 1, fields: { aim: 'Autre chose' } })
    expect(late).toMatchObject({ outcome: 'conflict', conflicts: [{ field: 'aim', theirs: fields.aim }] })
    const entries = await api.history.ofRecord({ entity: 'programmes', id: made.id })
    expect(entries.map(({ command }) => command)).toEqual(['programmes.update', 'programmes.create'])
  })

  test.each([
    [{ startsOn: '2026-09-01', endsOn: '2026-08-31' }, 'invalid', 'endsOn'],
    [{ note: 'NIR 2 85 05 78 006 084 36' }, 'sensitiveNumber', 'note'],
    [{ aim: 'IBAN FR76 3000 6000 0112 3456 7890 189' }, 'sensitiveNumber', 'aim'],
  ])('%j is refused by its field', async (said, code, field) => {
    const { api } = await openTestApi()
    await expect(api.programmes.create(aProgramme(said))).rejects.toMatchObject({ code, data: { field } })
  })

  test('dates are checked against those that stay', async () => {
    const { api } = await openTestApi()
    const { id } = await api.programmes.create(aProgramme({ startsOn: '2026-09-01', endsOn: null }))
    const update = api.programmes.update({ id, version: 1, fields: { endsOn: '2026-01-01' } })
    await expect(update).rejects.toMatchObject({ code: 'invalid', data: { field: 'endsOn' } })
  })

  test('has partners, each once in each role', async () => {
    const { api } = await openTestApi()
    const { id } = await api.programmes.create(aProgramme())
    const one = await api.organisations.create(anOrganisation({ name: 'Maison de l’emploi' }))
    const other = await api.organisations.create(anOrganisation({ name: 'Couveuse' }))
    const host = { organisationId: one.id, role: 'host' as const }
    await api.programmes.setPartners({
      id,
      partners: [host, host, { organisationId: one.id, role: 'referrer' }, { organisationId: other.id, role: 'host' }],
    })
    const { partners } = await api.programmes.get({ id })
    expect(partners.map(({ organisationName, role }) => `${organisationName} ${role}`)).toEqual([
      'Couveuse host',
      'Maison de l’emploi host',
      'Maison de l’emploi referrer',
    ])
    const after = await api.programmes.setPartners({ id, partners: [host] })
    expect(after.partners.map(({ id: part }) => part)).toEqual([partners[1]?.id])
    await api.history.undoLast({})
    expect((await api.programmes.get({ id })).partners).toEqual(partners)
    const nobody = api.programmes.setPartners({ id, partners: [{ organisationId: 'nobody', role: 'host' }] })
    await expect(nobody).rejects.toMatchObject({ code: 'notFound' })
    const trash = api.organisations.trash({ selection: { mode: 'these', ids: [one.id] } })
    await expect(trash).rejects.toMatchObject({ code: 'inUse', data: { programmes: 1 } })
  })

  test('keeps the funded actions that workshops count for', async () => {
    const { api } = await openTestApi()
    const funder = await api.organisations.create(anOrganisation({ kind: 'institution', name: 'Région' }))
    const { id } = await api.programmes.create(aProgramme())
    const action = { funderId: funder.id, title: 'Accompagnement', code: 'AAP-26', share: 60, amountCents: 4_500_000 }
    const dates = { startsOn: '2026-01-01', endsOn: '2026-12-31' }
    const { fundedActions } = await api.programmes.setFundedActions({ id, fundedActions: [{ ...action, ...dates }] })
    expect(fundedActions).toMatchObject([{ ...action, ...dates, funderName: 'Région' }])
    const kept = fundedActions[0]?.id ?? ''
    const cohort = await api.cohorts.create(aCohort(id))
    const workshop = await api.workshops.create(
      aWorkshop(cohort.id, { fundings: [{ fundedActionId: kept, share: 100 }] }),
    )
    const gone = api.programmes.setFundedActions({ id, fundedActions: [] })
    await expect(gone).rejects.toMatchObject({ code: 'inUse', data: { label: 'Accompagnement', workshops: 1 } })
    await api.workshops.trash({ id: workshop.id })
    expect((await api.programmes.setFundedActions({ id, fundedActions: [] })).fundedActions).toEqual([])
    const backwards = { ...action, ...dates, endsOn: '2025-12-31' }
    await expect(api.programmes.setFundedActions({ id, fundedActions: [backwards] })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'fundedActions.0.endsOn' },
    })
  })

  test('goals stand beside what the base counts: each person once, the unknown said', async () => {
    const { api, database } = await openTestApi()
    const { id } = await api.programmes.create(aProgramme())
    const first = await api.cohorts.create(aCohort(id))
    const second = await api.cohorts.create(aCohort(id))
    const elsewhere = await api.cohorts.create(aCohort((await api.programmes.create(aProgramme())).id))
    const people = await Promise.all(Array.from({ length: 5 }, () => api.people.create(aPerson())))
    const [one = '', two = '', three = '', four = '', five = ''] = people.map((person) => person.id)
    const woman = {
      entryGender: 'female',
      entryQpvState: 'in',
      entryQpvCode: 'QN04409M',
      entryAge: 24,
      entryStatus: 'jobseeker',
    }
    const enrol = (cohortId: string, personId: string, said: Partial<NewRow<'enrolments'>>) =>
      putEnrolment({ database }, cohortId, personId, { ...entered, ...said })
    await enrol(first.id, one, { stage: 'completed', ...woman })
    await enrol(second.id, one, { stage: 'active', ...woman })
    await enrol(first.id, two, { entryGender: 'male', entryQpvState: 'out', entryAge: 26 })
    await enrol(first.id, three, { entryGender: null })
    await enrol(elsewhere.id, four, { ...woman })
    await putEnrolment({ database }, first.id, five, { stage: 'applied', stageSince: '2026-08-01' })
    const held = await api.workshops.create(aWorkshop(first.id, { startTime: '09:00', endTime: '17:00', minutes: 420 }))
    await putAttendance({ database }, held.id, one, { halfDay: 'morning', minutes: 180 })
    await putAttendance({ database }, held.id, one, { halfDay: 'afternoon', minutes: 200, state: 'late' })
    await putAttendance({ database }, held.id, two, { halfDay: 'morning', minutes: null })
    await putAttendance({ database }, held.id, three, { state: 'absent', minutes: 0 })
    const meeting = await api.workshops.create(aWorkshop(first.id, { kind: 'informationMeeting' }))
    await putAttendance({ database }, meeting.id, four, { minutes: 180 })
    const cancelled = await api.workshops.create(aWorkshop(first.id))
    await api.workshops.cancel({ id: cancelled.id, on: '2026-10-01', reason: 'Intervenante absente' })
    const indicators = [
      ['entrants', 3, 0],
      ['women', 1, 1],
      ['qpvResidents', 1, 1],
      ['under26', 1, 1],
      ['jobseekers', 1, 2],
      ['frrResidents', 0, 3],
      ['completed', 1, 0],
      ['hours', 6, 0], // 180 + 200 minutes; what nobody noted counts for none
      ['workshopsHeld', 2, 0],
      ['informed', 1, 0],
    ] as const
    const goals = indicators.map(([indicator]) => ({ indicator, target: 40 }))
    const counted = (await api.programmes.setGoals({ id, goals })).goals
    expect(counted.map(({ indicator, reached, unknown }) => [indicator, reached, unknown])).toEqual(indicators)
    const kept = counted.slice(1).map(({ id: goalId, indicator }) => ({ id: goalId, indicator, target: 50 }))
    const changed = await api.programmes.setGoals({ id, goals: kept.toReversed() })
    expect(changed.goals.map((goal) => goal.id)).toEqual(kept.toReversed().map((goal) => goal.id))
    await api.history.undoLast({})
    expect((await api.programmes.get({ id })).goals).toEqual(counted)
  })

  test('is listed by what runs, what comes and what is over, with its cohorts and funders', async () => {
    const { api } = await openTestApi()
    await api.programmes.create(aProgramme({ name: 'A, passé', startsOn: '2024-01-01', endsOn: '2024-12-31' }))
    await api.programmes.create(aProgramme({ name: 'B, à venir', startsOn: '2027-01-01', endsOn: null }))
    const runs = await api.programmes.create(aProgramme({ name: 'C, en cours' }))
    await api.cohorts.create(aCohort(runs.id, { name: 'Première', startsOn: '2026-09-07' }))
    await api.cohorts.create(aCohort(runs.id, { name: 'Deuxième', startsOn: '2027-01-11', endsOn: '2027-05-30' }))
    const rows = await api.programmes.list({})
    expect(rows.map(({ name }) => name)).toEqual(['C, en cours', 'B, à venir', 'A, passé'])
    expect(rows[0]?.cohorts.map(({ name, taken, capacity }) => [name, taken, capacity])).toEqual([
      ['Deuxième', 0, 40],
      ['Première', 0, 40],
    ])
  })

  test('stays while it has cohorts, goes to the trash, and comes back', async () => {
    const { api } = await openTestApi()
    const { id, name } = await api.programmes.create(aProgramme())
    const cohort = await api.cohorts.create(aCohort(id))
    await expect(api.programmes.trash({ id })).rejects.toMatchObject({
      code: 'inUse',
      data: { label: name, cohorts: 1 },
    })
    await api.cohorts.trash({ id: cohort.id })
    await api.programmes.trash({ id })
    const trash = await api.history.trash({})
    expect(trash.map(({ entity }) => entity).sort()).toEqual(['cohorts', 'programmes'])
    await expect(api.cohorts.restore({ id: cohort.id })).rejects.toMatchObject({ code: 'notFound' })
    expect(await api.programmes.restore({ id })).toMatchObject({ deletedAt: null })
    expect(await api.cohorts.restore({ id: cohort.id })).toMatchObject({ deletedAt: null })
  })
})

test('programmes and cohorts are found by their words; a cohort under its programme, renamed or not', async () => {
  const { api } = await openTestApi()
  const { id } = await api.programmes.create(aProgramme({ name: 'Incubateur des Quartiers', aim: 'Premiers clients' }))
  const cohort = await api.cohorts.create(aCohort(id, { name: 'Promotion Estuaire', place: 'Tiers-lieu' }))
  const found = async (text: string) => (await api.search.find({ text })).map((hit) => `${hit.entity} ${hit.title}`)
  expect(await found('incubateur quartiers')).toEqual([
    'programmes Incubateur des Quartiers',
    'cohorts Promotion Estuaire',
  ])
  expect(await found('premiers cli')).toEqual(['programmes Incubateur des Quartiers'])
  const [hit] = await api.search.find({ text: 'estuaire' })
  expect(hit).toMatchObject({ entity: 'cohorts', id: cohort.id, subtitle: 'Incubateur des Quartiers' })
  await api.programmes.update({ id, version: 1, fields: { name: 'Accélérateur' } })
  expect(await found('accelerateur')).toEqual(['programmes Accélérateur', 'cohorts Promotion Estuaire'])
  expect(await found('incubateur')).toEqual([])
  await api.cohorts.trash({ id: cohort.id })
  expect(await found('estuaire')).toEqual([])
})
