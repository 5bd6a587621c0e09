import { AppError } from '../../shared/errors.ts'
import type { AgreementForm } from '../../shared/features/referrals.ts'
import type { ReadContext } from '../context.ts'
import { type AgreementNames, currentWording, wordings } from './agreement-wording.ts'
import { associationName } from './referral-agreements.ts'

export interface AskedForm {
  readonly personId: string | null
  readonly landlordId: string | null
  readonly locale: 'fr' | 'en'
}

/** The wording in force, with the names of the three it binds; a name that is not known is left to be written by hand. */
export async function readAgreementForm(
  context: ReadContext,
  { personId, landlordId, locale }: AskedForm,
): Promise<AgreementForm> {
  const names: AgreementNames = {
    person: personId === null ? '' : await nameOfPerson(context, personId),
    landlord: landlordId === null ? ownLandlordName(context) : await nameOfOrganisation(context, landlordId),
    association: associationName(context),
  }
  return {
    wordingVersion: currentWording,
    landlordName: names.landlord,
    associationName: names.association,
    personName: names.person,
    ...wordings[currentWording][locale](names),
  }
}

function ownLandlordName({ space }: ReadContext): string {
  return space.kind === 'landlord' ? space.organisationName : ''
}

export async function nameOfPerson({ db }: ReadContext, id: string): Promise<string> {
  const person = await db
    .selectFrom('people')
    .select(['firstName', 'lastName'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!person) throw new AppError('notFound', { entity: 'people', id })
  return `${person.firstName} ${person.lastName}`.trim()
}

async function nameOfOrganisation({ db }: ReadContext, id: string): Promise<string> {
  const organisation = await db
    .selectFrom('organisations')
    .select('name')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!organisation) throw new AppError('notFound', { entity: 'organisations', id })
  return organisation.name
}
