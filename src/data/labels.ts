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
    case 'tags':
    case 'programmes':
    case 'cohorts':
    case 'letterModels': {
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
    case 'affiliations':
    case 'enrolments':
    case 'supports':
    case 'sessions':
    case 'goalReviews':
    case 'barriers':
    case 'attendances': {
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
    case 'fundedActions':
    case 'workshops':
    case 'goals':
    case 'actions':
    case 'actionLibrary':
    case 'tasks':
    case 'reminderRules':
    case 'documents': {
      const row = await db
        .selectFrom(entity as 'fundedActions')
        .select('title')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.title ?? ''
    }
    case 'selectionCriteria':
    case 'scaleThemes': {
      const row = await db
        .selectFrom(entity as 'selectionCriteria')
        .select('label')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.label ?? ''
    }
    case 'programmePartners':
    case 'programmeGoals': {
      const row = await db
        .selectFrom(entity as 'programmePartners')
        .select('programmeId')
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? labelOf(db, 'programmes', row.programmeId) : ''
    }
    case 'cohortQuotas': {
      const row = await db
        .selectFrom(entity as 'cohortQuotas')
        .select('cohortId')
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? labelOf(db, 'cohorts', row.cohortId) : ''
    }
    case 'enrolmentMoves':
    case 'selectionReviews':
    case 'certificates': {
      const row = await db
        .selectFrom(entity as 'enrolmentMoves')
        .select('enrolmentId')
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? labelOf(db, 'enrolments', row.enrolmentId) : ''
    }
    case 'workshopFundings':
    case 'attendanceSheets': {
      const row = await db
        .selectFrom(entity as 'workshopFundings')
        .select('workshopId')
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? labelOf(db, 'workshops', row.workshopId) : ''
    }
    case 'sessionFundings': {
      const row = await db
        .selectFrom(entity as 'sessionFundings')
        .select('sessionId')
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? labelOf(db, 'sessions', row.sessionId) : ''
    }
    case 'hourCorrections': {
      const row = await db
        .selectFrom(entity as 'hourCorrections')
        .select('statementId')
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? labelOf(db, 'hourStatements', row.statementId) : ''
    }
    case 'interactions': {
      const row = await db
        .selectFrom('interactions')
        .select(['personId', 'organisationId'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (row?.personId) return labelOf(db, 'people', row.personId)
      return row?.organisationId ? labelOf(db, 'organisations', row.organisationId) : ''
    }
    case 'hourStatements': {
      const row = await db
        .selectFrom('hourStatements')
        .select(['coachId', 'personId'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (row?.personId) return labelOf(db, 'people', row.personId)
      return row?.coachId ? labelOf(db, 'members', row.coachId) : ''
    }
    case 'snoozes':
    case 'space':
    case 'settings':
    case 'imports':
    case 'exports':
      return ''
  }
}
