import { describe, expect, test } from 'vitest'
import { readRollCall } from '../../src/data/features/roll-call.ts'
import { aPerson } from '../support/factories.ts'
import { aFilledCohort } from '../support/factories-workshops.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { plansOf } from '../support/query-plans.ts'

describe('a roll call', () => {
  test('opens on its day; before it an absence told in advance is all that can be noted, and counts on that day', async () => {
    const now = { is: new Date('2026-11-23T09:00:00.000Z') }
    const testApi = await openTestApi({ now: () => now.is })
    const { api } = testApi
    const cohort = await aFilledCohort(testApi, { people: 2 })
    const [personId = '', otherId = ''] = cohort.people
    const ahead = await cohort.workshop({ heldOn: '2026-11-24' })
    const mark = (state: 'present' | 'late' | 'excused' | 'absent' | null) =>
      api.attendances.mark({ workshopId: ahead, marks: [{ personId, halfDay: 'morning', state }] })
    const refused = { code: 'invalid', data: { reason: 'ahead', day: '2026-11-24' } }
    for (const state of ['present', 'late', 'absent'] as const) await expect(mark(state)).rejects.toMatchObject(refused)
    const half = { workshopId: ahead, halfDay: 'morning' } as const
    await expect(api.attendances.markOthers({ ...half, state: 'absent' })).rejects.toMatchObject(refused)
    await expect(api.attendances.addWalkIn({ ...half, personId: otherId })).rejects.toMatchObject(refused)
    await mark('excused')
    await mark(null)
    await mark('excused')
    expect((await api.attendances.ofPerson({ personId })).presence).toEqual({ numerator: 0, denominator: 0 })
    expect((await api.attendances.ofCohort({ cohortId: cohort.cohortId })).presence).toEqual({
      numerator: 0,
      denominator: 0,
    })

    now.is = new Date('2026-11-24T06:00:00.000Z') // long before it begins
    expect((await api.attendances.ofCohort({ cohortId: cohort.cohortId })).presence).toEqual({
      numerator: 0,
      denominator: 1,
    })
    await mark('present')
    const moved = api.workshops.update({ id: ahead, version: 1, fields: { heldOn: '2026-11-26' }, scope: 'one' })
    await expect(moved).rejects.toMatchObject({ code: 'invalid', data: { field: 'heldOn', reason: 'calledAhead' } })
    await mark('excused')
    const later = api.workshops.update({ id: ahead, version: 1, fields: { heldOn: '2026-11-26' }, scope: 'one' })
    await expect(later).resolves.toMatchObject({ outcome: 'saved' })
  })

  test('expects everyone in the programme, in the order of names, and nobody else', async () => {
    const testApi = await openTestApi()
    const cohort = await aFilledCohort(testApi, { people: 2 })
    const left = (await testApi.api.people.create(aPerson({ lastName: 'Aabi' }))).id
    await cohort.enrol(left, 'dropout', '2026-10-01')
    const later = (await testApi.api.people.create(aPerson({ lastName: 'Aabu' }))).id
    await cohort.enrol(later, 'completed', '2026-12-01')
    await cohort.enrol((await testApi.api.people.create(aPerson())).id, 'waitlisted')
    const workshopId = await cohort.workshop()
    const { people, workshop } = await testApi.api.attendances.ofWorkshop({ workshopId })
    expect(new Set(people.map(({ personId }) => personId))).toEqual(new Set([...cohort.people, later]))
    expect(people[0]).toMatchObject({ personId: later, walkIn: false, marks: [] })
    expect(people.filter(({ phone }) => phone !== null)).toHaveLength(2)
    expect(workshop).toMatchObject({
      cohortName: 'Automne 2026',
      programmeName: 'Lance ta boîte',
      halfDays: [{ halfDay: 'morning', minutes: 180 }],
    })
  })

  test('is read by indexes alone, in as many questions for 150 people as for one', async () => {
    const testApi = await openTestApi()
    const cohort = await aFilledCohort(testApi, { people: 3 })
    const workshopId = await cohort.workshop()
    await testApi.api.attendances.markOthers({ workshopId, halfDay: 'morning', state: 'present' })
    const plans = await plansOf(testApi.database, ({ db }) => readRollCall(db, workshopId))
    expect(plans).toHaveLength(4)
    expect(plans.filter((plan) => plan.includes('SCAN'))).toEqual([])
  })

  test('gives each state its minutes, lets them be typed, and takes a mark away', async () => {
    const testApi = await openTestApi()
    const { workshop, people } = await aFilledCohort(testApi, { people: 3 })
    const workshopId = await workshop()
    const [one = '', two = '', three = ''] = people
    const mark = (personId: string, state: 'present' | 'late' | 'absent' | null, minutes: number | null = null) =>
      testApi.api.attendances.mark({ workshopId, marks: [{ personId, halfDay: 'morning', state, minutes }] })
    await mark(one, 'present')
    await mark(two, 'late')
    await mark(three, 'absent', 90)
    const minutesOf = async () =>
      (await testApi.api.attendances.ofWorkshop({ workshopId })).people.map((person) => [
        person.personId,
        person.marks[0]?.minutes,
      ])
    expect(Object.fromEntries(await minutesOf())).toEqual({ [one]: 180, [two]: 165, [three]: 0 })
    await mark(two, 'late', 120)
    await mark(three, null)
    expect(Object.fromEntries(await minutesOf())).toEqual({ [one]: 180, [two]: 120, [three]: undefined })
    await expect(mark(one, 'present', 181)).rejects.toMatchObject({ code: 'invalid', data: { field: 'minutes' } })
    await expect(mark('nobody', 'present')).rejects.toMatchObject({ code: 'notFound' })
    await testApi.api.history.undoLast({})
    expect(Object.fromEntries(await minutesOf())).toMatchObject({ [three]: 0 })
  })

  test('a workshop across noon is called twice, and its minutes are shared between its halves', async () => {
    const testApi = await openTestApi()
    const { workshop, people } = await aFilledCohort(testApi, { people: 1 })
    const workshopId = await workshop({ startTime: '09:00', endTime: '17:00', minutes: 420 })
    const called = await testApi.api.attendances.ofWorkshop({ workshopId })
    expect(called.workshop.halfDays).toEqual([
      { halfDay: 'morning', minutes: 180 },
      { halfDay: 'afternoon', minutes: 240 },
    ])
    const marks = (['morning', 'afternoon'] as const).map((halfDay) => ({
      personId: people[0] ?? '',
      halfDay,
      state: 'present' as const,
    }))
    await testApi.api.attendances.mark({ workshopId, marks })
    const [person] = (await testApi.api.attendances.ofWorkshop({ workshopId })).people
    expect(person?.marks.map(({ halfDay, minutes }) => [halfDay, minutes])).toEqual([
      ['morning', 180],
      ['afternoon', 240],
    ])
  })

  test('all the others are marked at once, and taken back at once', async () => {
    const testApi = await openTestApi()
    const { workshop, people } = await aFilledCohort(testApi, { people: 4 })
    const workshopId = await workshop()
    const marks = [{ personId: people[0] ?? '', halfDay: 'morning' as const, state: 'excused' as const }]
    await testApi.api.attendances.mark({ workshopId, marks })
    const done = await testApi.api.attendances.markOthers({ workshopId, halfDay: 'morning', state: 'present' })
    expect(done).toEqual({ changed: 3 })
    const states = async () =>
      (await testApi.api.attendances.ofWorkshop({ workshopId })).people.flatMap((person) =>
        person.marks.map(({ state }) => state),
      )
    expect((await states()).toSorted()).toEqual(['excused', 'present', 'present', 'present'])
    await testApi.api.history.undoLast({})
    expect(await states()).toEqual(['excused'])
  })

  test('someone who walks in becomes a person who is present, and one act takes both back', async () => {
    const testApi = await openTestApi()
    const { workshop, people } = await aFilledCohort(testApi, { people: 1 })
    const workshopId = await workshop()
    const add = (said: object) => testApi.api.attendances.addWalkIn({ workshopId, halfDay: 'morning', ...said })
    const { personId } = await add({ lastName: 'Tavernier', firstName: 'Zoé', phone: '06 39 98 77 01' })
    expect(await testApi.api.people.get({ id: personId })).toMatchObject({ lastName: 'Tavernier' })
    const called = await testApi.api.attendances.ofWorkshop({ workshopId })
    expect(called.people.find((person) => person.personId === personId)).toMatchObject({
      walkIn: true,
      enrolmentId: null,
      phone: '+33639987701',
      marks: [{ state: 'present', minutes: 180 }],
    })
    await testApi.api.history.undoLast({})
    await expect(testApi.api.people.get({ id: personId })).rejects.toMatchObject({ code: 'notFound' })

    await expect(add({ phone: '0639987701' })).rejects.toMatchObject({ data: { field: 'lastName' } })
    await expect(add({ lastName: 'Tavernier', phone: 'abc' })).rejects.toMatchObject({ code: 'invalid' })
    await add({ personId: people[0] })
    const again = await testApi.api.attendances.ofWorkshop({ workshopId })
    expect(again.people).toMatchObject([{ personId: people[0], walkIn: false, marks: [{ state: 'present' }] }])
  })

  test('a cancelled workshop is not called', async () => {
    const testApi = await openTestApi()
    const { workshop, people } = await aFilledCohort(testApi, { people: 1 })
    const workshopId = await workshop({ cancelledOn: '2026-11-09' })
    const marks = [{ personId: people[0] ?? '', halfDay: 'morning' as const, state: 'present' as const }]
    await expect(testApi.api.attendances.mark({ workshopId, marks })).rejects.toMatchObject({
      data: { reason: 'cancelled' },
    })
  })
})

describe('what follows from the marks of a cohort', () => {
  test('rates, who completed, and who has stopped coming', async () => {
    const testApi = await openTestApi()
    const { api } = testApi
    const cohort = await aFilledCohort(testApi, { people: 2, cohort: { absencesAlert: 2, endsOn: '2026-11-20' } })
    const [one = '', two = ''] = cohort.people
    const days = ['2026-11-03', '2026-11-10', '2026-11-12', '2026-11-17']
    for (const [index, heldOn] of days.entries()) {
      const workshopId = await cohort.workshop({ heldOn, compulsory: index === 0 ? 1 : 0 })
      const states = index === 0 ? (['present', 'present'] as const) : (['present', 'absent'] as const)
      const marks = [one, two].map((personId, at) => ({
        personId,
        halfDay: 'morning' as const,
        state: states[at] ?? ('present' as const),
      }))
      await api.attendances.mark({ workshopId, marks })
    }
    await cohort.workshop({ heldOn: '2026-11-18', cancelledOn: '2026-11-17' })
    const sheet = await api.attendances.ofCohort({ cohortId: cohort.cohortId })
    expect(sheet.presence).toEqual({ numerator: 5, denominator: 8 })
    expect(sheet.completed).toEqual({ numerator: 1, denominator: 2 })
    const rowOf = (id: string) => sheet.people.find(({ personId }) => personId === id)
    expect(rowOf(one)?.completion).toMatchObject({ share: 100, completed: true, plannedMinutes: 720 })
    expect(rowOf(two)).toMatchObject({
      completion: { share: 25, completed: false, missedCompulsory: [] },
      absences: { count: 3, since: '2026-11-10' },
      presence: { numerator: 1, denominator: 4 },
    })
    expect(await api.attendances.alerts({})).toMatchObject([
      { personId: two, absences: 3, since: '2026-11-10', lastSeenOn: '2026-11-03', phone: '+33639981301' },
    ])
    const own = await api.attendances.ofPerson({ personId: two })
    expect(own).toMatchObject({ minutes: 180, presence: { numerator: 1, denominator: 4 } })
    expect(own.lines.map(({ heldOn }) => heldOn)).toEqual(days.toReversed())
    const timeline = await api.people.timeline({ id: two })
    expect(timeline.filter(({ kind }) => kind === 'attendance')).toHaveLength(4)
  })
})

describe('a sheet to sign', () => {
  test('is not signed until both the scan and the trainer are there', async () => {
    const testApi = await openTestApi()
    const { api } = testApi
    const cohort = await aFilledCohort(testApi, { people: 1 })
    const workshopId = await cohort.workshop()
    await cohort.workshop({ heldOn: '2027-01-10' })
    await cohort.workshop({ heldOn: '2026-11-11', cancelledOn: '2026-11-10' })
    const unsigned = async () => (await api.sheets.unsigned({})).map((sheet) => sheet.workshopId)
    expect(await unsigned()).toEqual([workshopId])
    const documentId = await cohort.document(workshopId)
    expect(await api.sheets.sign({ workshopId, documentId, signedOn: '2026-11-10' })).toMatchObject({ documentId })
    expect(await unsigned()).toEqual([workshopId])
    const early = api.sheets.countersign({ workshopId, on: '2026-11-09', by: 'Nadia Brunel' })
    await expect(early).rejects.toMatchObject({ data: { field: 'on', reason: 'beforeHeld' } })
    await api.sheets.countersign({ workshopId, on: '2026-11-10', by: 'Nadia Brunel' })
    expect(await unsigned()).toEqual([])
    await api.history.undoLast({})
    await api.history.undoLast({})
    expect((await api.sheets.unsigned({}))[0]).toMatchObject({ documentId: null, countersignedOn: null })
  })

  test('prints whom it expects, who pays for it and for which action', async () => {
    const testApi = await openTestApi()
    const cohort = await aFilledCohort(testApi, { people: 2 })
    const workshopId = await cohort.workshop({ startTime: '09:00', endTime: '17:00', minutes: 420 })
    await cohort.funding({ workshopId, share: 60, title: 'Cité de l’emploi' })
    const sheet = await testApi.api.sheets.get({ workshopId })
    expect(sheet).toMatchObject({
      halfDays: ['morning', 'afternoon'],
      actions: ['Cité de l’emploi'],
      organisations: [
        { name: 'Les Passerelles', role: 'own', picture: null },
        { name: 'Fonds Cité de l’emploi', role: 'funder', picture: null },
      ],
    })
    expect(sheet.people).toHaveLength(2)
  })
})
