import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedPurposes } from '../../src/shared/features/agreements.ts'
import { entityNames } from '../../src/shared/features/history.ts'
import { errorCodes } from '../../src/shared/errors.ts'
import { aCohort, aProgramme, aWorkshop } from '../support/factories-programmes.ts'
import { aStageMove } from '../support/factories-enrolments.ts'
import { aMove, aReferral } from '../support/factories-referrals.ts'
import { aTask, anInteraction } from '../support/factories-work.ts'
import { aLandlord, aPerson, aResidence, anOrganisation } from '../support/factories.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'

/** What a run has made so far: later commands pick among them by number. */
interface World {
  readonly api: TestApi['api']
  readonly people: string[]
  readonly organisations: string[]
  readonly residences: string[]
  readonly members: string[]
  readonly contacts: string[]
  readonly referrals: string[]
  readonly tasks: string[]
  readonly interactions: string[]
  readonly programmes: string[]
  readonly cohorts: string[]
  readonly workshops: string[]
  readonly cohortId: string
  readonly enrolments: string[]
}

/** One command: `pick` chooses whom it is about, `vary` what it says. */
type Command = (world: World, pick: number, vary: number) => Promise<unknown>

const phones = ['0639981201', '06 39 98 12 02', '+33639981203', '02 40 12 34 56']
const places = [
  { postcode: '44600', city: 'Saint-Nazaire' },
  { postcode: '13006', city: 'Marseille' },
  { postcode: '13256', city: 'MARSEILLE CEDEX 02' },
  { postcode: null, city: null },
]
const statuses = ['jobseeker', 'employed', 'student', null] as const
const tagNames = ['Numérique', 'Lance ta boîte', 'numerique', 'Mentorat']

const commands: Readonly<Record<string, Command>> = {
  'people.create': async ({ api, people, residences }, pick, vary) => {
    const person = aPerson({
      ...of(places, vary),
      status: of(statuses, vary),
      tags: tagNames.slice(0, vary % 3),
      residenceId: vary % 2 ? of(residences, pick) : null,
    })
    people.push(
      (await api.people.create({ ...person, contactPoints: [{ kind: 'phone', value: of(phones, vary) }] })).id,
    )
  },
  'people.update': async ({ api, people, organisations }, pick, vary) => {
    const { id, version } = await api.people.get({ id: of(people, pick) })
    const fields = [
      { lastName: `Vasselin ${vary}`, birthDate: '1990-02-03' },
      { ...of(places, pick), status: of(statuses, vary), note: `vue le ${vary}` },
      { qpvState: 'in' as const, qpvCode: 'QN04409M', qpvHow: 'personSaid' as const },
      { landlordId: of(organisations, vary) },
      { bestTimes: ['evening' as const], languageHelp: vary % 2 === 0, project: null, education: 'level5' as const },
    ]
    await api.people.update({ id, version, fields: of(fields, vary) })
  },
  'people.setContactPoints': async ({ api, people }, pick, vary) => {
    const { id, contactPoints } = await api.people.get({ id: of(people, pick) })
    const added = { kind: 'email' as const, value: `n${vary}@exemple.fr`, preferred: vary % 2 === 0 }
    await api.people.setContactPoints({
      id,
      contactPoints: vary % 3 === 0 ? [] : [added, ...contactPoints.slice(vary % 2)],
    })
  },
  'people.setTags': ({ api, people }, pick, vary) =>
    api.people.setTags({ id: of(people, pick), tags: tagNames.slice(vary % 4) }),
  'people.addTag': ({ api, people }, pick, vary) =>
    api.people.addTag({ selection: these(of(people, pick)), tag: of(tagNames, vary) }),
  'people.bulkChange': ({ api }, _pick, vary) =>
    api.people.list({ offset: 0, limit: 1 }).then(({ total }) =>
      api.people.bulkChange({
        selection: { mode: 'allBut', filter: {}, except: [], expected: total },
        change: { field: 'status', value: of(statuses, vary) },
      }),
    ),
  'agreements.record': ({ api, people }, pick, vary) =>
    api.agreements.record({
      personId: of(people, pick),
      answers: [{ purpose: of(askedPurposes, pick), agreed: vary % 3 > 0 }],
      how: 'oral',
      on: '2026-11-23',
      wordingVersion: '2026-11',
    }),
  'people.withdrawConsent': async ({ api, people }, pick, vary) => {
    const { consents } = await api.people.get({ id: of(people, pick) })
    await api.people.withdrawConsent({ consentId: of(consents, vary).id, on: '2026-11-23' })
  },
  'people.trash': ({ api, people }, pick) => api.people.trash({ selection: these(of(people, pick)) }),
  'people.restore': ({ api, people }, pick) => api.people.restore({ id: of(people, pick) }),
  'organisations.create': async ({ api, organisations }, pick, vary) => {
    const organisation =
      pick % 3 === 0
        ? anOrganisation({ ...of(places, vary) })
        : aLandlord({ siret: vary % 2 ? '55210055400013' : null })
    organisations.push(
      (await api.organisations.create({ ...organisation, contactPoints: [{ kind: 'phone', value: of(phones, vary) }] }))
        .id,
    )
  },
  'organisations.update': async ({ api, organisations }, pick, vary) => {
    const { id, version } = await api.organisations.get({ id: of(organisations, pick) })
    const fields = [
      { name: `Habitat ${vary}` },
      { siret: '55210055400013' },
      { kind: 'fund' as const },
      { ...of(places, vary), note: null },
    ]
    await api.organisations.update({ id, version, fields: of(fields, vary) })
  },
  'organisations.setContactPoints': ({ api, organisations }, pick, vary) =>
    api.organisations.setContactPoints({
      id: of(organisations, pick),
      contactPoints: vary % 3 ? [{ kind: 'phone', value: of(phones, vary) }] : [],
    }),
  'organisations.addContact': async ({ api, organisations, people, contacts }, pick, vary) => {
    const who =
      vary % 2
        ? { personId: of(people, vary) }
        : { personId: null, lastName: `Blondel ${vary}`, phone: of(phones, vary) }
    contacts.push((await api.organisations.addContact({ organisationId: of(organisations, pick), ...who })).id)
  },
  'organisations.updateContact': ({ api, contacts }, pick, vary) =>
    api.organisations.updateContact({
      id: of(contacts, pick),
      version: 1,
      fields: { title: `Titre ${vary}`, endedOn: '2026-11-01' },
    }),
  'organisations.removeContact': ({ api, contacts }, pick) =>
    api.organisations.removeContact({ id: of(contacts, pick) }),
  'organisations.trash': ({ api, organisations }, pick) =>
    api.organisations.trash({ selection: these(of(organisations, pick)) }),
  'organisations.restore': ({ api, organisations }, pick) => api.organisations.restore({ id: of(organisations, pick) }),
  'residences.create': async ({ api, organisations, residences }, pick, vary) => {
    residences.push(
      (
        await api.residences.create(
          aResidence(of(organisations, pick), { ...of(places, vary), code: vary % 3 ? `00${vary}` : null }),
        )
      ).id,
    )
  },
  'residences.update': async ({ api, residences, organisations }, pick, vary) => {
    const { id, version } = await api.residences.get({ id: of(residences, pick) })
    const fields = [
      { landlordId: of(organisations, vary) },
      { code: `0${vary}`, name: 'Bel-Orme' },
      { qpvState: 'in' as const, qpvCode: 'QN04409M' },
    ]
    await api.residences.update({ id, version, fields: of(fields, vary) })
  },
  'residences.trash': ({ api, residences }, pick) => api.residences.trash({ selection: these(of(residences, pick)) }),
  'residences.restore': ({ api, residences }, pick) => api.residences.restore({ id: of(residences, pick) }),
  'members.create': async ({ api, members }, _pick, vary) => {
    members.push((await api.members.create({ name: `Coach ${vary}`, role: 'Coach', email: null })).id)
  },
  'members.update': ({ api, members }, pick, vary) =>
    api.members.update({
      id: of(members, pick),
      name: `Coach ${vary}`,
      role: 'Accueil',
      email: null,
      active: vary % 2 === 0,
    }),
  'referrals.create': async ({ api, people, referrals }, pick, vary) => {
    const referral = vary % 2 ? aReferral({ personId: of(people, pick) }) : aReferral()
    referrals.push((await api.referrals.create(referral)).id)
  },
  'referrals.move': async ({ api, referrals }, pick, vary) => {
    const referral = await api.referrals.get({ id: of(referrals, pick) })
    await api.referrals.move(aMove(referral, of(['met', 'waitlisted', 'refused', 'accepted', 'withdrawn'], vary)))
  },
  'referrals.addAttempt': ({ api, referrals }, pick) =>
    api.referrals.addAttempt({
      id: of(referrals, pick),
      at: '2026-11-23T08:00:00.000Z',
      channel: 'phone',
      result: 'noAnswer',
    }),
  'referrals.trash': ({ api, referrals }, pick) => api.referrals.trash({ id: of(referrals, pick) }),
  'referrals.restore': ({ api, referrals }, pick) => api.referrals.restore({ id: of(referrals, pick) }),
  'day.noteCall': ({ api, people }, pick, vary) =>
    api.day.noteCall({ personId: of(people, pick), result: vary % 2 ? 'reached' : 'noAnswer' }),
  'day.snooze': ({ api, tasks }, pick, vary) =>
    api.day.snooze({ key: `task:${of(tasks, pick)}`, until: `2026-12-${10 + vary}` }),
  'day.unsnooze': ({ api, tasks }, pick) => api.day.unsnooze({ key: `task:${of(tasks, pick)}` }),
  'tasks.create': async ({ api, people, members, tasks }, pick, vary) => {
    const recurrence = vary % 2 ? ('weekly' as const) : null
    const about = { personId: vary % 3 ? of(people, pick) : null, assigneeId: vary % 4 ? of(members, pick) : null }
    tasks.push((await api.tasks.create(aTask({ recurrence, ...about }))).id)
  },
  'tasks.update': async ({ api, tasks }, pick, vary) => {
    const { id, version } = await api.tasks.get({ id: of(tasks, pick) })
    await api.tasks.update({ id, version, fields: { title: `Écrire ${vary}`, dueOn: '2026-12-01' } })
  },
  'tasks.complete': async ({ api, tasks }, pick) => {
    const { next } = await api.tasks.complete({ id: of(tasks, pick) })
    if (next) tasks.push(next.id)
  },
  'tasks.reopen': ({ api, tasks }, pick) => api.tasks.reopen({ id: of(tasks, pick) }),
  'tasks.postpone': ({ api, tasks }, pick, vary) =>
    api.tasks.postpone({ selection: these(of(tasks, pick)), to: { workingDays: 1 + vary } }),
  'tasks.trash': ({ api, tasks }, pick) => api.tasks.trash({ selection: these(of(tasks, pick)) }),
  'tasks.restore': ({ api, tasks }, pick) => api.tasks.restore({ id: of(tasks, pick) }),
  'interactions.create': async ({ api, people, interactions }, pick, vary) => {
    interactions.push(
      (await api.interactions.create(anInteraction({ personId: of(people, pick), minutes: 1 + vary }))).id,
    )
  },
  'interactions.update': async ({ api, interactions }, pick, vary) => {
    const { id, version } = await api.interactions.get({ id: of(interactions, pick) })
    await api.interactions.update({ id, version, fields: { kind: vary % 2 ? 'meeting' : 'call', note: `vue ${vary}` } })
  },
  'interactions.remove': ({ api, interactions }, pick) => api.interactions.remove({ id: of(interactions, pick) }),
  'programmes.create': async ({ api, programmes }) => {
    programmes.push((await api.programmes.create(aProgramme())).id)
  },
  'programmes.update': async ({ api, programmes }, pick, vary) => {
    const { id, version } = await api.programmes.get({ id: of(programmes, pick) })
    await api.programmes.update({ id, version, fields: of([{ aim: `But ${vary}` }, { endsOn: null }], vary) })
  },
  'programmes.setPartners': async ({ api, programmes, organisations }, pick, vary) => {
    const { id, partners } = await api.programmes.get({ id: of(programmes, pick) })
    const kept = partners.map(({ organisationId, role }) => ({ organisationId, role })).slice(vary % 2)
    const added = { organisationId: of(organisations, vary), role: of(['host', 'referrer'] as const, pick) }
    await api.programmes.setPartners({ id, partners: [...kept, added] })
  },
  'programmes.setFundedActions': async ({ api, programmes, organisations }, pick, vary) => {
    const { id, fundedActions } = await api.programmes.get({ id: of(programmes, pick) })
    const kept = fundedActions.map(({ funderName: _name, ...action }) => ({ ...action, share: 1 + vary }))
    const none = { code: null, share: null, amountCents: 1000 * vary, startsOn: null, endsOn: null }
    const added = { ...none, funderId: of(organisations, pick), title: `Action ${vary}` }
    await api.programmes.setFundedActions({ id, fundedActions: vary % 3 === 2 ? kept.slice(1) : [...kept, added] })
  },
  'programmes.setGoals': ({ api, programmes }, pick, vary) =>
    api.programmes.setGoals({
      id: of(programmes, pick),
      goals: [{ indicator: of(['women', 'hours', 'entrants'] as const, vary), target: 1 + vary }],
    }),
  'programmes.trash': ({ api, programmes }, pick) => api.programmes.trash({ id: of(programmes, pick) }),
  'programmes.restore': ({ api, programmes }, pick) => api.programmes.restore({ id: of(programmes, pick) }),
  'cohorts.create': async ({ api, programmes, cohorts }, pick) => {
    cohorts.push((await api.cohorts.create(aCohort(of(programmes, pick)))).id)
  },
  'cohorts.update': async ({ api, cohorts }, pick, vary) => {
    const { id, version } = await api.cohorts.get({ id: of(cohorts, pick) })
    await api.cohorts.update({ id, version, fields: of([{ capacity: 1 + vary }, { place: `Salle ${vary}` }], vary) })
  },
  'cohorts.setQuotas': async ({ api, cohorts }, pick, vary) => {
    const { id, quotas } = await api.cohorts.get({ id: of(cohorts, pick) })
    const kept = quotas.map(({ codeName: _name, taken: _taken, ...quota }) => quota).slice(vary % 2)
    await api.cohorts.setQuotas({ id, quotas: [...kept, { kind: 'women', places: 1 + vary }] })
  },
  'cohorts.copy': async ({ api, cohorts }, pick, vary) => {
    const id = of(cohorts, pick)
    const { workshops } = await api.cohorts.previewCopy({ id, startsOn: '2027-09-06' })
    const days = workshops.slice(vary % 3).map(({ id: workshop, heldOn }) => ({ id: workshop, heldOn }))
    cohorts.push((await api.cohorts.copy({ id, name: `Suite ${vary}`, startsOn: '2027-09-06', workshops: days })).id)
  },
  'cohorts.trash': ({ api, cohorts }, pick) => api.cohorts.trash({ id: of(cohorts, pick) }),
  'cohorts.restore': ({ api, cohorts }, pick) => api.cohorts.restore({ id: of(cohorts, pick) }),
  'workshops.create': async ({ api, cohorts, workshops }, pick, vary) => {
    const fundings = await shares(api, of(cohorts, pick), vary)
    workshops.push((await api.workshops.create(aWorkshop(of(cohorts, pick), { fundings }))).id)
  },
  'workshops.createSeries': async ({ api, cohorts, workshops }, pick, vary) => {
    const cohortId = of(cohorts, pick)
    const days = ['2026-10-06', '2026-10-13', '2026-10-20']
    const lines = days.map((heldOn) => ({ heldOn, startTime: '09:00', endTime: '12:00' }))
    const fundings = await shares(api, cohortId, vary)
    const made = await api.workshops.createSeries({ cohortId, kind: 'workshop', title: 'Série', fundings, lines })
    workshops.push(...made.map(({ id }) => id))
  },
  'workshops.update': async ({ api, workshops }, pick, vary) => {
    const { id, version, cohortId } = await api.workshops.get({ id: of(workshops, pick) })
    const fundings = await shares(api, cohortId, pick)
    const fields = [{ heldOn: '2026-11-03' }, { endTime: '12:30', place: `Salle ${vary}` }, { fundings }]
    await api.workshops.update({ id, version, fields: of(fields, vary), scope: vary % 2 ? 'following' : 'one' })
  },
  'workshops.cancel': ({ api, workshops }, pick, vary) =>
    api.workshops.cancel({
      id: of(workshops, pick),
      on: '2026-10-01',
      reason: `Motif ${vary}`,
      scope: vary % 2 ? 'following' : 'one',
    }),
  'workshops.reinstate': ({ api, workshops }, pick) => api.workshops.reinstate({ id: of(workshops, pick) }),
  'workshops.trash': ({ api, workshops }, pick, vary) =>
    api.workshops.trash({ id: of(workshops, pick), scope: vary % 2 ? 'following' : 'one' }),
  'workshops.restore': ({ api, workshops }, pick) => api.workshops.restore({ id: of(workshops, pick) }),
  'enrolments.create': async ({ api, cohortId, people, enrolments }, pick, vary) => {
    const person = vary % 2 ? of(people, pick) : (await api.people.create(aPerson())).id
    const stage = vary % 3 ? 'applied' : 'enrolled'
    const made = await api.enrolments.create({ cohortId, people: [{ personId: person }], stage, on: '2026-11-02' })
    enrolments.push(...made.ids)
  },
  'enrolments.addSelected': async ({ api, cohortId, people, enrolments }, pick, vary) => {
    const ids = [...new Set([of(people, pick), of(people, vary)])]
    const stage = vary % 2 ? 'applied' : 'enrolled'
    const made = await api.enrolments.addSelected({
      cohortId,
      selection: { mode: 'these', ids },
      stage,
      on: '2026-11-02',
    })
    enrolments.push(...made.ids)
  },
  'enrolments.move': async ({ api, enrolments }, pick, vary) => {
    const enrolment = await api.enrolments.get({ id: of(enrolments, pick) })
    const [to = 'applied'] = enrolment.nextStages.slice(vary % Math.max(1, enrolment.nextStages.length))
    await api.enrolments.move(aStageMove(enrolment, to))
  },
  'enrolments.bulkMove': ({ api, cohortId, enrolments }, pick, vary) => {
    const ids = [...new Set([of(enrolments, pick), of(enrolments, vary)])]
    return api.enrolments.bulkMove({ cohortId, ids, expected: ids.length, to: 'waitlisted', on: '2026-11-23' })
  },
  'enrolments.setRank': ({ api, enrolments }, pick, vary) =>
    api.enrolments.setRank({ id: of(enrolments, pick), rank: 1 + (vary % 3) }),
  'enrolments.offerNextPlace': ({ api, cohortId }) => api.enrolments.offerNextPlace({ cohortId, on: '2026-11-23' }),
  'enrolments.update': async ({ api, enrolments }, pick, vary) => {
    const { id, version } = await api.enrolments.get({ id: of(enrolments, pick) })
    await api.enrolments.update({ id, version, fields: { note: `vue le ${vary}` } })
  },
  'enrolments.recordMessage': ({ api, enrolments }, pick) =>
    api.enrolments.recordMessage({ id: of(enrolments, pick), sentOn: '2026-11-23' }),
  'enrolments.trash': ({ api, enrolments }, pick) => api.enrolments.trash({ id: of(enrolments, pick) }),
  'enrolments.restore': ({ api, enrolments }, pick) => api.enrolments.restore({ id: of(enrolments, pick) }),
  'selection.addCriterion': ({ api, cohortId }, _pick, vary) =>
    api.selection.addCriterion({ cohortId, label: `Critère ${vary}`, guidance: null, weight: 1 + (vary % 5) }),
  'selection.orderCriteria': async ({ api, cohortId }) => {
    const ids = (await api.selection.criteria({ cohortId })).map(({ id }) => id)
    await api.selection.orderCriteria({ cohortId, ids: ids.reverse() })
  },
  'selection.removeCriterion': async ({ api, cohortId }, pick) => {
    const { id } = of(await api.selection.criteria({ cohortId }), pick)
    await api.selection.removeCriterion({ id })
  },
  'selection.saveReview': async ({ api, cohortId, enrolments }, pick, vary) => {
    const criteria = await api.selection.criteria({ cohortId })
    const enrolmentId = of(enrolments, pick)
    const { mine } = await api.selection.reviews({ enrolmentId })
    await api.selection.saveReview({
      enrolmentId,
      version: mine?.version ?? null,
      conflictOfInterest: vary % 4 === 0,
      recommendation: 'reserved',
      scores: Object.fromEntries(criteria.map(({ id }) => [id, vary % 6])),
    })
  },
  'history.undoLast': ({ api }) => api.history.undoLast({}),
  'history.redoLast': ({ api }) => api.history.redoLast({}),
}

const makers = Object.keys(commands).filter((name) => name.endsWith('.create'))
const command = fc.record({
  name: fc.oneof(fc.constantFrom(...Object.keys(commands)), fc.constantFrom(...makers)),
  pick: fc.nat(20),
  vary: fc.nat(20),
})
/** Someone for the commands to be about; taken back with them. */
const beginning = [
  'organisations.create',
  'organisations.create',
  'residences.create',
  'people.create',
  'people.create',
  'members.create',
  'organisations.addContact',
  'referrals.create',
  'tasks.create',
  'programmes.create',
  'programmes.setFundedActions',
  'cohorts.create',
  'workshops.createSeries',
  'selection.addCriterion',
  'enrolments.create',
  'enrolments.create',
]
/** What a command may answer when it cannot be done: it then wrote nothing. */
const refusals = new Set<unknown>(errorCodes.slice(0, errorCodes.indexOf('cancelled')))
const succeeded = new Set<string>()

test(
  'any commands, then all their undos, give the earlier base; all their redos, the later one',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 12, size: 'max' }), async (sequence) => {
        const space = await openTestApi()
        const { api, database } = space
        const earlier = await dump(database)
        const { id: programmeId } = await api.programmes.create(aProgramme())
        const { id: cohortId } = await api.cohorts.create(aCohort(programmeId))
        const world: World = {
          api,
          people: [],
          organisations: [],
          residences: [],
          members: [],
          contacts: [],
          referrals: [],
          tasks: [],
          interactions: [],
          programmes: [],
          cohorts: [],
          workshops: [],
          cohortId,
          enrolments: [],
        }
        for (const [index, name] of beginning.entries()) await runAllowed(name, world, index, index)
        for (const { name, pick, vary } of sequence) await runAllowed(name, world, pick, vary)
        await redoEverything(api) // what the sequence itself had undone last
        const later = await dump(database)
        await undoEverything(api)
        expect(await dump(database)).toEqual(earlier)
        await redoEverything(api)
        expect(await dump(database)).toEqual(later)
        expect(await api.history.verify({})).toMatchObject({ brokenAt: null })
        await database.close()
      }),
      { numRuns: Number(process.env['UNDO_RUNS'] ?? 8) },
    )
    expect(succeeded.size).toBeGreaterThan(makers.length + 8) // most commands are allowed often enough to be tried
  },
)

async function runAllowed(name: string, world: World, pick: number, vary: number): Promise<void> {
  try {
    await commands[name]?.(world, pick, vary)
    succeeded.add(name)
  } catch (error) {
    if (!(error instanceof Nobody) && !refusals.has((error as { code?: unknown }).code)) throw error
  }
}

async function undoEverything(api: TestApi['api']): Promise<void> {
  while ((await api.history.next({})).undo !== null) expect((await api.history.undoLast({})).kept).toEqual([])
}

async function redoEverything(api: TestApi['api']): Promise<void> {
  while ((await api.history.next({})).redo !== null) expect((await api.history.redoLast({})).kept).toEqual([])
}

/** Every row of every entity, without what each change gives anew, and what is derived from them. */
async function dump(database: TestApi['database']): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return database.whileQuiet(async (raw) => {
    const tables = entityNames.map((entity) => {
      const rows = raw.prepare<[], Record<string, unknown>>(`select * from ${entity} order by id`).all()
      return [entity, rows.map(({ version: _version, updatedAt: _updatedAt, ...row }) => row)] as const
    })
    const keys = raw.prepare('select * from duplicateKeys order by key, personId').all()
    const found = raw.prepare('select entity, recordId from searchEntries order by entity, recordId').all()
    return { ...Object.fromEntries(tables), duplicateKeys: keys, searchEntries: found }
  })
}

/** A share of the first funded action of a cohort's programme, where it has one. */
async function shares(api: TestApi['api'], cohortId: string, vary: number) {
  const { programmeId } = await api.cohorts.get({ id: cohortId })
  const [action] = (await api.programmes.get({ id: programmeId })).fundedActions
  return action && vary % 3 > 0 ? [{ fundedActionId: action.id, share: 10 + vary }] : []
}

class Nobody extends Error {}

function of<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length]
  if (item === undefined) throw new Nobody('nothing to pick yet')
  return item
}

function these(...ids: string[]) {
  return { mode: 'these' as const, ids }
}
