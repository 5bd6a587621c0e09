import type { NewReferral } from '../../../shared/features/referrals'
import type { BestTime, ContactPreference, Need, ProjectStage, ReferralMotive } from '../../../shared/rules/values'
import {
  type AddressValues,
  type IdentityValues,
  type QpvValues,
  emptyAddress,
  emptyIdentity,
  isReadablePhone,
  toNewPerson,
  unknownQpv,
} from '../../forms/person-values'
import type { PickerOption } from '../../ui/RecordPicker'
import { type AgreementValues, missingInAgreement, noAgreement, toAgreement } from './AgreementFields'
import { today } from './today'

/** A referral being typed; kept as a draft as it stands. */
export interface ReferralForm {
  /** Someone already known, instead of the fields of someone new. */
  readonly known: PickerOption | null
  readonly identity: IdentityValues
  readonly address: AddressValues
  readonly qpv: QpvValues
  readonly landlord: PickerOption | null
  readonly residence: PickerOption | null
  readonly agency: string
  readonly officerName: string
  readonly officerEmail: string
  readonly motive: ReferralMotive
  readonly project: string
  readonly projectStage: ProjectStage | null
  readonly needs: readonly Need[]
  readonly note: string
  readonly contactPreference: ContactPreference | null
  readonly bestTimes: readonly BestTime[]
  readonly languageHelp: boolean
  readonly receivedOn: string | null
  readonly agreement: AgreementValues
}

export function emptyReferral(): ReferralForm {
  return {
    known: null,
    identity: emptyIdentity,
    address: emptyAddress,
    qpv: unknownQpv,
    landlord: null,
    residence: null,
    agency: '',
    officerName: '',
    officerEmail: '',
    motive: 'businessCreation',
    project: '',
    projectStage: null,
    needs: [],
    note: '',
    contactPreference: null,
    bestTimes: [],
    languageHelp: false,
    receivedOn: today(),
    agreement: noAgreement(),
  }
}

/** What keeps it from being saved; `draft` asks for a name alone. */
export function missingInReferral(
  form: ReferralForm,
  draft: boolean,
): { readonly name: boolean; readonly phone: boolean; readonly agreement: ReturnType<typeof missingInAgreement> } {
  const named = form.known !== null || `${form.identity.firstName}${form.identity.lastName}`.trim() !== ''
  return {
    name: !named,
    phone: form.known === null && !isReadablePhone(form.identity.phone),
    agreement: draft ? [] : missingInAgreement(form.agreement),
  }
}

export function toNewReferral(form: ReferralForm, wordingVersion: string, send: boolean): NewReferral {
  return {
    personId: form.known?.id ?? null,
    person: form.known ? null : toNewPerson(form.identity, form.address, form.qpv),
    ...(form.landlord ? { landlordId: form.landlord.id } : {}),
    ...(form.residence ? { residenceId: form.residence.id } : {}),
    ...filledTexts({
      agency: form.agency,
      officerName: form.officerName,
      officerEmail: form.officerEmail,
      project: form.project,
      note: form.note,
    }),
    motive: form.motive,
    projectStage: form.projectStage,
    needs: [...form.needs],
    contactPreference: form.contactPreference,
    bestTimes: [...form.bestTimes],
    languageHelp: form.languageHelp,
    receivedOn: form.receivedOn,
    agreement: toAgreement(form.agreement, wordingVersion),
    send,
  }
}

function filledTexts<Name extends string>(texts: Readonly<Record<Name, string>>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries<string>(texts).filter(([, text]) => text.trim() !== '')) as Partial<
    Record<Name, string>
  >
}
