import type { EntityName } from '../shared/features/history.ts'
import { blockingKeys } from '../shared/rules/duplicates.ts'
import { fold, foldTight, nameKey } from '../shared/rules/fold.ts'
import { logoKind } from '../shared/rules/logos.ts'
import { phoneSearchDigits } from '../shared/rules/phone.ts'
import type { Db } from './database.ts'
import { letOthersGo } from './letting-go.ts'
import type { OnUpdate } from './migrate.ts'
import type { WriteEngine } from './sqlite/engine.ts'
import type { Touched } from './writer.ts'

/** What can be found: each has its words in the search index, written anew whenever one of its rows changes. */
type Findable = 'people' | 'organisations' | 'residences' | 'referrals' | 'programmes' | 'cohorts'

/**
 * Keeps what is computed from the rows (words to find, keys to spot a duplicate) in step with them, inside
 * the same transaction.
 */
export async function refreshDerived(
  db: Db,
  engine: WriteEngine,
  touched: readonly Touched[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const stale = new Map<string, { entity: Findable; id: string }>()
  const mark = (entity: Findable, id: unknown) => {
    if (typeof id === 'string') stale.set(`${entity} ${id}`, { entity, id })
  }
  for (const { entity, id, row } of touched) {
    for (const owner of ownersOf(entity, id, row)) mark(owner.entity, owner.id)
  }
  // a referral is found under the name of its person
  const renamed = new Set(touched.filter(({ entity }) => entity === 'people').map(({ id }) => id))
  for (const id of renamed) {
    const referrals = await db.selectFrom('referrals').select('id').where('personId', '=', id).execute()
    for (const referral of referrals) mark('referrals', referral.id)
  }
  // and a cohort under the name of its programme
  for (const id of new Set(touched.filter(({ entity }) => entity === 'programmes').map((one) => one.id))) {
    const cohorts = await db.selectFrom('cohorts').select('id').where('programmeId', '=', id).execute()
    for (const cohort of cohorts) mark('cohorts', cohort.id)
  }
  let done = 0
  for (const { entity, id } of stale.values()) {
    await refresh(db, engine, entity, id)
    done += 1
    if (done % 100 !== 0) continue
    onProgress(done, stale.size)
    await letOthersGo()
  }
}

/** Writes every entry anew: after the index changed its layout, or for a base made in one go. */
export async function rebuildDerived(db: Db, engine: WriteEngine, onUpdate?: OnUpdate): Promise<void> {
  const stale: { entity: Findable; id: string }[] = []
  for (const entity of ['people', 'organisations', 'residences', 'referrals', 'programmes', 'cohorts'] as const) {
    for (const { id } of await db.selectFrom(entity).select('id').execute()) stale.push({ entity, id })
  }
  for (const [done, { entity, id }] of stale.entries()) {
    if (done % 500 === 0) await onUpdate?.('indexing', { done, total: stale.length })
    await refresh(db, engine, entity, id)
  }
}

function ownersOf(
  entity: EntityName,
  id: string,
  row: Readonly<Record<string, unknown>>,
): readonly { entity: Findable; id: unknown }[] {
  switch (entity) {
    case 'people':
    case 'organisations':
    case 'residences':
    case 'referrals':
    case 'programmes':
    case 'cohorts':
      return [{ entity, id }]
    case 'participantProfiles':
    case 'taggings':
      return [{ entity: 'people', id: row['personId'] }]
    case 'documents':
      return [
        { entity: 'people', id: row['personId'] },
        { entity: 'organisations', id: row['organisationId'] },
        { entity: 'referrals', id: row['referralId'] },
      ]
    case 'contactPoints':
      return [
        { entity: 'people', id: row['personId'] },
        { entity: 'organisations', id: row['organisationId'] },
      ]
    case 'space':
    case 'members':
    case 'settings':
    case 'tags':
    case 'consents':
    case 'affiliations':
    case 'referralMoves':
    case 'contactAttempts':
    case 'referralFeedbacks':
    case 'programmePartners':
    case 'fundedActions':
    case 'programmeGoals':
    case 'cohortQuotas':
    case 'enrolments':
    case 'enrolmentMoves':
    case 'selectionCriteria':
    case 'selectionReviews':
    case 'workshops':
    case 'workshopFundings':
    case 'supports':
    case 'sessions':
    case 'sessionFundings':
    case 'goals':
    case 'actions':
    case 'actionLibrary':
    case 'barriers':
    case 'scaleThemes':
    case 'goalReviews':
    case 'tasks':
    case 'snoozes':
    case 'reminderRules':
    case 'interactions':
    case 'letterModels':
    case 'attendances':
    case 'attendanceSheets':
    case 'certificates':
    case 'hourStatements':
    case 'hourCorrections':
    case 'imports':
    case 'exports':
      return []
  }
}

async function refresh(db: Db, engine: WriteEngine, entity: Findable, id: string): Promise<void> {
  switch (entity) {
    case 'people':
      return refreshPerson(db, engine, id)
    case 'organisations':
      return refreshOrganisation(db, engine, id)
    case 'residences':
      return refreshResidence(db, engine, id)
    case 'referrals':
      return refreshReferral(db, engine, id)
    case 'programmes':
      return refreshProgramme(db, engine, id)
    case 'cohorts':
      return refreshCohort(db, engine, id)
  }
}

async function refreshPerson(db: Db, engine: WriteEngine, id: string): Promise<void> {
  await db.deleteFrom('duplicateKeys').where('personId', '=', id).execute()
  const person = await db
    .selectFrom('people')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!person) return engine.writeSearchEntry('people', id, null)
  const profile = await db
    .selectFrom('participantProfiles')
    .select('project')
    .where('personId', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  const points = await db
    .selectFrom('contactPoints')
    .select(['kind', 'value'])
    .where('personId', '=', id)
    .where('deletedAt', 'is', null)
    .execute()
  const tags = await db
    .selectFrom('taggings')
    .innerJoin('tags', 'tags.id', 'taggings.tagId')
    .select('tags.name')
    .where('taggings.personId', '=', id)
    .where('taggings.deletedAt', 'is', null)
    .execute()
  engine.writeSearchEntry('people', id, {
    sortKey: person.sortKey,
    title: words(...[person.lastName, person.firstName, person.birthName].flatMap(bothWays)),
    text: words(
      person.note,
      profile?.project,
      person.city,
      ...points.map(findableContact),
      ...tags.map((tag) => tag.name),
      ...(await papersOf(db, 'personId', id)),
    ),
  })
  const keys = blockingKeys({
    lastName: person.lastName,
    firstName: person.firstName,
    birthName: person.birthName,
    birthDate: person.birthDate,
    birthYear: person.birthYear,
    postcode: person.postcode,
    phones: points.filter((point) => point.kind === 'phone').map((point) => point.value),
    emails: points.filter((point) => point.kind === 'email').map((point) => point.value),
  })
  const rows = [...new Set([...keys, ...homonymKeys(person)])].map((key) => ({ personId: id, key }))
  if (rows.length > 0) await db.insertInto('duplicateKeys').values(rows).execute()
}

/** Names alone: to warn of a homonym while nothing else is typed yet, or known of the other. */
export function homonymKeys(person: {
  readonly lastName: string
  readonly firstName: string
  readonly birthName: string | null
}): readonly string[] {
  const names = [person.lastName, person.birthName ?? ''].filter((name) => fold(name) !== '')
  return [...new Set(names.map((name) => `name:${nameKey(name, person.firstName)}`))]
}

async function refreshOrganisation(db: Db, engine: WriteEngine, id: string): Promise<void> {
  const row = await db
    .selectFrom('organisations')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return engine.writeSearchEntry('organisations', id, null)
  const points = await db
    .selectFrom('contactPoints')
    .select(['kind', 'value'])
    .where('organisationId', '=', id)
    .where('deletedAt', 'is', null)
    .execute()
  engine.writeSearchEntry('organisations', id, {
    sortKey: row.sortKey,
    title: words(...bothWays(row.name)),
    text: words(
      row.siren,
      row.siret,
      row.city,
      row.note,
      ...points.map(findableContact),
      ...(await papersOf(db, 'organisationId', id)),
    ),
  })
}

async function refreshResidence(db: Db, engine: WriteEngine, id: string): Promise<void> {
  const row = await db
    .selectFrom('residences')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  engine.writeSearchEntry(
    'residences',
    id,
    row
      ? {
          sortKey: row.sortKey,
          title: words(...bothWays(row.name), row.code),
          text: words(row.address, row.city),
        }
      : null,
  )
}

async function refreshReferral(db: Db, engine: WriteEngine, id: string): Promise<void> {
  const row = await db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .select([
      'referrals.number',
      'referrals.note',
      'referrals.project',
      'referrals.goal',
      'referrals.officerName',
      'people.firstName',
      'people.lastName',
      'people.sortKey',
    ])
    .where('referrals.id', '=', id)
    .where('referrals.deletedAt', 'is', null)
    .executeTakeFirst()
  engine.writeSearchEntry(
    'referrals',
    id,
    row
      ? {
          sortKey: `${fold(row.number)}\t${row.sortKey}`,
          title: words(row.number, ...[row.lastName, row.firstName].flatMap(bothWays)),
          text: words(row.note, row.project, row.goal, row.officerName, ...(await papersOf(db, 'referralId', id))),
        }
      : null,
  )
}

async function refreshProgramme(db: Db, engine: WriteEngine, id: string): Promise<void> {
  const row = await db
    .selectFrom('programmes')
    .select(['name', 'sortKey', 'aim', 'note'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  const entry = row && { sortKey: row.sortKey, title: words(...bothWays(row.name)), text: words(row.aim, row.note) }
  engine.writeSearchEntry('programmes', id, entry ?? null)
}

async function refreshCohort(db: Db, engine: WriteEngine, id: string): Promise<void> {
  const row = await db
    .selectFrom('cohorts')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .select(['cohorts.name', 'cohorts.sortKey', 'programmes.name as programmeName', 'place', 'cohorts.note'])
    .where('cohorts.id', '=', id)
    .where('cohorts.deletedAt', 'is', null)
    .executeTakeFirst()
  const entry = row && {
    sortKey: row.sortKey,
    title: words(...bothWays(row.name)),
    text: words(row.programmeName, row.place, row.note),
  }
  engine.writeSearchEntry('cohorts', id, entry ?? null)
}

/** A record is found under what its papers are called. */
async function papersOf(
  db: Db,
  column: 'personId' | 'organisationId' | 'referralId',
  id: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('documents')
    .select(['title', 'fileName'])
    .where(column, '=', id)
    .where('kind', '!=', logoKind)
    .where('deletedAt', 'is', null)
    .execute()
  return rows.flatMap(({ title, fileName }) => [title, fileName])
}

function findableContact(point: { kind: string; value: string }): string {
  return point.kind === 'phone' ? phoneSearchDigits(point.value) : point.value
}

/** A name in several parts is found put together as well: `D’Arc` under `darc`. */
function bothWays(name: string | null): readonly (string | null)[] {
  const parts = (name ?? '').split(/\s+/).filter((part) => fold(part).includes(' '))
  return [name, ...parts.map(foldTight)]
}

function words(...texts: readonly (string | null | undefined)[]): string {
  return fold(texts.filter((text) => text !== null && text !== undefined && text !== '').join(' '))
}
