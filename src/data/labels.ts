import type { EntityName } from '../shared/features/history.ts'
import { displayName } from '../shared/rules/fold.ts'
import type { ReadDb } from './context.ts'

/** How a record is called in a list of what was kept, or in the trash: a name, a number, a title. */
export async function labelOf(db: ReadDb, entity: EntityName, id: string): Promise<string> {
  switch (entity) {
    case 'people': {
      const row = await db
        .selectFrom('people')
        .select(['firstName', 'lastName'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? displayName(row.lastName, row.firstName) : ''
    }
    case 'organisations':
    case 'residences':
    case 'members':
    case 'tags': {
      const row = await db
        .selectFrom(entity as 'organisations')
        .select('name')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.name ?? ''
    }
    case 'referrals': {
      const row = await db.selectFrom('referrals').select('number').where('id', '=', id).executeTakeFirst()
      return row?.number ?? ''
    }
    case 'contactPoints': {
      const row = await db
        .selectFrom('contactPoints')
        .select(['personId', 'organisationId'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (row?.personId) return labelOf(db, 'people', row.personId)
      return row?.organisationId ? labelOf(db, 'organisations', row.organisationId) : ''
    }
    case 'participantProfiles':
    case 'taggings':
    case 'consents':
    case 'affiliations': {
      const row = await db
        .selectFrom(entity as 'participantProfiles')
        .select('personId')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.personId ? labelOf(db, 'people', row.personId) : ''
    }
    case 'referralMoves':
    case 'contactAttempts':
    case 'referralFeedbacks': {
      const row = await db
        .selectFrom(entity as 'referralMoves')
        .select('referralId')
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? labelOf(db, 'referrals', row.referralId) : ''
    }
    case 'space':
    case 'settings':
    case 'imports':
    case 'exports':
      return ''
  }
}
