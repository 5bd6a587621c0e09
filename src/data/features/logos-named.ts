import type { NamedLogo } from '../../shared/features/logos.ts'
import { logoKind } from '../../shared/rules/logos.ts'
import { formatOfMediaType } from '../../shared/rules/papers.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { pictureOf } from '../files/picture.ts'
import { bytesOf } from './document-bytes.ts'

export interface Named {
  readonly organisationId: string
  readonly name: string
  readonly role: 'funder' | 'partner'
}

/**
 * The space's own organisation first, then these, each once and as what it is named first; with their logos, or
 * without where there is none or its bytes can be read no more: a document is printed all the same.
 */
export async function withLogos(
  { db, space }: Pick<ReadContext, 'db' | 'space'>,
  named: readonly Named[],
): Promise<NamedLogo[]> {
  const own = { organisationId: space.ownOrganisationId, name: space.organisationName, role: 'own' as const }
  const once = new Map<string | null, Omit<NamedLogo, 'picture'>>()
  for (const one of [own, ...named]) if (!once.has(one.organisationId)) once.set(one.organisationId, one)
  const pictures = await picturesOf(db, [...once.keys()])
  return [...once.values()].map((one) => ({ ...one, picture: pictures.get(one.organisationId) ?? null }))
}

export async function logosOfCohort(
  context: Pick<ReadContext, 'db' | 'space'>,
  cohortId: string,
): Promise<NamedLogo[]> {
  const funders = await context.db
    .selectFrom('fundedActions')
    .innerJoin('cohorts', 'cohorts.programmeId', 'fundedActions.programmeId')
    .innerJoin('organisations', 'organisations.id', 'fundedActions.funderId')
    .select(['organisations.id as organisationId', 'organisations.name'])
    .distinct()
    .where('cohorts.id', '=', cohortId)
    .where('fundedActions.deletedAt', 'is', null)
    .where('organisations.deletedAt', 'is', null)
    .orderBy('organisations.name')
    .execute()
  const named = funders.map((funder) => ({ ...funder, role: 'funder' as const }))
  return withLogos(context, [...named, ...(await partnersOfCohort(context.db, cohortId))])
}

/** The partners of its programme, by name; one that funds it stands as a funder. */
export async function partnersOfCohort(db: ReadDb, cohortId: string): Promise<Named[]> {
  const partners = await db
    .selectFrom('programmePartners')
    .innerJoin('cohorts', 'cohorts.programmeId', 'programmePartners.programmeId')
    .innerJoin('organisations', 'organisations.id', 'programmePartners.organisationId')
    .select(['organisations.id as organisationId', 'organisations.name', 'programmePartners.role'])
    .distinct()
    .where('cohorts.id', '=', cohortId)
    .where('programmePartners.deletedAt', 'is', null)
    .where('organisations.deletedAt', 'is', null)
    .orderBy('organisations.name')
    .execute()
  const named = partners.map(({ organisationId, name, role }) => ({
    organisationId,
    name,
    role: role === 'funder' ? ('funder' as const) : ('partner' as const),
  }))
  return [...named.filter(({ role }) => role === 'funder'), ...named.filter(({ role }) => role === 'partner')]
}

async function picturesOf(
  db: ReadDb,
  organisationIds: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, NamedLogo['picture']>> {
  const rows = await db
    .selectFrom('documents')
    .select(['organisationId', 'mediaType', 'sha256'])
    .where(
      'organisationId',
      'in',
      organisationIds.filter((id) => id !== null),
    )
    .where('kind', '=', logoKind)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const found = new Map<string | null, NamedLogo['picture']>()
  for (const { organisationId, mediaType, sha256 } of rows) {
    const bytes = await bytesOf(db, sha256).catch(() => null)
    if (bytes) found.set(organisationId, pictureOf(formatOfMediaType(mediaType), mediaType, bytes))
  }
  return found
}
