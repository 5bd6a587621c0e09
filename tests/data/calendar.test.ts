import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { calendarKinds } from '../../src/shared/rules/calendar.ts'
import { fr } from '../../src/renderer/i18n/fr.ts'
import { aReferral } from '../support/factories-referrals.ts'
import { aTask } from '../support/factories-work.ts'
import { put, putCohort, putWorkshop } from '../support/rows.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { resultOf, runJob } from '../support/run-job.ts'

const filter = { from: '2026-11-23', to: '2026-12-06', mine: false, kinds: [...calendarKinds] }

/** Two weeks with one thing of each sort, hers and a colleague's. */
async function twoWeeks() {
  const test = await openTestApi()
  const { api, memberId } = test
  const colleague = await api.members.create({ name: 'Camille Rouvière', role: 'Coach', email: null })
  const person = await api.people.create({ lastName: 'Diabango', firstName: 'Fatoumata' })
  const cohortId = await putCohort(test, { startsOn: '2026-11-30', endsOn: '2027-02-26', coordinatorId: memberId })
  await putWorkshop(test, cohortId, {
    startTime: '14:00',
    endTime: '17:00',
    heldOn: '2026-11-24',
    place: 'Salle des Aubiers',
  })
  await putWorkshop(test, cohortId, {
    startTime: '14:00',
    endTime: '17:00',
    heldOn: '2026-11-26',
    title: 'Vendre en ligne',
    cancelledOn: '2026-11-20',
  })
  const session = { personId: person.id, coachId: colleague.id, mode: 'inPerson', startTime: '10:00', minutes: 60 }
  await put(test, 'sessions', { ...session, state: 'planned', heldOn: '2026-12-04' })
  await put(test, 'sessions', { ...session, state: 'cancelled', heldOn: '2026-12-03' })
  await api.tasks.create(
    aTask({
      title: 'Demander à Fatoumata sa photo',
      dueOn: '2026-11-25',
      personId: person.id,
      assigneeId: memberId,
      kind: 'call',
    }),
  )
  const referral = await api.referrals.create(aReferral({ receivedOn: '2026-11-23', assignedToId: colleague.id }))
  return { ...test, person, referral }
}

describe('the calendar', () => {
  test('shows what happens, in the order of the days, and where each leads', async () => {
    const { api, person, referral } = await twoWeeks()
    const items = await api.calendar.items(filter)
    expect(items.map(({ day, startTime, kind, done, cancelled }) => [day, startTime, kind, done, cancelled])).toEqual([
      ['2026-11-24', '14:00', 'workshop', false, false],
      ['2026-11-25', null, 'task', false, false],
      ['2026-11-26', '14:00', 'workshop', false, true],
      ['2026-11-30', null, 'cohortStart', false, false],
      ['2026-12-03', null, 'referralDeadline', false, false],
      ['2026-12-04', '10:00', 'session', false, false],
    ])
    expect(items[0]).toMatchObject({ minutes: 180, place: 'Salle des Aubiers', cohortName: 'Automne 2026' })
    expect(items[4]).toMatchObject({ title: referral.number, record: { entity: 'referrals', id: referral.id } })
    expect(items[5]).toMatchObject({ lastName: 'Diabango', record: { entity: 'people', id: person.id } })
  })

  test('can show one member’s things, or some kinds alone', async () => {
    const { api } = await twoWeeks()
    const kinds = async (asked: Partial<typeof filter>) =>
      (await api.calendar.items({ ...filter, ...asked })).map(({ kind }) => kind)
    expect(await kinds({ mine: true })).toEqual(['workshop', 'task', 'workshop', 'cohortStart'])
    expect(await kinds({ kinds: ['session'] })).toEqual(['session'])
    expect(await kinds({ kinds: [] })).toEqual([])
  })

  test('tells what is planned for someone: their sessions, and the workshops of the cohort they are in', async () => {
    const space = await twoWeeks()
    const { api, person } = space
    const upcoming = async () =>
      (await api.calendar.upcoming({ personId: person.id })).map(({ day, kind }) => [day, kind])
    expect(await upcoming()).toEqual([['2026-12-04', 'session']])
    const [workshop] = await api.calendar.items({ ...filter, kinds: ['workshop'] })
    const cohortId = workshop?.record.id ?? ''
    const enrolment = {
      cohortId,
      personId: person.id,
      stage: 'enrolled',
      stageSince: '2026-11-01',
      enrolledOn: '2026-11-01',
    }
    const id = await put(space, 'enrolments', enrolment)
    expect(await upcoming()).toEqual([
      ['2026-11-24', 'workshop'],
      ['2026-12-04', 'session'],
    ])
    await space.database.command('tests.end', (tx) => tx.write.update('enrolments', id, { endedOn: '2026-11-20' }))
    expect(await upcoming()).toEqual([['2026-12-04', 'session']])
  })

  test('leaves out what is in the trash, and refuses days without end', async () => {
    const { api, person } = await twoWeeks()
    await api.people.trash({ selection: { mode: 'these', ids: [person.id] } })
    expect((await api.calendar.items(filter)).map(({ kind }) => kind)).not.toContain('task')
    await expect(api.calendar.items({ ...filter, to: '2028-11-23' })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'to' },
    })
  })
})

describe('its file', () => {
  const leaving = { locale: 'fr' as const, words: fr.values, recipient: 'Mon agenda', purpose: 'Voir mes semaines' }

  test('tells people by their initials, unless names are asked for', async () => {
    const { api, folder } = await twoWeeks()
    const path = join(folder, 'agenda.ics')
    const result = await resultOf(api.calendar.exportFile({ ...leaving, filter, names: false, path }))
    expect(result).toEqual({ path, rows: 6, leftOut: 0 })
    const initials = await readFile(path, 'utf8')
    expect(initials).not.toMatch(/diabango|fatoumata|vasselin/i)
    expect(initials).toContain('SUMMARY:Appel\\, F. D.')
    expect(initials).toContain('SUMMARY:Fixer ses prix\\, Automne 2026')

    await runJob(api.calendar.exportFile({ ...leaving, filter, names: true, path }))
    const named = await readFile(path, 'utf8')
    expect(named).toContain('SUMMARY:Demander à Fatoumata sa photo\\, DIABANGO Fatoumata')
    const uids = (text: string) => [...text.matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid)
    expect(uids(named)).toEqual(uids(initials))
    expect(new Set(uids(named)).size).toBe(6)
  })

  test('is noted with those that left: for whom, why, how many things', async () => {
    const { api, folder } = await twoWeeks()
    await runJob(api.calendar.exportFile({ ...leaving, filter, names: false, path: join(folder, 'agenda.ics') }))
    expect(await api.exports.runs({})).toMatchObject([
      { what: 'calendar', rows: 6, recipient: 'Mon agenda', purpose: 'Voir mes semaines', fileName: 'agenda.ics' },
    ])
    const nowhere = join(folder, 'absent', 'agenda.ics')
    await expect(
      runJob(api.calendar.exportFile({ ...leaving, filter, names: false, path: nowhere })),
    ).rejects.toMatchObject({ code: 'notFound' })
  })
})
