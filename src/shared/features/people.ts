import * as z from 'zod'
import { Nothing, Saved, command, query } from '../endpoint.ts'
import {
  bestTimes,
  civilities,
  contactPointKinds,
  contactPreferences,
  educationLevels,
  genders,
  personStatuses,
  projectStages,
  qpvHows,
  qpvStates,
  ruralityClasses,
} from '../rules/values.ts'
import { Optional, Text } from './fields.ts'
import { Page, PageRequest, Selection } from './lists.ts'

export const IsoDate = z.iso.date()

export const ContactPoint = z.object({
  id: z.string(),
  kind: z.enum(contactPointKinds),
  value: z.string(),
  label: z.string().nullable(),
  preferred: z.boolean(),
})
export type ContactPoint = z.infer<typeof ContactPoint>
/** A phone as typed, made E.164 by the data process; `id` is null for one that is new. */
export const ContactPointInput = z.strictObject({
  id: z.string().nullable().default(null),
  kind: z.enum(contactPointKinds),
  value: Text(120).min(1),
  label: Optional(40).default(null),
  preferred: z.boolean().default(false),
})

/** What is said of a person and may be changed field by field. Names are kept as typed. */
export const PersonFields = z.strictObject({
  civility: z.enum(civilities).nullable(),
  firstName: Text(100),
  lastName: Text(100),
  birthName: Optional(100),
  birthDate: IsoDate.nullable(),
  birthYear: z.number().int().min(1900).max(2100).nullable(),
  gender: z.enum(genders).nullable(),
  address: Optional(200),
  addressExtra: Optional(200),
  postcode: Optional(10),
  city: Optional(100),
  communeCode: Optional(5),
  qpvState: z.enum(qpvStates),
  qpvCode: Optional(10),
  qpvHow: z.enum(qpvHows).nullable(),
  landlordId: z.string().nullable(),
  residenceId: z.string().nullable(),
  contactPreference: z.enum(contactPreferences).nullable(),
  bestTimes: z.array(z.enum(bestTimes)),
  languageHelp: z.boolean(),
  note: Optional(500),
  // the participant's profile
  status: z.enum(personStatuses).nullable(),
  education: z.enum(educationLevels).nullable(),
  project: Optional(200),
  projectStage: z.enum(projectStages).nullable(),
})
export type PersonFields = z.infer<typeof PersonFields>

export const Tag = z.object({ id: z.string(), name: z.string() })
export type Tag = z.infer<typeof Tag>
export const Consent = z.object({
  id: z.string(),
  purpose: z.string(),
  recipientId: z.string().nullable(),
  recipientName: z.string().nullable(),
  scope: z.array(z.string()),
  wordingVersion: z.string(),
  how: z.string(),
  proof: z.string().nullable(),
  givenOn: z.string(),
  withdrawnOn: z.string().nullable(),
  referralId: z.string().nullable(),
  /** The answer was no: `givenOn` is the day of the answer. */
  refused: z.boolean(),
  /** Who noted it. */
  notedBy: z.string().nullable(),
  /** A later one says the same anew: that one counts. */
  replaced: z.boolean(),
  /** When to ask again; null for one that is over, replaced, or that nothing depends on any more. */
  confirmOn: z.string().nullable(),
})
export type Consent = z.infer<typeof Consent>

export const Person = PersonFields.extend({
  id: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  communeName: z.string().nullable(),
  qpvName: z.string().nullable(),
  qpvEdition: z.string().nullable(),
  qpvBy: z.string().nullable(),
  qpvOn: z.string().nullable(),
  ruralityClass: z.enum(ruralityClasses).nullable(),
  frrStatus: z.string().nullable(),
  landlordName: z.string().nullable(),
  residenceName: z.string().nullable(),
  residenceCode: z.string().nullable(),
  contactPoints: z.array(ContactPoint),
  tags: z.array(Tag),
  consents: z.array(Consent),
})
export type Person = z.infer<typeof Person>

/** A name is enough to begin with: at least one of first and last name. */
export const NewPerson = PersonFields.partial().extend({
  contactPoints: z.array(ContactPointInput).max(20).default([]),
  tags: z.array(Text(40).min(1)).max(20).default([]),
})
export type NewPerson = z.input<typeof NewPerson>

export const PersonRow = z.object({
  id: z.string(),
  version: z.number().int(),
  firstName: z.string(),
  lastName: z.string(),
  birthYear: z.number().nullable(),
  gender: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  qpvState: z.enum(qpvStates),
  qpvCode: z.string().nullable(),
  qpvName: z.string().nullable(),
  ruralityClass: z.string().nullable(),
  landlordId: z.string().nullable(),
  landlordName: z.string().nullable(),
  residenceId: z.string().nullable(),
  residenceName: z.string().nullable(),
  status: z.string().nullable(),
  education: z.string().nullable(),
  project: z.string().nullable(),
  projectStage: z.string().nullable(),
  tags: z.array(z.string()),
  lastReferralState: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type PersonRow = z.infer<typeof PersonRow>

/** One thing that happened to a person, whatever the axis, newest first. */
export const TimelineEvent = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum([
    'created',
    'referralMove',
    'contactAttempt',
    'feedback',
    'consent',
    'consentWithdrawn',
    'consentRefused',
    'enrolmentMove',
    'attendance',
    'certificate',
    'session',
    'supportStarted',
    'supportEnded',
    'goalReached',
    'barrierResolved',
    'interaction',
    'document',
  ]),
  referralId: z.string().nullable(),
  by: z.string().nullable(),
  /** What its source says of it; of any shape, so that to look at each word of it would check nothing. */
  data: z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>

/** What is known so far of someone being typed, compared with the whole base. */
export const DuplicateProbe = z.strictObject({
  excludeId: z.string().nullable().default(null),
  firstName: Text(100).default(''),
  lastName: Text(100).default(''),
  birthDate: IsoDate.nullable().default(null),
  birthYear: z.number().int().nullable().default(null),
  phones: z.array(Text(40)).max(10).default([]),
  emails: z.array(Text(120)).max(10).default([]),
  postcode: Text(10).nullable().default(null),
})
export const DuplicateMatch = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  birthYear: z.number().nullable(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
  level: z.enum(['same', 'likely', 'hint']),
  reasons: z.array(z.string()),
  lastReferralOn: z.string().nullable(),
  lastReferralState: z.string().nullable(),
})
export type DuplicateMatch = z.infer<typeof DuplicateMatch>

/** The fields that a grid may change for many people at once. A neighbourhood says how it is known, and which it is. */
export const BulkPersonChange = z.strictObject({
  field: z.enum(['landlordId', 'residenceId', 'status', 'education', 'projectStage', 'qpvState']),
  value: z.string().nullable(),
  qpvHow: z.enum(qpvHows).nullable().default(null),
  qpvCode: Text(10).nullable().default(null),
})

export const people = {
  list: query(PageRequest, Page(PersonRow)),
  get: query(z.strictObject({ id: z.string() }), Person),
  timeline: query(
    z.strictObject({ id: z.string(), limit: z.number().int().max(500).default(200) }),
    z.array(TimelineEvent),
  ),
  duplicates: query(DuplicateProbe, z.array(DuplicateMatch)),
  tags: query(Nothing, z.array(Tag.extend({ uses: z.number().int() }))),
  create: command(NewPerson, Person),
  /** `fields` holds only what changed, `version` the row it was made from. */
  update: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: PersonFields.partial() }),
    Saved(Person),
  ),
  setContactPoints: command(
    z.strictObject({ id: z.string(), contactPoints: z.array(ContactPointInput).max(20) }),
    Person,
  ),
  setTags: command(z.strictObject({ id: z.string(), tags: z.array(Text(40).min(1)).max(20) }), Person),
  withdrawConsent: command(z.strictObject({ consentId: z.string(), on: IsoDate }), Person),
  bulkChange: command(
    z.strictObject({ selection: Selection, change: BulkPersonChange }),
    z.object({ changed: z.number().int() }),
  ),
  addTag: command(
    z.strictObject({ selection: Selection, tag: Text(40).min(1) }),
    z.object({ changed: z.number().int() }),
  ),
  /** `kept`: a referral, a support or a programme still runs for them. */
  trash: command(
    z.strictObject({ selection: Selection }),
    z.object({ changed: z.number().int(), kept: z.number().int() }),
  ),
  restore: command(z.strictObject({ id: z.string() }), Person),
}
