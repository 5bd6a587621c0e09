import type { Selectable } from 'kysely'
import type { Entry } from '../../shared/features/entry.ts'
import { type IsoDay, ageOn } from '../../shared/rules/days.ts'
import type { QpvState } from '../../shared/rules/values.ts'
import type { ReadContext } from '../context.ts'
import type { Schema } from '../schema.ts'
import { communeByCode, loadCommunes } from '../reference/communes.ts'

/**
 * What is true of a person on the day they are referred, or enter a programme. It is frozen there, once: reports
 * count the situation at entry, whatever the person's record says later.
 */
export async function situationOn(context: ReadContext, personId: string, on: IsoDay) {
  const person = await context.db.selectFrom('people').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
  const profile = await context.db
    .selectFrom('participantProfiles')
    .select(['status', 'education'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return {
    entryOn: on,
    entryCommuneCode: person.communeCode,
    entryCommuneName: townOf(context, person),
    entryQpvState: person.qpvState,
    entryQpvCode: person.qpvCode,
    entryQpvEdition: person.qpvEdition,
    entryRuralityClass: person.ruralityClass,
    entryFrrStatus: person.frrStatus,
    entryStatus: profile?.status ?? null,
    entryEducation: profile?.education ?? null,
    entryAge: ageAt(person, on),
    entryGender: person.gender,
  }
}

type Referrals = Selectable<Schema['referrals']>
type Frozen = Pick<Referrals, Extract<keyof Referrals, `entry${string}`>>

/** What was frozen, from its columns; null before that day. */
export function frozenEntry(row: Frozen): Entry | null {
  if (row.entryOn === null) return null
  return {
    on: row.entryOn,
    communeCode: row.entryCommuneCode,
    communeName: row.entryCommuneName,
    qpvState: row.entryQpvState as QpvState,
    qpvCode: row.entryQpvCode,
    qpvEdition: row.entryQpvEdition,
    ruralityClass: row.entryRuralityClass,
    frrStatus: row.entryFrrStatus,
    status: row.entryStatus,
    education: row.entryEducation,
    age: row.entryAge,
  }
}

/** The official name of the commune, or the town as it was typed. */
export function townOf(
  { resources }: Pick<ReadContext, 'resources'>,
  { communeCode, city }: { readonly communeCode: string | null; readonly city: string | null },
): string | null {
  const commune = communeCode === null ? null : communeByCode(loadCommunes(resources), communeCode)
  return commune?.name ?? city
}

/** From the year alone, the age reached in that year: a year too much at most. */
export function ageAt(
  { birthDate, birthYear }: { readonly birthDate: string | null; readonly birthYear: number | null },
  on: IsoDay,
): number | null {
  if (birthDate !== null) return ageOn(birthDate, on)
  return birthYear === null ? null : Number(on.slice(0, 4)) - birthYear
}
