import { consentHows, consentScopes } from '../../../shared/rules/consent.ts'
import { referralMotives } from '../../../shared/rules/values.ts'
import type { SaidOfReferral } from '../referral-fields.ts'
import type { GivenAgreement } from '../referral-agreements.ts'
import type { Housing } from './person-values.ts'
import type { Notes } from './notes.ts'
import type { PlanContext } from './planned.ts'
import { type Reading, booleanValue, listOf, listValue, textValue } from './reading.ts'

/** What a row says of a referral, ready to be written. */
export interface ReferralValues {
  readonly number: string | null
  readonly fields: SaidOfReferral
  readonly sentOn: string | null
  readonly receivedOn: string | null
  readonly agreement: GivenAgreement | null
  /** A landlord that the file names and the base does not know. */
  readonly newLandlord: { readonly name: string; readonly siren: string | null } | null
  /** Who sent the file. */
  readonly sender: string | null
}

const texts = [
  'agency',
  'officerName',
  'officerPhone',
  'project',
  'projectStage',
  'goal',
  'contactPreference',
  'note',
] as const

export function referralOf(context: PlanContext, reading: Reading, housing: Housing, notes: Notes): ReferralValues {
  const fields: Record<string, unknown> = {}
  for (const field of texts) {
    const text = field === 'officerPhone' ? listValue(reading, field)?.[0] : textValue(reading, field)
    if (text !== undefined) fields[field] = text
  }
  const officerEmail = listValue(reading, 'officerEmail')?.[0]
  const languageHelp = booleanValue(reading, 'languageHelp')
  if (officerEmail !== undefined) fields['officerEmail'] = officerEmail
  if (languageHelp !== undefined) fields['languageHelp'] = languageHelp
  for (const field of ['needs', 'bestTimes']) {
    const list = listValue(reading, field)
    if (list !== undefined) fields[field] = list
  }
  fields['motive'] =
    referralMotives.find((motive) => motive === textValue(reading, 'motive')) ?? motiveNotSaid(reading, notes)
  if (housing.landlord) fields['landlordId'] = housing.landlord.id
  if (housing.residence) fields['residenceId'] = housing.residence.id
  return {
    number: textValue(reading, 'number') ?? null,
    fields: fields as SaidOfReferral,
    sentOn: pastDay(context, reading, 'sentOn', notes),
    receivedOn: pastDay(context, reading, 'receivedOn', notes),
    agreement: agreementOf(context, reading, notes),
    newLandlord: newLandlordOf(context, reading, housing, notes),
    sender: textValue(reading, 'senderName') ?? null,
  }
}

function motiveNotSaid(reading: Reading, notes: Notes): 'other' {
  if (reading.has('motive')) notes.flags.set('motive', 'assumed')
  return 'other'
}

function pastDay({ today }: PlanContext, reading: Reading, field: string, notes: Notes): string | null {
  const day = textValue(reading, field)
  if (day !== undefined && day > today) notes.problems.set(field, 'futureDate')
  return day ?? null
}

/** Without the day and the way the person agreed, or without the agreement to be contacted, there is none. */
function agreementOf({ today }: PlanContext, reading: Reading, notes: Notes): GivenAgreement | null {
  const givenOn = textValue(reading, 'agreementOn')
  const how = consentHows.find((known) => known === textValue(reading, 'agreementHow'))
  const said = listOf(reading.get('agreementScope')?.value)
  const scope =
    said.length === 0 && !reading.get('agreementScope')?.text
      ? ['contact' as const]
      : consentScopes.filter((known) => said.includes(known))
  if (givenOn !== undefined && givenOn > today) notes.problems.set('agreementOn', 'futureDate')
  if (givenOn === undefined || how === undefined || !scope.includes('contact')) return null
  const wordingVersion = textValue(reading, 'agreementWording') ?? ''
  return { how, givenOn, scope, wordingVersion, proof: textValue(reading, 'agreementProof') ?? null }
}

/** Which cell to show as wrong when there is no agreement. */
export function missingAgreementField(reading: Reading): string | null {
  const missing = ['agreementOn', 'agreementHow', 'agreementScope'].filter((field) => reading.has(field))
  return missing.find((field) => reading.get(field)?.value === null) ?? missing[0] ?? null
}

/** Only a file of another Palier brings its landlord; in any other a name may be a slip. */
function newLandlordOf(
  { partnerFile }: PlanContext,
  reading: Reading,
  housing: Housing,
  notes: Notes,
): ReferralValues['newLandlord'] {
  const name = textValue(reading, 'landlordName')
  if (partnerFile !== 'forAssociation' || housing.landlord || name === undefined) return null
  notes.flags.set('landlordName', 'willBeCreated')
  return { name, siren: textValue(reading, 'landlordSiren') ?? null }
}
