import type { EntityName } from '../shared/features/history.ts'
import { displayName } from '../shared/rules/fold.ts'
import type { ReadDb } from './context.ts'

/** How a row is called: by one of its columns, by the record it belongs to (the first it names), or by nothing. */
type Called =
  | { readonly by: 'name' | 'number' | 'title' | 'label' | 'names' }
  | { readonly after: readonly (readonly [column: string, entity: EntityName])[] }
  | null

const itsName: Called = { by: 'name' }
const itsTitle: Called = { by: 'title' }
const itsLabel: Called = { by: 'label' }
const after = (column: string, entity: EntityName): Called => ({ after: [[column, entity]] })
const itsPerson = after('personId', 'people')
const itsReferral = after('referralId', 'referrals')
const itsProgramme = after('programmeId', 'programmes')
const itsEnrolment = after('enrolmentId', 'enrolments')
const itsWorkshop = after('workshopId', 'workshops')
const itsPersonOrOrganisation: Called = {
  after: [
    ['personId', 'people'],
    ['organisationId', 'organisations'],
  ],
}

const called: Readonly<Record<EntityName, Called>> = {
  people: { by: 'names' },
  referrals: { by: 'number' },
  organisations: itsName,
  residences: itsName,
  members: itsName,
  tags: itsName,
  programmes: itsName,
  cohorts: itsName,
  letterModels: itsName,
  fundedActions: itsTitle,
  workshops: itsTitle,
  goals: itsTitle,
  actions: itsTitle,
  actionLibrary: itsTitle,
  tasks: itsTitle,
  reminderRules: itsTitle,
  documents: itsTitle,
  selectionCriteria: itsLabel,
  scaleThemes: itsLabel,
  participantProfiles: itsPerson,
  taggings: itsPerson,
  consents: itsPerson,
  affiliations: itsPerson,
  enrolments: itsPerson,
  supports: itsPerson,
  sessions: itsPerson,
  goalReviews: itsPerson,
  barriers: itsPerson,
  attendances: itsPerson,
  contactPoints: itsPersonOrOrganisation,
  interactions: itsPersonOrOrganisation,
  referralMoves: itsReferral,
  contactAttempts: itsReferral,
  referralFeedbacks: itsReferral,
  programmePartners: itsProgramme,
  programmeGoals: itsProgramme,
  cohortQuotas: after('cohortId', 'cohorts'),
  enrolmentMoves: itsEnrolment,
  selectionReviews: itsEnrolment,
  certificates: itsEnrolment,
  workshopFundings: itsWorkshop,
  attendanceSheets: itsWorkshop,
  sessionFundings: after('sessionId', 'sessions'),
  hourCorrections: after('statementId', 'hourStatements'),
  hourStatements: {
    after: [
      ['personId', 'people'],
      ['coachId', 'members'],
    ],
  },
  snoozes: null,
  space: null,
  settings: null,
  imports: null,
  exports: null,
}

/** How a record is called in a list of what was kept, or in the trash: a name, a number, a title. */
export async function labelOf(db: ReadDb, entity: EntityName, id: string): Promise<string> {
  const way = called[entity]
  if (way === null) return ''
  // which table it is does not matter: the columns that are read are ones it has
  const row: Readonly<Record<string, unknown>> | undefined = await db
    .selectFrom(entity as 'people')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return ''
  if ('after' in way) {
    const owner = way.after.find(([column]) => row[column] !== null)
    return owner ? labelOf(db, owner[1], String(row[owner[0]])) : ''
  }
  if (way.by === 'names') return displayName(String(row['lastName']), String(row['firstName']))
  const word = row[way.by]
  return typeof word === 'string' ? word : ''
}
