import type * as z from 'zod'
import type { DuplicateMatch, DuplicateProbe } from '../../shared/features/people.ts'
import {
  type DuplicateCandidate,
  type DuplicateLevel,
  blockingKeys,
  compareForDuplicate,
} from '../../shared/rules/duplicates.ts'
import { parsePhones } from '../../shared/rules/phone.ts'
import type { ReadDb } from '../context.ts'
import { homonymKeys } from '../derived.ts'
import { contactPointsOf, firstValue } from './contact-points.ts'

const mostForOneKey = 60 // a name or a switchboard that more than this share proves nothing
const mostShown = 20
const levels: readonly DuplicateLevel[] = ['same', 'likely', 'hint']

/** Who, in the whole base, may be the person being typed; the likeliest first. */
export async function findDuplicates(db: ReadDb, probe: z.output<typeof DuplicateProbe>): Promise<DuplicateMatch[]> {
  const typed = candidateOf(probe)
  const ids = await candidatesFor(db, typed, probe.excludeId)
  if (ids.length === 0) return []
  const people = await db
    .selectFrom('people')
    .select(['id', 'firstName', 'lastName', 'birthName', 'birthDate', 'birthYear', 'postcode', 'city', 'sortKey'])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .orderBy('sortKey')
    .execute()
  const points = await contactPointsOf(db, 'personId', ids)
  const found = people.flatMap((person) => {
    const own = points.get(person.id) ?? []
    const { level, reasons } = compareForDuplicate(typed, {
      ...person,
      phones: own.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
      emails: own.filter(({ kind }) => kind === 'email').map(({ value }) => value),
    })
    return level === 'none' ? [] : [{ person, level, reasons, phone: firstValue(own, 'phone') }]
  })
  const shown = found.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)).slice(0, mostShown)
  const referrals = await lastReferrals(
    db,
    shown.map(({ person }) => person.id),
  )
  return shown.map(({ person, level, reasons, phone }) => ({
    id: person.id,
    firstName: person.firstName,
    lastName: person.lastName,
    birthYear: person.birthYear,
    city: person.city,
    phone,
    level,
    reasons: [...reasons],
    lastReferralOn: referrals.get(person.id)?.on ?? null,
    lastReferralState: referrals.get(person.id)?.state ?? null,
  }))
}

/** What was typed so far; a phone that is not whole yet says nothing. */
function candidateOf(probe: z.output<typeof DuplicateProbe>): DuplicateCandidate {
  return {
    lastName: probe.lastName,
    firstName: probe.firstName,
    birthName: null,
    birthDate: probe.birthDate,
    birthYear: probe.birthYear,
    emails: probe.emails.filter((email) => email !== ''),
    phones: probe.phones.flatMap((phone) => parsePhones(phone).flatMap((read) => (read.ok ? [read.value] : []))),
    postcode: probe.postcode,
  }
}

async function candidatesFor(
  db: ReadDb,
  typed: DuplicateCandidate,
  excludeId: string | null,
): Promise<readonly string[]> {
  const ids = new Set<string>()
  for (const key of [...blockingKeys(typed), ...homonymKeys(typed)]) {
    const rows = await db
      .selectFrom('duplicateKeys')
      .select('personId')
      .where('key', '=', key)
      .limit(mostForOneKey)
      .execute()
    for (const { personId } of rows) ids.add(personId)
  }
  if (excludeId !== null) ids.delete(excludeId)
  return [...ids]
}

async function lastReferrals(
  db: ReadDb,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { state: string; on: string }>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('referrals')
    .select(['personId', 'state', 'sentOn', 'receivedOn', 'createdAt'])
    .where('personId', 'in', personIds)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.personId,
      { state: row.state, on: row.receivedOn ?? row.sentOn ?? row.createdAt.slice(0, 10) },
    ]),
  )
}
