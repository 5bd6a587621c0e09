import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entityNames } from '../../src/shared/features/history.ts'
import { errorCodes } from '../../src/shared/errors.ts'
import { aCohort, aStageMove } from '../support/factories-enrolments.ts'
import { aMove, aReferral } from '../support/factories-referrals.ts'
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
  'enrolments.create': async ({ api, cohortId, people, enrolments }, pick, vary) => {
    const person = vary % 2 ? of(people, pick) : (await api.people.create(aPerson())).id
    const stage = vary % 3 ? 'applied' : 'enrolled'
    const made = await api.enrolments.create({ cohortId, people: [{ personId: person }], stage, on: '2026-11-02' })
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
        const cohortId = await aCohort(space)
        const world: World = {
          api,
          people: [],
          organisations: [],
          residences: [],
          members: [],
          contacts: [],
          referrals: [],
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

class Nobody extends Error {}

function of<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length]
  if (item === undefined) throw new Nobody('nothing to pick yet')
  return item
}

function these(...ids: string[]) {
  return { mode: 'these' as const, ids }
}
