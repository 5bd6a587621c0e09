import type { IsoDay } from '../../shared/rules/days.ts'
import { finalReferralStates } from '../../shared/rules/referral-transitions.ts'
import type { ReminderDateField } from '../../shared/rules/reminders.ts'
import type { ReadDb } from '../context.ts'
import { lastContacts } from './reminders-contact.ts'
import type { DatedRecord } from './reminders-dated.ts'

interface Between {
  readonly from: IsoDay | null
  readonly to: IsoDay | null
}

/** The records of which this date lies between two days. Nothing that is closed, cancelled or in the trash is among them. */
export async function datedRecords(db: ReadDb, field: ReminderDateField, between: Between): Promise<DatedRecord[]> {
  const found = await readers[field](db)
  return found.filter(
    ({ date }) => (between.from === null || date >= between.from) && (between.to === null || date <= between.to),
  )
}

const readers: Readonly<Record<ReminderDateField, (db: ReadDb) => Promise<DatedRecord[]>>> = {
  referralSent: (db) => referrals(db, 'sentOn'),
  referralReceived: (db) => referrals(db, 'receivedOn'),
  referralDecided: (db) => referrals(db, 'decidedOn'),
  agreementGiven: agreements,
  documentExpiry: documents,
  cohortStart: (db) => cohorts(db, 'startsOn'),
  cohortEnd: (db) => cohorts(db, 'endsOn'),
  workshopDay: workshops,
  sessionDay: sessions,
  supportStart: supports,
  lastContact: lastContacts,
}

async function referrals(db: ReadDb, column: 'sentOn' | 'receivedOn' | 'decidedOn'): Promise<DatedRecord[]> {
  const rows = await db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .select(['referrals.id', `referrals.${column} as date`, 'referrals.assignedToId', 'referrals.personId'])
    .where(`referrals.${column}`, 'is not', null)
    .where('referrals.state', 'not in', finalReferralStates)
    .where('referrals.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .execute()
  return rows.map(({ id, date, assignedToId, personId }) => ({
    recordId: id,
    date: date ?? '',
    assigneeId: assignedToId,
    owner: { referralId: id, personId },
  }))
}

async function agreements(db: ReadDb): Promise<DatedRecord[]> {
  const rows = await db
    .selectFrom('consents')
    .innerJoin('people', 'people.id', 'consents.personId')
    .leftJoin('referrals', 'referrals.id', 'consents.referralId')
    .select(['consents.id', 'consents.givenOn as date', 'consents.personId', 'consents.referralId', 'assignedToId'])
    .where('consents.withdrawnOn', 'is', null)
    .where('consents.refused', '=', 0)
    .where('consents.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('consents.referralId', 'is', null),
        eb.and([eb('referrals.state', 'not in', finalReferralStates), eb('referrals.deletedAt', 'is', null)]),
      ]),
    )
    .execute()
  return rows.map(({ id, date, assignedToId, personId, referralId }) => ({
    recordId: id,
    date,
    assigneeId: assignedToId,
    owner: { personId, referralId },
  }))
}

async function documents(db: ReadDb): Promise<DatedRecord[]> {
  const rows = await db
    .selectFrom('documents')
    .leftJoin('people', 'people.id', 'documents.personId')
    .leftJoin('organisations', 'organisations.id', 'documents.organisationId')
    .leftJoin('referrals', 'referrals.id', 'documents.referralId')
    .select([
      'documents.id',
      'documents.expiresOn as date',
      'documents.addedById',
      'documents.personId',
      'documents.organisationId',
      'documents.referralId',
      'documents.cohortId',
    ])
    .where('documents.expiresOn', 'is not', null)
    .where('documents.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .where('organisations.deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('documents.referralId', 'is', null),
        eb.and([eb('referrals.state', 'not in', finalReferralStates), eb('referrals.deletedAt', 'is', null)]),
      ]),
    )
    .execute()
  return rows.map(({ id, date, addedById, ...owner }) => ({
    recordId: id,
    date: date ?? '',
    assigneeId: addedById,
    owner,
  }))
}

async function cohorts(db: ReadDb, column: 'startsOn' | 'endsOn'): Promise<DatedRecord[]> {
  const rows = await db
    .selectFrom('cohorts')
    .select(['id', `${column} as date`, 'coordinatorId'])
    .where(column, 'is not', null)
    .where('deletedAt', 'is', null)
    .execute()
  return rows.map(({ id, date, coordinatorId }) => ({
    recordId: id,
    date: date ?? '',
    assigneeId: coordinatorId,
    owner: { cohortId: id },
  }))
}

async function workshops(db: ReadDb): Promise<DatedRecord[]> {
  const rows = await db
    .selectFrom('workshops')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .select(['workshops.id', 'workshops.heldOn as date', 'workshops.cohortId', 'cohorts.coordinatorId'])
    .where('workshops.cancelledOn', 'is', null)
    .where('workshops.deletedAt', 'is', null)
    .where('cohorts.deletedAt', 'is', null)
    .execute()
  return rows.map(({ id, date, cohortId, coordinatorId }) => ({
    recordId: id,
    date,
    assigneeId: coordinatorId,
    owner: { cohortId },
  }))
}

async function sessions(db: ReadDb): Promise<DatedRecord[]> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .select(['sessions.id', 'sessions.heldOn as date', 'sessions.coachId', 'sessions.personId'])
    .where('sessions.state', 'in', ['planned', 'held'])
    .where('sessions.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .execute()
  return rows.map(({ id, date, coachId, personId }) => ({
    recordId: id,
    date,
    assigneeId: coachId,
    owner: { sessionId: id, personId },
  }))
}

async function supports(db: ReadDb): Promise<DatedRecord[]> {
  const rows = await db
    .selectFrom('supports')
    .innerJoin('people', 'people.id', 'supports.personId')
    .select(['supports.id', 'supports.startedOn as date', 'supports.coachId', 'supports.personId'])
    .where('supports.endedOn', 'is', null)
    .where('supports.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .execute()
  return rows.map(({ id, date, coachId, personId }) => ({
    recordId: id,
    date,
    assigneeId: coachId,
    owner: { personId },
  }))
}
