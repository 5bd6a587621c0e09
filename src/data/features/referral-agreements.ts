import type { Agreement, AgreementInput } from '../../shared/features/referrals.ts'
import { AppError } from '../../shared/errors.ts'
import { type ConsentHow, type ConsentScope, agreedTo } from '../../shared/rules/consent.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import type * as z from 'zod'
import type { ReadContext, ReadDb, WriteContext } from '../context.ts'
import { refuseSensitiveNumbers } from './free-text.ts'

export type GivenAgreement = z.output<typeof AgreementInput>
export interface KeptAgreement extends z.output<typeof Agreement> {
  readonly referralId: string
}

/** What the people of some referrals agreed to, the latest first. */
export async function agreementsOf(db: ReadDb, referralIds: readonly string[]): Promise<readonly KeptAgreement[]> {
  const rows = await db
    .selectFrom('consents')
    .selectAll()
    .where('referralId', 'in', referralIds)
    .where('purpose', '=', 'referral')
    .where('deletedAt', 'is', null)
    .orderBy('givenOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    referralId: row.referralId ?? '',
    how: row.how as ConsentHow,
    givenOn: row.givenOn,
    scope: JSON.parse(row.scope) as ConsentScope[],
    wordingVersion: row.wordingVersion,
    proof: row.proof,
    withdrawnOn: row.withdrawnOn,
  }))
}

/** The one to show: the latest in force, else the latest. */
export function agreementToShow(agreements: readonly KeptAgreement[], today: IsoDay): KeptAgreement | null {
  return agreements.find((agreement) => agreedTo([agreement], 'contact', today)) ?? agreements[0] ?? null
}

export interface AgreementOf {
  readonly referralId: string
  readonly personId: string
}

/** Keeps what a person agreed to; it is given to the association, which may then tell the landlord if the scope says so. */
export async function keepAgreement(
  tx: WriteContext,
  { referralId, personId }: AgreementOf,
  given: GivenAgreement,
): Promise<void> {
  checkAgreement(tx, given)
  await tx.write.insert('consents', {
    purpose: 'referral',
    personId,
    referralId,
    recipientId: tx.space.kind === 'association' ? tx.space.ownOrganisationId : null,
    recipientName: associationName(tx),
    scope: JSON.stringify(given.scope),
    wordingVersion: given.wordingVersion,
    how: given.how,
    proof: given.proof,
    givenOn: given.givenOn,
  })
}

export function checkAgreement(tx: WriteContext, given: GivenAgreement): void {
  if (given.givenOn > tx.today()) throw new AppError('invalid', { field: 'agreement.givenOn' })
  refuseSensitiveNumbers({ 'agreement.proof': given.proof })
}

/** The association of the agreement: the one that keeps this space, or the partner a landlord refers to. */
export function associationName({ space }: Pick<ReadContext, 'space'>): string {
  return space.kind === 'association' ? space.organisationName : (space.settings.partnerName ?? '')
}
