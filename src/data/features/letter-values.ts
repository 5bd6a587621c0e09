import { addDays } from '../../shared/rules/days.ts'
import { capitalised } from '../../shared/rules/fold.ts'
import type { MergeValues } from '../../shared/rules/merge-fields.ts'
import { formatPhone } from '../../shared/rules/phone.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { contactPointsOf, firstValue } from './contact-points.ts'
import { readMember } from './members.ts'
import { associationName } from './referral-agreements.ts'

export interface Recipient {
  readonly personId: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string | null
  readonly address: string | null
  readonly values: MergeValues
}

export interface Sender {
  readonly association: string
  readonly member: string
  readonly memberRole: string
  readonly date: string
}

/** Who writes, and the day it is. */
export async function readSender(context: ReadContext, locale: 'fr' | 'en'): Promise<Sender> {
  const member = context.member === null ? null : await readMember(context.db, context.member.id)
  return {
    association: associationName(context),
    member: member?.name ?? '',
    memberRole: member?.role ?? '',
    date: dayInWords(context.today(), locale, false),
  }
}

/** What is known of each of these people for a letter, in the order of their names. */
export async function readRecipients(
  context: ReadContext,
  ids: readonly string[],
  sender: Sender,
  locale: 'fr' | 'en',
): Promise<readonly Recipient[]> {
  const { db } = context
  const people = await db
    .selectFrom('people')
    .leftJoin('organisations', 'organisations.id', 'people.landlordId')
    .leftJoin('residences', 'residences.id', 'people.residenceId')
    .select([
      'people.id',
      'firstName',
      'lastName',
      'civility',
      'people.address',
      'people.addressExtra',
      'people.postcode',
      'people.city',
      'organisations.name as landlord',
      'residences.name as residence',
    ])
    .where('people.id', 'in', ids)
    .where('people.deletedAt', 'is', null)
    .orderBy('people.sortKey')
    .orderBy('people.id')
    .execute()
  const points = await contactPointsOf(db, 'personId', ids)
  const enrolments = await enrolmentsOf(db, ids)
  const workshops = await nextWorkshops(db, [...enrolments.values()], context.today(), locale)
  const coaches = await coachesOf(db, ids)
  return people.map((person) => {
    const { id, firstName, lastName, landlord, residence } = person
    const email = firstValue(points.get(id), 'email')
    const phone = firstValue(points.get(id), 'phone')
    const enrolment = enrolments.get(id)
    const town = [person.postcode, person.city].filter(Boolean).join(' ')
    const address = person.address === null && town === '' ? null : linesOf(person.address, person.addressExtra, town)
    const name = capitalised(lastName)
    return {
      personId: id,
      firstName,
      lastName,
      email,
      address: address === null ? null : linesOf(`${firstName} ${name}`.trim(), address),
      values: {
        civility: civilities[locale][person.civility ?? ''] ?? null,
        firstName,
        lastName: name,
        fullName: `${firstName} ${name}`.trim(),
        address,
        city: person.city,
        phone: phone === null ? null : formatPhone(phone),
        email,
        landlord,
        residence,
        programme: enrolment?.programme ?? null,
        cohort: enrolment?.cohort ?? null,
        nextWorkshop: enrolment ? (workshops.get(enrolment.cohortId) ?? null) : null,
        coach: coaches.get(id) ?? null,
        ...sender,
      },
    }
  })
}

const civilities: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
  fr: { madame: 'Madame', monsieur: 'Monsieur' },
  en: { madame: 'Ms', monsieur: 'Mr' },
}

interface Enrolled {
  readonly cohortId: string
  readonly cohort: string
  readonly programme: string
}

/** Where each is enrolled now: of several places, the one taken last. */
async function enrolmentsOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, Enrolled>> {
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .select(['personId', 'cohortId', 'cohorts.name as cohort', 'programmes.name as programme'])
    .where('personId', 'in', ids)
    .where('enrolments.deletedAt', 'is', null)
    .where('cohorts.deletedAt', 'is', null)
    .where('endedOn', 'is', null)
    .orderBy('enrolments.createdAt')
    .execute()
  return new Map(rows.map(({ personId, ...enrolled }) => [personId, enrolled]))
}

/** The workshop to come of each cohort: its title, the day, the hour and the place. */
async function nextWorkshops(
  db: ReadDb,
  enrolled: readonly Enrolled[],
  today: string,
  locale: 'fr' | 'en',
): Promise<ReadonlyMap<string, string>> {
  const cohorts = [...new Set(enrolled.map(({ cohortId }) => cohortId))]
  if (cohorts.length === 0) return new Map()
  const rows = await db
    .selectFrom('workshops')
    .select(['cohortId', 'title', 'heldOn', 'startTime', 'place'])
    .where('cohortId', 'in', cohorts)
    .where('heldOn', '>=', today)
    .where('heldOn', '<=', addDays(today, 366))
    .where('cancelledOn', 'is', null)
    .where('deletedAt', 'is', null)
    .orderBy('heldOn', 'desc')
    .orderBy('startTime', 'desc')
    .execute()
  // the soonest is written last, over the others of its cohort
  return new Map(
    rows.map(({ cohortId, title, heldOn, startTime, place }) => {
      const day = dayInWords(heldOn, locale, true)
      const at =
        locale === 'fr' ? `${title}, le ${day} à ${hourInFrench(startTime)}` : `${title}, ${day} at ${startTime}`
      return [cohortId, place === null || place === '' ? at : `${at}, ${place}`]
    }),
  )
}

async function coachesOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('supports')
    .innerJoin('members', 'members.id', 'supports.coachId')
    .select(['personId', 'members.name'])
    .where('personId', 'in', ids)
    .where('supports.deletedAt', 'is', null)
    .where('endedOn', 'is', null)
    .orderBy('startedOn')
    .execute()
  return new Map(rows.map(({ personId, name }) => [personId, name]))
}

function dayInWords(day: string, locale: 'fr' | 'en', weekday: boolean): string {
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    ...(weekday ? { weekday: 'long' } : {}),
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format
    .format(new Date(`${day}T00:00:00Z`))
    .replace(',', '')
    .replace(/\b1 (?=\p{L})/u, locale === 'fr' ? '1er ' : '1 ')
}

/** `09:30` as it is read aloud: `9 h 30`. */
function hourInFrench(time: string): string {
  const [hours = '', minutes = ''] = time.split(':')
  return `${Number(hours)} h${minutes === '00' || minutes === '' ? '' : ` ${minutes}`}`
}

function linesOf(...lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null && line !== '').join('\n')
}
