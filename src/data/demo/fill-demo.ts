import { addDays } from '../../shared/rules/days.ts'
import type { SpaceKind } from '../../shared/rules/values.ts'
import type { WriteContext } from '../context.ts'
import { members } from '../features/members.ts'
import { organisations } from '../features/organisations.ts'
import { people } from '../features/people.ts'
import { referrals } from '../features/referrals.ts'
import { residences } from '../features/residences.ts'
import type { OpenDatabase } from '../open-database.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { fillAgreements } from './fill-agreements.ts'
import { fillAttendances } from './fill-attendances.ts'
import { addCoaching } from './fill-coaching.ts'
import { fillDay } from './fill-day.ts'
import { fillEnrolments } from './fill-enrolments.ts'
import { fillLogos } from './fill-logos.ts'
import { fillPapers } from './fill-papers.ts'
import { beginPreviousEdition, endPreviousEdition } from './fill-previous-edition.ts'
import { fillProgrammes } from './fill-programmes.ts'
import { fillReminders } from './fill-reminders.ts'
import { fillTasks } from './fill-tasks.ts'
import { type Estate, inventName, inventPerson, inventReferral, phone, siren, street } from './invent.ts'
import { landlords, otherOrganisations, places, residenceNames } from './invented.ts'
import { daysAgo, destinies, landlordDestinies, walk } from './referral-path.ts'

const peopleCount = 300
const referralCount = 150

/**
 * The demo space: people who do not exist, written through the same handlers as everyone's, so that it can
 * show nothing the product does not do. The same seed gives the same people; dates follow today.
 */
export async function fillDemo(database: OpenDatabase, kind: SpaceKind, locale: 'fr' | 'en'): Promise<void> {
  const chance = chanceFrom(kind === 'association' ? 20261123 : 44600)
  await database.command('space.demo', async (tx) => {
    const team = await addTeam(tx, kind, locale)
    const estate = await addLandlords(tx, kind, chance)
    if (kind === 'association') {
      await addOwnAddress(tx)
      await addOrganisations(tx, chance)
    }
    const known = await addPeople(tx, chance, estate)
    const count = kind === 'association' ? referralCount : 60
    for (let index = 0; index < count; index += 1) await addReferral(tx, chance, kind, { known, estate, team, index })
    if (kind === 'association') {
      await fillProgrammes(tx, team)
      await fillEnrolments(tx, team, estate)
      await addCoaching(tx, team, locale)
      const previous = await beginPreviousEdition(tx, team[0] ?? null)
      await fillAttendances(tx, chance)
      await endPreviousEdition(tx, previous)
    }
    await fillAgreements(tx)
    await fillDay(tx)
    await fillTasks(tx, { kind, people: known.filter((_, index) => index % 7 === 0).map(({ id }) => id) })
  })
  await fillPapers(database, locale)
  if (kind === 'association') await fillLogos(database)
  await database.command('space.demo', (tx) => fillReminders(tx, locale))
}

interface Known {
  readonly id: string
  readonly landlordId: string | null
  readonly residenceId: string | null
}

async function addTeam(tx: WriteContext, kind: SpaceKind, locale: 'fr' | 'en'): Promise<string[]> {
  const roles = { fr: ['Coach', 'Coach', 'Accueil'], en: ['Coach', 'Coach', 'Reception'] }[locale]
  const names = kind === 'association' ? ['Camille Rouvière', 'Yann Le Hénaff', 'Dounia Mesbahi'] : ['Karine Blondel']
  const added = []
  for (const [index, name] of names.entries())
    added.push((await members.create(tx, { name, role: roles[index] ?? '', email: null })).id)
  return added
}

export async function addLandlords(tx: WriteContext, kind: SpaceKind, chance: Chance): Promise<Estate[]> {
  const estates: Estate[] = []
  const own = tx.space.ownOrganisationId
  const wanted = kind === 'association' ? landlords : landlords.filter(({ name }) => name === tx.space.organisationName)
  for (const [index, landlord] of wanted.entries()) {
    const place = chance.pick(places)
    const landlordId =
      kind === 'landlord' && own !== null
        ? own
        : (
            await organisations.create(tx, {
              kind: 'landlord',
              name: landlord.name,
              siren: siren(410 + index),
              landlordFamily: landlord.family,
              postcode: place.postcode,
              city: place.city,
              communeCode: place.commune,
              contactPoints: [],
            })
          ).id
    const owned = []
    for (const [at, name] of chance.some(residenceNames, kind === 'landlord' ? 12 : 5).entries()) {
      const where = chance.pick(places)
      const qpvCode = where.qpvs.length > 0 && chance.happens(0.7) ? chance.pick(where.qpvs) : null
      const code = `${String(index * 100 + at + 1).padStart(4, '0')}-${chance.pick(['A', 'B', 'C'])}`
      const residence = await residences.create(tx, {
        landlordId,
        name,
        code,
        address: street(chance),
        postcode: where.postcode,
        city: where.city,
        communeCode: where.commune,
        qpvState: qpvCode === null ? 'toCheck' : 'in',
        qpvCode,
      })
      owned.push({ id: residence.id, place: where })
    }
    estates.push({ landlordId, landlordName: landlord.name, residences: owned })
  }
  return estates
}

/** Where the association signs its papers. */
async function addOwnAddress(tx: WriteContext): Promise<void> {
  const id = tx.space.ownOrganisationId
  if (id === null) return
  const { version } = await organisations.get(tx, { id })
  const fields = { address: '12 rue des Chantiers', postcode: '44600', city: 'Saint-Nazaire', communeCode: '44184' }
  await organisations.update(tx, { id, version, fields })
}

async function addOrganisations(tx: WriteContext, chance: Chance): Promise<void> {
  for (const [index, [name, kind]] of otherOrganisations.entries()) {
    const place = chance.pick(places)
    const created = await organisations.create(tx, {
      kind,
      name,
      siren: chance.happens(0.7) ? siren(500 + index) : null,
      address: street(chance),
      postcode: place.postcode,
      city: place.city,
      communeCode: place.commune,
      contactPoints: [{ id: null, kind: 'phone', value: phone(chance), label: null, preferred: true }],
    })
    if (chance.happens(0.6)) {
      const { firstName, lastName } = inventName(chance)
      await organisations.addContact(tx, {
        organisationId: created.id,
        personId: null,
        firstName,
        lastName,
        title: chance.pick(['Directrice', 'Responsable de secteur', 'Chargé de mission', 'Conseillère', 'Gérant']),
        phone: phone(chance),
        email: '',
        startedOn: null,
      })
    }
  }
}

async function addPeople(tx: WriteContext, chance: Chance, estate: readonly Estate[]): Promise<Known[]> {
  const known: Known[] = []
  for (let index = 0; index < peopleCount; index += 1) {
    const { landlordId, residenceId, person } = inventPerson(chance, estate, tx.today())
    const { id } = await people.create(tx, person)
    known.push({ id, landlordId, residenceId })
  }
  return known
}

interface ReferralSetting {
  readonly known: readonly Known[]
  readonly estate: readonly Estate[]
  readonly team: readonly string[]
  readonly index: number
}

async function addReferral(
  tx: WriteContext,
  chance: Chance,
  kind: SpaceKind,
  { known, estate, team, index }: ReferralSetting,
): Promise<void> {
  const person = known[(index * 7) % known.length]
  if (!person) return
  const landlord = estate.find(({ landlordId }) => landlordId === person.landlordId) ?? chance.pick(estate)
  const itsDestinies = kind === 'association' ? destinies : landlordDestinies
  const destiny = itsDestinies[index % itsDestinies.length] ?? 'received'
  const began = addDays(tx.today(), -daysAgo(chance, destiny))
  const residenceId = person.landlordId === landlord.landlordId ? person.residenceId : null
  const assignedToId = destiny === 'received' || team.length === 0 ? null : chance.pick(team)
  const who = { personId: person.id, landlordId: landlord.landlordId, residenceId }
  const input = inventReferral(chance, who, { kind, began, draft: destiny === 'draft', assignedToId })
  const created = await referrals.create(tx, input)
  await walk(tx, chance, created.id, destiny, began)
}
