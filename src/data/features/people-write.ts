import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { NewPerson, PersonFields } from '../../shared/features/people.ts'
import { sortKey } from '../../shared/rules/fold.ts'
import type { WriteContext } from '../context.ts'
import { ConflictFound, type NewRow } from '../writer.ts'
import { tryUpdate } from './conflicts.ts'
import { setContactPoints } from './contact-points.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { housingPatch } from './housing.ts'
import { setTags } from './tags.ts'
import { placePatch, territoryPatch } from './territory.ts'

export type PersonPatch = z.output<ReturnType<typeof PersonFields.partial>>
type ProfilePatch = Omit<NewRow<'participantProfiles'>, 'id' | 'personId'>
type PeopleRow = NonNullable<Awaited<ReturnType<typeof readRow>>>

/** Writes a new person with their profile, contact points and tags; gives their id. */
export async function createPerson(tx: WriteContext, input: z.output<typeof NewPerson>): Promise<string> {
  const { contactPoints, tags, ...fields } = input
  const { person, profile } = await columnsOf(tx, fields, null)
  const names = { firstName: fields.firstName ?? '', lastName: fields.lastName ?? '' }
  const unsaid = { qpvState: 'toCheck', bestTimes: '[]', languageHelp: 0, extra: '{}' }
  const id = await tx.write.insert('people', { ...unsaid, sortKey: '', ...names, ...person })
  if (hasValue(profile)) await tx.write.insert('participantProfiles', { ...profile, personId: id })
  await setContactPoints(tx, { personId: id }, contactPoints)
  await setTags(tx, id, tags)
  return id
}

/**
 * Changes the fields that are given, and those that follow from them; says whether any did change. With
 * `basedOn`, the version the caller had read, fields changed meanwhile are a conflict.
 */
export async function updatePerson(
  tx: WriteContext,
  id: string,
  fields: PersonPatch,
  basedOn?: number,
): Promise<boolean> {
  const row = await readRow(tx, id)
  if (!row) throw new AppError('notFound', { entity: 'people', id })
  const { person, profile } = await columnsOf(tx, fields, row)
  // a residence brings its landlord: whoever chose another one meanwhile must be asked
  const asked = new Set([...Object.keys(fields), 'landlordId'])
  const own = await tryUpdate(asked, () => tx.write.update('people', id, person, basedOn))
  const parts = await tryUpdate(asked, () => updateProfile(tx, row, profile, basedOn))
  const conflicts = [...own.conflicts, ...parts.conflicts]
  if (conflicts.length > 0) throw new ConflictFound(conflicts)
  const changed = own.changed ?? (await tx.write.update('people', id, person))
  if (changed.length > 0) return true
  if (!parts.changed?.length) return false
  await tx.write.touch('people', id)
  return true
}

async function updateProfile(
  tx: WriteContext,
  person: PeopleRow,
  profile: ProfilePatch,
  basedOn: number | undefined,
): Promise<readonly string[]> {
  if (Object.keys(profile).length === 0) return []
  const row = await tx.db
    .selectFrom('participantProfiles')
    .select(['id', 'version'])
    .where('personId', '=', person.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (row) {
    const base =
      basedOn === undefined || basedOn >= person.version ? undefined : await versionThen(tx, person.id, basedOn, row.id)
    return tx.write.update('participantProfiles', row.id, profile, base)
  }
  if (!hasValue(profile)) return []
  await tx.write.insert('participantProfiles', { ...profile, personId: person.id })
  return Object.keys(profile)
}

/** The version the profile had while the person had that one: every change of a part touches the person. */
async function versionThen(tx: WriteContext, personId: string, basedOn: number, profileId: string): Promise<number> {
  const next = await tx.db
    .selectFrom('changes')
    .select('batchId')
    .where('entity', '=', 'people')
    .where('recordId', '=', personId)
    .where('version', '>', basedOn)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (!next) return Number.MAX_SAFE_INTEGER
  const begun = await tx.db
    .selectFrom('changes')
    .select((eb) => eb.fn.min('seq').as('seq'))
    .where('batchId', '=', next.batchId)
    .executeTakeFirstOrThrow()
  const then = await tx.db
    .selectFrom('changes')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('entity', '=', 'participantProfiles')
    .where('recordId', '=', profileId)
    .where('seq', '<', begun.seq)
    .executeTakeFirst()
  return then?.version ?? 0
}

function readRow(tx: WriteContext, id: string) {
  return tx.db.selectFrom('people').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()
}

/** What was said, as columns of the two tables, with all that follows from it. */
async function columnsOf(tx: WriteContext, said: PersonPatch, row: PeopleRow | null) {
  const { status, education, project, projectStage, qpvState, qpvCode, qpvHow, bestTimes, languageHelp, ...others } =
    said
  const { postcode, city, communeCode, landlordId, residenceId, birthDate, birthYear, ...plain } = others
  refuseSensitiveNumbers({
    firstName: said.firstName,
    lastName: said.lastName,
    birthName: said.birthName,
    address: said.address,
    addressExtra: said.addressExtra,
    note: said.note,
    project,
  })
  const place = placePatch(tx.resources, { postcode, city, communeCode }, row)
  const housing = await housingPatch(tx.db, { landlordId, residenceId }, row)
  const territory = territoryPatch(tx, { qpvState, qpvCode, qpvHow }, { ...place, ...housing }, row)
  const person = {
    ...textPatch(plain),
    ...namePatch(said, row),
    ...birthPatch(tx, { birthDate, birthYear }, row),
    ...place,
    ...housing,
    ...territory,
    ...(bestTimes === undefined ? {} : { bestTimes: JSON.stringify(bestTimes) }),
    ...(languageHelp === undefined ? {} : { languageHelp: languageHelp ? 1 : 0 }),
  }
  const profile = textPatch({ status, education, project, projectStage })
  return { person, profile }
}

/** Texts that were emptied hold nothing. */
function textPatch<Fields extends Readonly<Record<string, string | null | undefined>>>(fields: Fields) {
  return given(
    Object.fromEntries(
      Object.entries(fields).map(([name, text]) => [name, text === undefined ? text : emptyAsNull(text)]),
    ) as Fields,
  )
}

function namePatch(said: PersonPatch, row: PeopleRow | null) {
  if (row !== null && said.firstName === undefined && said.lastName === undefined) return {}
  const firstName = (said.firstName ?? row?.firstName ?? '').trim()
  const lastName = (said.lastName ?? row?.lastName ?? '').trim()
  if (sortKey(lastName, firstName) === '') throw new AppError('invalid', { field: 'lastName' })
  return { firstName, lastName, sortKey: sortKey(lastName, firstName) }
}

/** The year is kept beside the day, for those who give only that; the two never contradict each other. */
function birthPatch(
  tx: WriteContext,
  said: { readonly birthDate: string | null | undefined; readonly birthYear: number | null | undefined },
  row: PeopleRow | null,
) {
  if (said.birthYear && said.birthYear > Number(tx.today().slice(0, 4)))
    throw new AppError('invalid', { field: 'birthYear' })
  const birthDate = said.birthDate === undefined ? (row?.birthDate ?? null) : said.birthDate
  if (birthDate === null) return given(said)
  const year = Number(birthDate.slice(0, 4))
  if (birthDate > tx.today() || year < 1900)
    throw new AppError('invalid', { field: 'birthDate', reason: 'impossibleDay' })
  if (said.birthYear !== undefined && said.birthYear !== null && said.birthYear !== year) {
    throw new AppError('invalid', { field: 'birthYear', reason: 'contradictsBirthDate' })
  }
  return said.birthDate === undefined ? {} : { birthDate, birthYear: year }
}

function hasValue(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.values(fields).some((value) => value !== null && value !== undefined)
}
