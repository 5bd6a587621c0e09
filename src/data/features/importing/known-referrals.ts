import type { ReferralState } from '../../../shared/rules/referral-transitions.ts'
import type { ReadDb } from '../../context.ts'

/** A referral of the base, as far as a file can tell something of it. */
export type KnownReferral = Awaited<ReturnType<typeof readReferrals>>[number]

export async function referralsByNumber(
  db: ReadDb,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, KnownReferral>> {
  const rows = numbers.length === 0 ? [] : await readReferrals(db, 'number', numbers)
  return new Map(rows.map((row) => [row.number, row]))
}

export async function referralsOfPeople(db: ReadDb, personIds: readonly string[]): Promise<readonly KnownReferral[]> {
  return personIds.length === 0 ? [] : readReferrals(db, 'personId', personIds)
}

async function readReferrals(db: ReadDb, column: 'number' | 'personId', values: readonly string[]) {
  const rows = await db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .select([
      'referrals.id',
      'number',
      'state',
      'personId',
      'firstName',
      'lastName',
      'referrals.landlordId',
      'referrals.residenceId',
      'sentOn',
      'receivedOn',
      'decidedOn',
      'closedOn',
      'reasons',
      'outcomeClass',
      'agency',
      'officerName',
      'officerEmail',
      'officerPhone',
      'motive',
      'needs',
      'referrals.contactPreference',
      'referrals.bestTimes',
      'referrals.languageHelp',
      'project',
      'projectStage',
      'goal',
      'referrals.note',
    ])
    .where(`referrals.${column}`, 'in', values)
    .where('referrals.deletedAt', 'is', null)
    .execute()
  return rows.map((row) => ({
    ...row,
    state: row.state as ReferralState,
    reasons: JSON.parse(row.reasons) as string[],
    needs: JSON.parse(row.needs) as string[],
    bestTimes: JSON.parse(row.bestTimes) as string[],
    languageHelp: row.languageHelp === 1,
  }))
}
