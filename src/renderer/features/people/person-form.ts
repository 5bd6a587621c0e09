import type { Person, PersonFields } from '../../../shared/features/people'
import { parseQpvCode } from '../../../shared/rules/identifiers'
import type {
  BestTime,
  Civility,
  ContactPreference,
  EducationLevel,
  Gender,
  PersonStatus,
  ProjectStage,
} from '../../../shared/rules/values'
import type { InputOf } from '../../api'
import { type TypedPoint, emptyPoint, isReadablePoint, pointsToKeep, typedPoints } from '../../forms/contact-points'
import { type AddressValues, type QpvValues, emptyAddress, unknownQpv } from '../../forms/person-values'
import type { PickerOption } from '../../ui/RecordPicker'

/** All that is said of a person, as a form holds it. */
export interface PersonForm {
  readonly civility: Civility | null
  readonly firstName: string
  readonly lastName: string
  readonly birthName: string
  readonly birthDate: string | null
  readonly birthYear: string
  readonly gender: Gender | null
  readonly points: readonly TypedPoint[]
  readonly address: AddressValues
  readonly addressExtra: string
  readonly qpv: QpvValues
  readonly landlord: PickerOption | null
  readonly residence: PickerOption | null
  readonly contactPreference: ContactPreference | null
  readonly bestTimes: readonly BestTime[]
  readonly languageHelp: boolean
  readonly status: PersonStatus | null
  readonly education: EducationLevel | null
  readonly project: string
  readonly projectStage: ProjectStage | null
  readonly tags: readonly string[]
  readonly note: string
}

export const emptyPersonForm: PersonForm = {
  civility: null,
  firstName: '',
  lastName: '',
  birthName: '',
  birthDate: null,
  birthYear: '',
  gender: null,
  points: [emptyPoint('phone'), emptyPoint('email')],
  address: emptyAddress,
  addressExtra: '',
  qpv: unknownQpv,
  landlord: null,
  residence: null,
  contactPreference: null,
  bestTimes: [],
  languageHelp: false,
  status: null,
  education: null,
  project: '',
  projectStage: null,
  tags: [],
  note: '',
}

export function formOf(person: Person): PersonForm {
  const { landlordId, landlordName, residenceId, residenceName, communeCode, communeName } = person
  return {
    civility: person.civility,
    firstName: person.firstName,
    lastName: person.lastName,
    birthName: person.birthName ?? '',
    birthDate: person.birthDate,
    birthYear: person.birthDate === null ? String(person.birthYear ?? '') : '',
    gender: person.gender,
    points: typedPoints(person.contactPoints),
    address: {
      address: person.address ?? '',
      postcode: person.postcode ?? '',
      city: person.city ?? '',
      commune: communeCode === null ? null : { code: communeCode, name: communeName ?? person.city ?? communeCode },
    },
    addressExtra: person.addressExtra ?? '',
    qpv: { qpvState: person.qpvState, qpvCode: person.qpvCode, qpvHow: person.qpvHow },
    landlord: landlordId === null ? null : { id: landlordId, label: landlordName ?? '' },
    residence: residenceId === null ? null : { id: residenceId, label: residenceName ?? '' },
    contactPreference: person.contactPreference,
    bestTimes: person.bestTimes,
    languageHelp: person.languageHelp,
    status: person.status,
    education: person.education,
    project: person.project ?? '',
    projectStage: person.projectStage,
    tags: person.tags.map(({ name }) => name),
    note: person.note ?? '',
  }
}

/** The fields of the contract, all of them. A whole birth date says its year by itself. */
export function fieldsOf(form: PersonForm): PersonFields {
  const { address, qpv } = form
  return {
    civility: form.civility,
    firstName: form.firstName.trim(),
    lastName: form.lastName.trim(),
    birthName: filled(form.birthName),
    birthDate: form.birthDate,
    birthYear: form.birthDate === null ? yearOf(form.birthYear) : Number(form.birthDate.slice(0, 4)),
    gender: form.gender,
    address: filled(address.address),
    addressExtra: filled(form.addressExtra),
    postcode: filled(address.postcode),
    city: filled(address.city) ?? address.commune?.name ?? null,
    communeCode: address.commune?.code ?? null,
    ...qpv,
    qpvCode: filled(qpv.qpvCode ?? ''),
    landlordId: form.landlord?.id ?? null,
    residenceId: form.residence?.id ?? null,
    contactPreference: form.contactPreference,
    bestTimes: [...form.bestTimes],
    languageHelp: form.languageHelp,
    note: filled(form.note),
    status: form.status,
    education: form.education,
    project: filled(form.project),
    projectStage: form.projectStage,
  }
}

/** What differs, and nothing else: a field left alone must not undo what someone else wrote in it. */
export function changedFields(before: PersonForm, after: PersonForm): Partial<PersonFields> {
  const was = fieldsOf(before)
  const now = fieldsOf(after)
  const changed = Object.entries(now).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof PersonFields]),
  )
  const { communeCode, ...others } = Object.fromEntries(changed) as Partial<PersonFields>
  // a commune that was not picked is found from the postcode and the town
  const fields =
    communeCode === null && ('postcode' in others || 'city' in others) ? others : Object.fromEntries(changed)
  // a neighbourhood is said whole: its state, which one, and how it is known
  return 'qpvState' in fields || 'qpvCode' in fields || 'qpvHow' in fields
    ? { ...fields, qpvState: now.qpvState, qpvCode: now.qpvCode, qpvHow: now.qpvHow }
    : fields
}

/** A new person of the contract. What was not said is left out, so that what follows from the rest is found. */
export function newPersonOf(form: PersonForm): InputOf<'people.create'> {
  const said = Object.entries(fieldsOf(form)).filter(([, value]) => value !== null && value !== '')
  return { ...Object.fromEntries(said), contactPoints: pointsToKeep(form.points), tags: [...form.tags] }
}

export type PersonProblem = 'nameNeeded' | 'pointUnread' | 'yearUnread' | 'qpvCodeNeeded'

/** What keeps a form from being saved, by the field where it is to be said; a contact point by its line. */
export function problemsOf(form: PersonForm): ReadonlyMap<string, PersonProblem> {
  const problems = new Map<string, PersonProblem>()
  if (`${form.firstName}${form.lastName}`.trim() === '') problems.set('lastName', 'nameNeeded')
  if (form.birthDate === null && form.birthYear !== '' && yearOf(form.birthYear) === null) {
    problems.set('birthYear', 'yearUnread')
  }
  for (const point of form.points) if (!isReadablePoint(point)) problems.set(point.key, 'pointUnread')
  if (form.qpv.qpvState === 'in' && !parseQpvCode(form.qpv.qpvCode ?? '').ok) problems.set('qpvCode', 'qpvCodeNeeded')
  return problems
}

function yearOf(typed: string): number | null {
  const year = Number(typed)
  return /^\d{4}$/u.test(typed) && year >= 1900 && year <= 2100 ? year : null
}

function filled(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
