import type { Agreement, AgreementInput } from '../../shared/features/referrals.ts'
import { AppError } from '../../shared/errors.ts'
import { type ConsentHow, type ConsentScope, agreedTo, confirmAgainOn, saysLess } from '../../shared/rules/consent.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import { type ReferralState, openReferralStates } from '../../shared/rules/referral-transitions.ts'
import type { ExpressionBuilder } from 'kysely'
import type * as z from 'zod'
import type { ReadContext, ReadDb, WriteContext } from '../context.ts'
import type { Schema } from '../schema.ts'
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
    memberId: tx.member?.id ?? null,
  })
}

/**
 * Someone agrees again. An earlier agreement to more than this one ends that day: what is no longer agreed to is not
 * done because it once was.
 */
export async function renewAgreement(tx: WriteContext, of: AgreementOf, given: GivenAgreement): Promise<void> {
  for (const earlier of await agreementsOf(tx.db, [of.referralId])) {
    const ends = earlier.givenOn <= given.givenOn && earlier.withdrawnOn === null && saysLess(given, earlier)
    if (ends) await tx.write.update('consents', earlier.id, { withdrawnOn: given.givenOn })
  }
  await keepAgreement(tx, of, given)
}

/** What is withdrawn is withdrawn whole: the agreements that this one confirmed anew end with it. */
export async function withdrawAgreement(tx: WriteContext, id: string, on: IsoDay): Promise<{ personId: string }> {
  const consent = await tx.db
    .selectFrom('consents')
    .select(['personId', 'givenOn', 'referralId', 'purpose', 'refused'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!consent) throw new AppError('notFound', { entity: 'consents', id })
  if (consent.refused === 1) throw new AppError('invalid', { field: 'consentId' })
  if (on < consent.givenOn || on > tx.today()) throw new AppError('invalid', { field: 'on' })
  await tx.write.update('consents', id, { withdrawnOn: on })
  const others = await tx.db
    .selectFrom('consents')
    .select('id')
    .where('personId', '=', consent.personId)
    .where('referralId', consent.referralId === null ? 'is' : '=', consent.referralId)
    .where('purpose', '=', consent.purpose)
    .where('refused', '=', 0)
    .where('id', '<>', id)
    .where('givenOn', '<=', on)
    .where('withdrawnOn', 'is', null)
    .where('deletedAt', 'is', null)
    .execute()
  for (const other of others) await tx.write.update('consents', other.id, { withdrawnOn: on })
  return consent
}

/** As long as a referral is in one of these, something is done on the ground of its agreement. */
export const workedWithStates = [...openReferralStates, 'accepted'] as const satisfies readonly ReferralState[]

/** When an agreement is to be confirmed again, which the association that works with it asks for; null if never. */
export function confirmAgreementOn(
  { space }: Pick<ReadContext, 'space'>,
  agreement: { readonly givenOn: IsoDay; readonly withdrawnOn: IsoDay | null },
  state: string | null,
): IsoDay | null {
  const worked = workedWithStates.some((one) => one === state)
  if (space.kind !== 'association' || agreement.withdrawnOn !== null || !worked) return null
  return confirmAgainOn(agreement.givenOn, space.settings.consentMonths)
}

/** When what was agreed to without a referral is to be confirmed again: as long as it is in force. */
export function confirmAnswerOn(
  { space }: Pick<ReadContext, 'space'>,
  answer: { readonly givenOn: IsoDay; readonly withdrawnOn: IsoDay | null; readonly refused: number },
): IsoDay | null {
  if (space.kind !== 'association' || answer.withdrawnOn !== null || answer.refused === 1) return null
  return confirmAgainOn(answer.givenOn, space.settings.consentMonths)
}

/** That no later agreement of the same referral stands in its place. */
export function lastOfTheirs(eb: ExpressionBuilder<Schema, 'consents'>) {
  return eb.not(eb.exists(later(eb).whereRef('later.referralId', '=', 'consents.referralId')))
}

/** That the person answered nothing later to the same, asked without a referral. */
export function lastAnswer(eb: ExpressionBuilder<Schema, 'consents'>) {
  return eb.not(
    eb.exists(later(eb).whereRef('later.personId', '=', 'consents.personId').where('later.referralId', 'is', null)),
  )
}

function later(eb: ExpressionBuilder<Schema, 'consents'>) {
  return eb
    .selectFrom('consents as later')
    .select('later.id')
    .whereRef('later.purpose', '=', 'consents.purpose')
    .where('later.deletedAt', 'is', null)
    .where((inner) =>
      inner.or([
        inner('later.givenOn', '>', inner.ref('consents.givenOn')),
        inner.and([
          inner('later.givenOn', '=', inner.ref('consents.givenOn')),
          inner('later.id', '>', inner.ref('consents.id')),
        ]),
      ]),
    )
}

export function checkAgreement(tx: WriteContext, given: GivenAgreement): void {
  if (given.givenOn > tx.today()) throw new AppError('invalid', { field: 'agreement.givenOn' })
  refuseSensitiveNumbers({ 'agreement.proof': given.proof })
}

/** The association of the agreement: the one that keeps this space, or the partner a landlord refers to. */
export function associationName({ space }: Pick<ReadContext, 'space'>): string {
  return space.kind === 'association' ? space.organisationName : (space.settings.partnerName ?? '')
}
