import * as z from 'zod'
import type { NewReferral, Referral } from '../../../shared/features/referrals'
import { consentHows } from '../../../shared/rules/consent'
import { parseEmail } from '../../../shared/rules/email'
import { displayName } from '../../../shared/rules/fold'
import { parseQpvCode } from '../../../shared/rules/identifiers'
import { type SpaceKind, qpvHows, qpvStates } from '../../../shared/rules/values'
import { ask } from '../../api'
import { readDraft } from '../../drafts'
import { emptyAddress, emptyIdentity, isReadablePhone, toNewPerson, unknownQpv } from '../../forms/person-values'
import { missingInAgreement, noAgreement, toAgreement } from './AgreementFields'
import { Said, fieldsOf, nothingSaid, saidOf } from './said'
import { today } from '../../today'

/** A referral being typed; kept as a draft as it stands. */
const Form = Said.extend({
  /** Someone already known, instead of the fields of someone new. */
  known: z.object({ id: z.string(), label: z.string() }).nullable(),
  identity: z.object({
    firstName: z.string(),
    lastName: z.string(),
    phone: z.string(),
    email: z.string(),
    birthYear: z.string(),
  }),
  address: z.object({
    address: z.string(),
    postcode: z.string(),
    city: z.string(),
    commune: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
  qpv: z.object({
    qpvState: z.enum(qpvStates),
    qpvCode: z.string().nullable(),
    qpvHow: z.enum(qpvHows).nullable(),
  }),
  receivedOn: z.string().nullable(),
  agreement: z.object({
    contact: z.boolean(),
    statusBack: z.boolean(),
    how: z.enum(consentHows).nullable(),
    givenOn: z.string().nullable(),
    proof: z.string(),
  }),
})
export type ReferralForm = z.infer<typeof Form>

export function emptyReferral(): ReferralForm {
  return {
    ...nothingSaid,
    known: null,
    identity: emptyIdentity,
    address: emptyAddress,
    qpv: unknownQpv,
    receivedOn: today(),
    agreement: noAgreement(),
  }
}

export interface Beginning {
  readonly form: ReferralForm
  /** When what is taken up again was kept. */
  readonly keptAt: string | null
  /** The redirected referral that this one follows. */
  readonly previous: Referral | null
}

interface Arrival {
  readonly draftKey: string
  readonly personId?: string | undefined
  readonly previousId?: string | undefined
  readonly name?: string | undefined
}

/** What was half filled the last time one came this way; else about whom one came, else nothing. */
export async function beginning({ draftKey, personId, previousId, name }: Arrival): Promise<Beginning> {
  const previous = previousId === undefined ? null : await ask('referrals.get', { id: previousId })
  const kept = name === undefined ? await readDraft(draftKey).catch(() => null) : null // one that cannot be read is none
  const read = kept && Form.safeParse(kept.data)
  if (read?.success) return { form: read.data, keptAt: kept?.savedAt ?? null, previous }
  const empty = emptyReferral()
  if (previous) {
    const known = { id: previous.personId, label: displayName(previous.lastName, previous.firstName) }
    return { form: { ...empty, ...saidOf(previous), known }, keptAt: null, previous }
  }
  const form =
    personId === undefined
      ? { ...empty, identity: { ...empty.identity, lastName: name ?? '' } }
      : await withKnown(empty, personId)
  return { form, keptAt: null, previous }
}

/** Someone known takes the place of what was typed of them, and brings what is known; what was typed of the rest stays. */
export async function withKnown(form: ReferralForm, personId: string): Promise<ReferralForm> {
  const person = await ask('people.get', { id: personId })
  const { landlordId, landlordName, residenceId, residenceName, project, projectStage } = person
  return {
    ...form,
    known: { id: person.id, label: displayName(person.lastName, person.firstName) },
    landlord: form.landlord ?? (landlordId === null ? null : { id: landlordId, label: landlordName ?? '' }),
    residence: form.residence ?? (residenceId === null ? null : { id: residenceId, label: residenceName ?? '' }),
    project: form.project || (project ?? ''),
    projectStage: form.projectStage ?? projectStage,
    contactPreference: form.contactPreference ?? person.contactPreference,
    bestTimes: form.bestTimes.length > 0 ? form.bestTimes : person.bestTimes,
    languageHelp: form.languageHelp || person.languageHelp,
  }
}

/** Another programme of the same association is covered by what the person agreed to; another organisation never is. */
export function carriesAgreement(previous: Referral | null): boolean {
  const agreement = previous?.redirectKind === 'programme' ? previous.agreement : null
  return agreement !== null && agreement.withdrawnOn === null
}

export interface ReferralProblems {
  readonly name: boolean
  readonly phone: boolean
  readonly email: boolean
  readonly birthYear: boolean
  readonly qpvCode: boolean
  readonly officerEmail: boolean
  readonly receivedOn: boolean
  readonly agreement: ReturnType<typeof missingInAgreement>
}

/** What keeps it from being saved; a draft does without the agreement. */
export function problemsIn(form: ReferralForm, agreementAsked: boolean): ReferralProblems {
  const { known, identity, qpv } = form
  const unread = (email: string) => email.trim() !== '' && !parseEmail(email).ok
  const year = Number(identity.birthYear)
  return {
    name: known === null && `${identity.firstName}${identity.lastName}`.trim() === '',
    phone: known === null && !isReadablePhone(identity.phone),
    email: known === null && unread(identity.email),
    birthYear: known === null && identity.birthYear !== '' && !(year >= 1900 && year <= Number(today().slice(0, 4))),
    qpvCode: known === null && qpv.qpvState === 'in' && !parseQpvCode(qpv.qpvCode ?? '').ok,
    officerEmail: unread(form.officerEmail),
    receivedOn: form.receivedOn === null || form.receivedOn > today(),
    agreement: agreementAsked ? missingInAgreement(form.agreement) : [],
  }
}

export function isReady({ agreement, ...others }: ReferralProblems): boolean {
  return agreement.length === 0 && Object.values(others).every((wrong) => !wrong)
}

interface Sending {
  readonly kind: SpaceKind
  readonly wordingVersion: string
  readonly send: boolean
  readonly previous: Referral | null
}

export function toNewReferral(form: ReferralForm, sending: Sending): NewReferral {
  const { wordingVersion, send, previous } = sending
  const { motive } = form
  return {
    ...saidFields(form, sending),
    motive,
    personId: previous ? null : (form.known?.id ?? null),
    person: form.known ? null : toNewPerson(form.identity, form.address, form.qpv),
    receivedOn: form.receivedOn,
    agreement: toAgreement(form.agreement, wordingVersion),
    send,
    previousId: previous?.id ?? null,
  }
}

/**
 * An empty field of someone known was emptied on purpose, and says so; of someone new it says nothing. In a landlord's
 * space the landlord and the officer go without saying.
 */
function saidFields(form: ReferralForm, { kind }: Pick<Sending, 'kind'>): Partial<ReturnType<typeof fieldsOf>> {
  const ownOnes: readonly string[] = ['landlordId', 'agency', 'officerName', 'officerEmail', 'officerPhone']
  return Object.fromEntries(
    Object.entries(fieldsOf(form)).filter(
      ([field, value]) => value !== null || (form.known !== null && !(kind === 'landlord' && ownOnes.includes(field))),
    ),
  )
}
