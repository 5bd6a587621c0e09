import { describe, expect, test } from 'vitest'
import type { Inputs } from '../../src/shared/contract.ts'
import type { EnrolmentStage } from '../../src/shared/rules/enrolment-stages.ts'
import { aPerson } from '../support/factories.ts'
import { aQuota, aStageMove, anEnrolment, walked } from '../support/factories-enrolments.ts'
import { putCohort } from '../support/rows.ts'
import { openTestApi } from '../support/open-test-api.ts'

const on = '2026-11-23'

describe('an enrolment', () => {
  test('goes from application to alumni, each move dated, signed and kept', async () => {
    const test = await openTestApi()
    const cohortId = await putCohort(test, { programmeName: 'Accélérateur', name: 'Promotion 7' })
    const { id, personId } = await anEnrolment(test, cohortId)
    await walked(test, id, ['shortlisted', 'selected', 'enrolled', 'active', 'completed', 'alumnus'])
    const enrolment = await test.api.enrolments.get({ id })
    expect(enrolment).toMatchObject({
      stage: 'alumnus',
      cohortName: 'Promotion 7',
      programmeName: 'Accélérateur',
      appliedOn: '2026-11-02',
      enrolledOn: on,
      endedOn: on,
      outcomeClass: 'positiveExit',
      nextStages: [],
    })
    expect(enrolment.moves.map(({ from, to, by }) => [from, to, by])).toEqual([
      [null, 'applied', 'Solène Kerbrat'],
      ['applied', 'shortlisted', 'Solène Kerbrat'],
      ['shortlisted', 'selected', 'Solène Kerbrat'],
      ['selected', 'enrolled', 'Solène Kerbrat'],
      ['enrolled', 'active', 'Solène Kerbrat'],
      ['active', 'completed', 'Solène Kerbrat'],
      ['completed', 'alumnus', 'Solène Kerbrat'],
    ])
    expect((await test.api.enrolments.ofPerson({ personId })).map((row) => row.id)).toEqual([id])
  })

  test.each<[string, EnrolmentStage, Partial<Inputs['enrolments']['move']>, string, string | undefined]>([
    ['a move that is not in the table', 'active', {}, 'illegalMove', undefined],
    ['a refusal without a reason', 'refused', { reasons: [] }, 'invalid', 'reasons'],
    ['a refusal for a reason of another move', 'refused', { reasons: ['foundJob'] }, 'invalid', 'reasons'],
    ['a day to come', 'selected', { on: '2026-12-01' }, 'invalid', 'on'],
    ['a day before the one it is at', 'selected', { on: '2026-11-01' }, 'invalid', 'on'],
    ['a bank account in a note', 'selected', { note: 'FR7630006000011234567890189' }, 'sensitiveNumber', 'note'],
  ])('refuses %s', async (_what, to, said, code, field) => {
    const test = await openTestApi()
    const enrolment = await anEnrolment(test, await putCohort(test))
    const asked = aStageMove(enrolment, to, said)
    await expect(test.api.enrolments.move(asked)).rejects.toMatchObject({
      code,
      ...(field === undefined ? {} : { data: { field } }),
    })
    expect(await test.api.enrolments.get({ id: enrolment.id })).toEqual(enrolment)
  })

  test('freezes the situation on the day of entry, once', async () => {
    const test = await openTestApi()
    const { api } = test
    const cohortId = await putCohort(test)
    const before = await anEnrolment(test, cohortId, {
      postcode: '44600',
      city: 'Saint-Nazaire',
      qpvState: 'in',
      qpvCode: 'QN04409M',
      qpvHow: 'officialMap',
      status: 'jobseeker',
      education: 'level4',
      gender: 'female',
      birthYear: 1990,
      birthDate: '1990-11-24',
    })
    expect(before).toMatchObject({ entry: null, communeName: 'Saint-Nazaire', age: 35 })
    const entered = await walked(test, before.id, ['selected', 'enrolled'])
    expect(entered.entry).toMatchObject({
      on,
      communeCode: '44184',
      communeName: 'Saint-Nazaire',
      qpvState: 'in',
      qpvCode: 'QN04409M',
      status: 'jobseeker',
      education: 'level4',
      age: 35,
      gender: 'female',
    })
    expect(entered.entry?.qpvEdition).not.toBeNull()
    const person = await api.people.get({ id: before.personId })
    await api.people.update({
      id: person.id,
      version: person.version,
      fields: { postcode: '13006', city: 'Marseille', status: 'employed' },
    })
    expect(await api.enrolments.get({ id: before.id })).toMatchObject({
      communeName: 'Saint-Nazaire',
      entry: { status: 'jobseeker' },
    })
    const again = await walked(test, before.id, ['active', 'dropout', 'active'])
    expect(again.entry).toEqual(entered.entry)
    expect(again).toMatchObject({ outcomeClass: null, endedOn: null, reasons: [], enrolledOn: on })
  })

  test('is one for a person in a cohort, whom it refuses by name; several programmes are several', async () => {
    const test = await openTestApi()
    const { api } = test
    const one = await putCohort(test)
    const other = await putCohort(test)
    const person = await api.people.create(aPerson({ firstName: 'Inès', lastName: 'Carvalhal' }))
    const someone = await api.people.create(aPerson())
    await api.enrolments.create({ cohortId: one, people: [{ personId: person.id }], on })
    const people = [{ personId: someone.id }, { personId: person.id }]
    await expect(api.enrolments.create({ cohortId: one, people, on })).rejects.toMatchObject({
      code: 'alreadyExists',
      data: { field: 'people', label: 'CARVALHAL Inès' },
    })
    expect((await api.enrolments.ofCohort({ cohortId: one })).rows).toHaveLength(1)
    await api.enrolments.create({ cohortId: other, people, stage: 'enrolled', on })
    expect((await api.enrolments.ofPerson({ personId: person.id })).map(({ stage }) => stage).sort()).toEqual([
      'applied',
      'enrolled',
    ])
  })

  test('seen in one stage and moved meanwhile is shown, not written', async () => {
    const test = await openTestApi()
    const seen = await anEnrolment(test, await putCohort(test))
    await walked(test, seen.id, ['shortlisted'])
    const answer = await test.api.enrolments.move(aStageMove(seen, 'refused'))
    expect(answer).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'stage', yours: 'refused', theirs: 'shortlisted', by: 'Solène Kerbrat' }],
    })
  })

  test('keeps the day the person was told, until the next decision', async () => {
    const test = await openTestApi()
    const { api } = test
    const { id } = await anEnrolment(test, await putCohort(test))
    await walked(test, id, ['waitlisted'])
    expect(await api.enrolments.recordMessage({ id, sentOn: on })).toMatchObject({ messageSentOn: on })
    await expect(api.enrolments.recordMessage({ id, sentOn: '2026-11-22' })).rejects.toMatchObject({
      data: { field: 'sentOn' },
    })
    expect(await walked(test, id, ['selected'])).toMatchObject({ messageSentOn: null })
  })
})

describe('a waiting list', () => {
  test('counts from 1 without a hole whatever comes, moves and goes', async () => {
    const test = await openTestApi()
    const { api } = test
    const cohortId = await putCohort(test)
    const ids = []
    for (let index = 0; index < 4; index += 1) ids.push((await anEnrolment(test, cohortId)).id)
    const [a = '', b = '', c = '', d = ''] = ids
    await api.enrolments.bulkMove({ cohortId, ids: [c, a, b], expected: 3, to: 'waitlisted', on })
    const line = async () =>
      (await api.enrolments.ofCohort({ cohortId })).rows
        .filter(({ stage }) => stage === 'waitlisted')
        .map(({ id, rank }) => [id, rank])
    expect(await line()).toEqual([
      [c, 1],
      [a, 2],
      [b, 3],
    ])
    await api.enrolments.move(aStageMove(await api.enrolments.get({ id: d }), 'waitlisted', { rank: 2 }))
    await api.enrolments.setRank({ id: b, rank: 1 })
    expect(await line()).toEqual([
      [b, 1],
      [c, 2],
      [d, 3],
      [a, 4],
    ])
    await api.enrolments.trash({ id: c })
    expect(await api.enrolments.offerNextPlace({ cohortId, on })).toMatchObject({
      id: b,
      stage: 'selected',
      rank: null,
    })
    expect(await line()).toEqual([
      [d, 1],
      [a, 2],
    ])
    await api.enrolments.restore({ id: c })
    expect(await line()).toEqual([
      [d, 1],
      [c, 2],
      [a, 3],
    ])
  })

  test('has no next when nobody waits', async () => {
    const test = await openTestApi()
    const cohortId = await putCohort(test)
    await expect(test.api.enrolments.offerNextPlace({ cohortId, on })).rejects.toMatchObject({ code: 'illegalMove' })
  })
})

describe('a decision for several', () => {
  test('says what it changed one by one, or changes nobody', async () => {
    const test = await openTestApi()
    const { api } = test
    const cohortId = await putCohort(test)
    const one = await anEnrolment(test, cohortId)
    const two = await anEnrolment(test, cohortId)
    const gone = await anEnrolment(test, cohortId, { enrolledOn: on })
    const ids = [one.id, two.id]
    const answer = await api.enrolments.bulkMove({ cohortId, ids, expected: 2, to: 'selected', on })
    expect(answer).toMatchObject({
      moved: 2,
      records: [
        { id: one.id, from: 'applied', to: 'selected' },
        { id: two.id, from: 'applied', to: 'selected' },
      ],
    })
    const mixed = { cohortId, ids: [...ids, gone.id], expected: 3, to: 'enrolled' as const, on }
    await expect(api.enrolments.bulkMove(mixed)).rejects.toMatchObject({ code: 'illegalMove' })
    expect(await api.enrolments.get({ id: one.id })).toMatchObject({ stage: 'selected' })
    await api.enrolments.trash({ id: two.id })
    await expect(api.enrolments.bulkMove({ cohortId, ids, expected: 2, to: 'enrolled', on })).rejects.toMatchObject({
      code: 'selectionChanged',
      data: { expected: 2, found: 1 },
    })
  })

  test('is undone whole', async () => {
    const test = await openTestApi()
    const { api } = test
    const cohortId = await putCohort(test)
    const ids = [(await anEnrolment(test, cohortId)).id, (await anEnrolment(test, cohortId)).id]
    await api.enrolments.bulkMove({ cohortId, ids, expected: 2, to: 'waitlisted', on })
    const before = await api.enrolments.ofCohort({ cohortId })
    await api.enrolments.bulkMove({ cohortId, ids, expected: 2, to: 'refused', reasons: ['noPlace'], on })
    expect((await api.history.undoLast({})).kept).toEqual([])
    const after = await api.enrolments.ofCohort({ cohortId })
    expect(after.rows.map(({ version: _version, ...row }) => row)).toEqual(
      before.rows.map(({ version: _version, ...row }) => row),
    )
  })
})

test('places are counted on those who hold one, quotas on what is known of them', async () => {
  const test = await openTestApi()
  const { api } = test
  const cohortId = await putCohort(test, { capacity: 3 })
  await aQuota(test, cohortId, { kind: 'qpv', places: 2, position: 0 })
  await aQuota(test, cohortId, { kind: 'women', places: 1, position: 1 })
  await aQuota(test, cohortId, { kind: 'frr', places: 1, position: 2 })
  await aQuota(test, cohortId, { kind: 'other', label: 'Allocataires', places: 1, position: 3 })
  const inQpv = { qpvState: 'in', qpvCode: 'QN04409M', qpvHow: 'officialMap' } as const
  await anEnrolment(test, cohortId, { ...inQpv, gender: 'female', enrolledOn: on })
  const left = await anEnrolment(test, cohortId, { ...inQpv, gender: 'male', enrolledOn: on })
  await walked(test, (await anEnrolment(test, cohortId)).id, ['waitlisted'])
  const { places } = await api.enrolments.ofCohort({ cohortId })
  expect(places).toMatchObject({ capacity: 3, taken: 2, waiting: 1 })
  expect(places.quotas.map(({ kind, taken }) => [kind, taken])).toEqual([
    ['qpv', 2],
    ['women', 1],
    ['frr', null],
    ['other', null],
  ])
  await walked(test, left.id, ['dropout'])
  expect((await api.enrolments.ofCohort({ cohortId })).places.taken).toBe(1)
})

test('a quota says the same above the board and before a decision: as on entry, or as today for who has not entered', async () => {
  const test = await openTestApi()
  const { api } = test
  const cohortId = await putCohort(test)
  await aQuota(test, cohortId, { kind: 'qpv', places: 2, position: 0 })
  await aQuota(test, cohortId, { kind: 'commune', code: '44109', places: 2, position: 1 })
  await aQuota(test, cohortId, { kind: 'frr', places: 2, position: 2 })
  const inQpv = { qpvState: 'in', qpvCode: 'QN04409M', qpvHow: 'officialMap', communeCode: '44109' } as const
  const entered = await anEnrolment(test, cohortId, { ...inQpv, enrolledOn: on })
  const chosen = await anEnrolment(test, cohortId, inQpv)
  await walked(test, chosen.id, ['shortlisted', 'selected'])
  const said = async () => {
    const header = (await api.cohorts.get({ id: cohortId })).quotas.map(({ kind, taken }) => [kind, taken])
    const { places } = await api.enrolments.ofCohort({ cohortId })
    expect(places.quotas.map(({ kind, taken }) => [kind, taken])).toEqual(header)
    return Object.fromEntries(header)
  }
  expect(await said()).toEqual({ qpv: 2, commune: 2, frr: null })

  // both move house: who has entered keeps the place they were given
  for (const { personId } of [entered, chosen]) {
    const { version } = await api.people.get({ id: personId })
    await api.people.update({ id: personId, version, fields: { qpvState: 'out', qpvCode: null, communeCode: '44162' } })
  }
  expect(await said()).toEqual({ qpv: 1, commune: 1, frr: null })
})

test('who runs in a programme stays; who does not goes to the trash with their applications, and comes back with them', async () => {
  const test = await openTestApi()
  const { api } = test
  const cohortId = await putCohort(test)
  const running = await anEnrolment(test, cohortId, { enrolledOn: on })
  const selection = (personId: string) => ({ selection: { mode: 'these' as const, ids: [personId] } })
  await expect(api.people.trash(selection(running.personId))).rejects.toMatchObject({
    code: 'inUse',
    data: { enrolments: 1 },
  })
  const first = await anEnrolment(test, cohortId)
  const second = await anEnrolment(test, cohortId)
  await api.enrolments.bulkMove({ cohortId, ids: [first.id, second.id], expected: 2, to: 'waitlisted', on })
  await api.people.trash(selection(first.personId))
  expect(await api.enrolments.get({ id: second.id })).toMatchObject({ rank: 1 })
  await api.people.restore({ id: first.personId })
  expect(await api.enrolments.get({ id: first.id })).toMatchObject({ rank: 1, deletedAt: null })
  expect(await api.enrolments.get({ id: second.id })).toMatchObject({ rank: 2 })
})

test('the person’s timeline tells each step of each programme', async () => {
  const test = await openTestApi()
  const { id, personId } = await anEnrolment(test, await putCohort(test, { name: 'Promotion 7' }))
  await walked(test, id, ['refused'])
  const events = await test.api.people.timeline({ id: personId })
  expect(events.filter(({ kind }) => kind === 'enrolmentMove')).toMatchObject([
    { at: expect.stringMatching(/^2026-11-23/), data: { to: 'refused', reasons: ['projectNotReady'] } },
    { at: expect.stringMatching(/^2026-11-02/), data: { to: 'applied', cohortName: 'Promotion 7' } },
  ])
})
