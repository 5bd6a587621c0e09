import { referralStates, refusalReasons } from './referral-transitions.ts'
import { taskKinds, taskOrigins, taskRecurrences } from './tasks.ts'
import {
  educationLevels,
  genders,
  landlordFamilies,
  needs,
  organisationKinds,
  personStatuses,
  projectStages,
  qpvStates,
  referralMotives,
  ruralityClasses,
} from './values.ts'

// What screens and data both know of the lists, apart from the contract: a window that shows its first list has no use for
// the schemas of every question one may ask.

/** The whole list, but what is in the trash. */
export const emptyFilter = { conditions: [] as never[], search: '', trashed: false }

/** How a field of a list is shown, filtered and sorted; the screen builds its filter menu from it. */
export interface FieldDescription {
  readonly kind: 'text' | 'number' | 'date' | 'choice' | 'boolean'
  readonly sortable?: boolean
  /** For `choice`: the codes; their words are in `i18n/<language>/values.ts` under `choices`. */
  readonly values?: readonly string[]
  readonly choices?: string
}

export const personListFields = {
  name: { kind: 'text', sortable: true },
  birthYear: { kind: 'number', sortable: true },
  gender: { kind: 'choice', values: genders, choices: 'gender' },
  phone: { kind: 'text' },
  email: { kind: 'text' },
  postcode: { kind: 'text', sortable: true },
  city: { kind: 'text', sortable: true },
  qpvState: { kind: 'choice', sortable: true, values: qpvStates, choices: 'qpvState' },
  qpvCode: { kind: 'text', sortable: true },
  ruralityClass: { kind: 'choice', values: ruralityClasses, choices: 'ruralityClass' },
  landlordName: { kind: 'text', sortable: true },
  residenceName: { kind: 'text' },
  status: { kind: 'choice', values: personStatuses, choices: 'personStatus' },
  education: { kind: 'choice', values: educationLevels, choices: 'educationLevel' },
  project: { kind: 'text' },
  projectStage: { kind: 'choice', values: projectStages, choices: 'projectStage' },
  tags: { kind: 'text' },
  lastReferralState: { kind: 'choice', values: referralStates, choices: 'referralState' },
  createdAt: { kind: 'date', sortable: true },
  updatedAt: { kind: 'date', sortable: true },
} as const satisfies Record<string, FieldDescription>

export const organisationListFields = {
  name: { kind: 'text', sortable: true },
  kind: { kind: 'choice', sortable: true, values: organisationKinds, choices: 'organisationKind' },
  siren: { kind: 'text', sortable: true },
  siret: { kind: 'text' },
  landlordFamily: { kind: 'choice', sortable: true, values: landlordFamilies, choices: 'landlordFamily' },
  postcode: { kind: 'text', sortable: true },
  city: { kind: 'text', sortable: true },
  phone: { kind: 'text' },
  email: { kind: 'text' },
  createdAt: { kind: 'date', sortable: true },
  updatedAt: { kind: 'date', sortable: true },
} as const satisfies Record<string, FieldDescription>

export const residenceListFields = {
  name: { kind: 'text', sortable: true },
  code: { kind: 'text', sortable: true },
  landlordName: { kind: 'text', sortable: true },
  address: { kind: 'text' },
  postcode: { kind: 'text', sortable: true },
  city: { kind: 'text', sortable: true },
  qpvState: { kind: 'choice', values: qpvStates, choices: 'qpvState' },
  qpvCode: { kind: 'text' },
  people: { kind: 'number' },
} as const satisfies Record<string, FieldDescription>

export const referralListFields = {
  number: { kind: 'text', sortable: true },
  name: { kind: 'text', sortable: true },
  state: { kind: 'choice', sortable: true, values: referralStates, choices: 'referralState' },
  landlordName: { kind: 'text', sortable: true },
  residenceName: { kind: 'text' },
  officerName: { kind: 'text', sortable: true },
  motive: { kind: 'choice', values: referralMotives, choices: 'referralMotive' },
  project: { kind: 'text' },
  projectStage: { kind: 'choice', values: projectStages, choices: 'projectStage' },
  needs: { kind: 'choice', values: needs, choices: 'need' },
  sentOn: { kind: 'date', sortable: true },
  receivedOn: { kind: 'date', sortable: true },
  decidedOn: { kind: 'date', sortable: true },
  reasons: { kind: 'choice', values: refusalReasons, choices: 'refusalReason' },
  assignedTo: { kind: 'text' },
  dueOn: { kind: 'date', sortable: true },
  entryQpvState: { kind: 'choice', values: qpvStates, choices: 'qpvState' },
  stateSince: { kind: 'date', sortable: true },
  createdAt: { kind: 'date', sortable: true },
} as const satisfies Record<string, FieldDescription>

export const taskListFields = {
  title: { kind: 'text', sortable: true },
  kind: { kind: 'choice', sortable: true, values: taskKinds, choices: 'taskKind' },
  dueOn: { kind: 'date', sortable: true },
  assigneeName: { kind: 'text', sortable: true },
  personName: { kind: 'text', sortable: true },
  organisationName: { kind: 'text', sortable: true },
  recurrence: { kind: 'choice', values: taskRecurrences, choices: 'taskRecurrence' },
  origin: { kind: 'choice', values: taskOrigins, choices: 'taskOrigin' },
  doneOn: { kind: 'date', sortable: true },
  createdAt: { kind: 'date', sortable: true },
} as const satisfies Record<string, FieldDescription>

/** What a list is saved as. */
export const exportFormats = ['xlsx', 'csv'] as const
/** Of people and organisations, cards for an address book as well. */
export const listFormats = [...exportFormats, 'vcf'] as const
