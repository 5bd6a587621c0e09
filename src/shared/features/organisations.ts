import * as z from 'zod'
import { Saved, command, query } from '../endpoint.ts'
import { landlordFamilies, organisationKinds, qpvStates } from '../rules/values.ts'
import { ById, Optional, Text } from './fields.ts'
import { Page, PageRequest, Selection } from './lists.ts'
import { ContactPoint, ContactPointInput, IsoDate } from './people.ts'

/** SIREN and SIRET as typed: checked, and made of digits only, by the data process. */
export const OrganisationFields = z.strictObject({
  kind: z.enum(organisationKinds),
  name: Text(200).min(1),
  siren: Optional(20),
  siret: Optional(24),
  landlordFamily: z.enum(landlordFamilies).nullable(),
  address: Optional(200),
  addressExtra: Optional(200),
  postcode: Optional(10),
  city: Optional(100),
  communeCode: Optional(5),
  website: Optional(200),
  note: Optional(500),
})
export type OrganisationFields = z.infer<typeof OrganisationFields>

/** A person's place in an organisation; still there while `endedOn` is null. */
export const Affiliation = z.object({
  id: z.string(),
  version: z.number().int(),
  personId: z.string(),
  organisationId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  organisationName: z.string(),
  title: z.string().nullable(),
  startedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
})
export type Affiliation = z.infer<typeof Affiliation>

export const Organisation = OrganisationFields.extend({
  id: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  communeName: z.string().nullable(),
  isOwn: z.boolean(),
  isKnownLandlord: z.boolean(),
  contactPoints: z.array(ContactPoint),
  contacts: z.array(Affiliation),
  residences: z.number().int(),
  people: z.number().int(),
  referrals: z.number().int(),
})
export type Organisation = z.infer<typeof Organisation>

export const NewOrganisation = OrganisationFields.partial().extend({
  kind: z.enum(organisationKinds),
  name: Text(200).min(1),
  contactPoints: z.array(ContactPointInput).max(20).default([]),
})

export const OrganisationRow = z.object({
  id: z.string(),
  version: z.number().int(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  siren: z.string().nullable(),
  siret: z.string().nullable(),
  landlordFamily: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  contacts: z.number().int(),
  openReferrals: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type OrganisationRow = z.infer<typeof OrganisationRow>

/** A landlord's building or group of buildings; `code` is the landlord's own, kept as text with its zeros. */
export const ResidenceFields = z.strictObject({
  landlordId: z.string(),
  code: Optional(40),
  name: Text(200).min(1),
  address: Optional(200),
  postcode: Optional(10),
  city: Optional(100),
  communeCode: Optional(5),
  qpvState: z.enum(qpvStates),
  qpvCode: Optional(10),
})
export type ResidenceFields = z.infer<typeof ResidenceFields>
export const Residence = ResidenceFields.extend({
  id: z.string(),
  version: z.number().int(),
  deletedAt: z.string().nullable(),
  landlordName: z.string(),
  communeName: z.string().nullable(),
  qpvName: z.string().nullable(),
  people: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Residence = z.infer<typeof Residence>
export const NewResidence = ResidenceFields.partial().extend({ landlordId: z.string(), name: Text(200).min(1) })

/** How many went to the trash, and how many stayed because other records rely on them. */
const Trashed = z.object({ changed: z.number().int(), kept: z.number().int() })

/** One thing that happened with an organisation, newest first. */
export const OrganisationEvent = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(['created', 'contactStarted', 'contactEnded', 'referralMove', 'interaction']),
  by: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type OrganisationEvent = z.infer<typeof OrganisationEvent>

export const organisations = {
  list: query(PageRequest, Page(OrganisationRow)),
  get: query(ById, Organisation),
  timeline: query(
    z.strictObject({ id: z.string(), limit: z.number().int().max(500).default(200) }),
    z.array(OrganisationEvent),
  ),
  /** For pickers: the organisations of these kinds whose name, SIREN or city match. */
  find: query(
    z.strictObject({
      text: Text(100),
      kinds: z.array(z.enum(organisationKinds)).default([]),
      limit: z.number().int().max(50).default(20),
    }),
    z.array(
      z.object({ id: z.string(), kind: z.enum(organisationKinds), name: z.string(), city: z.string().nullable() }),
    ),
  ),
  /** Existing organisations that have this SIREN, or a very near name. */
  duplicates: query(
    z.strictObject({
      excludeId: z.string().nullable().default(null),
      name: Text(200).default(''),
      siren: Text(20).default(''),
    }),
    z.array(
      z.object({ id: z.string(), name: z.string(), city: z.string().nullable(), reason: z.enum(['siren', 'name']) }),
    ),
  ),
  create: command(NewOrganisation, Organisation),
  update: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: OrganisationFields.partial() }),
    Saved(Organisation),
  ),
  setContactPoints: command(
    z.strictObject({ id: z.string(), contactPoints: z.array(ContactPointInput).max(20) }),
    Organisation,
  ),
  trash: command(z.strictObject({ selection: Selection }), Trashed),
  restore: command(ById, Organisation),
  addContact: command(
    z.strictObject({
      organisationId: z.string(),
      personId: z.string().nullable(),
      firstName: Text(100).default(''),
      lastName: Text(100).default(''),
      title: Optional(100).default(null),
      phone: Text(40).default(''),
      email: Text(120).default(''),
      startedOn: IsoDate.nullable().default(null),
    }),
    Affiliation,
  ),
  updateContact: command(
    z.strictObject({
      id: z.string(),
      version: z.number().int(),
      fields: z
        .strictObject({ title: Optional(100), startedOn: IsoDate.nullable(), endedOn: IsoDate.nullable() })
        .partial(),
    }),
    Saved(Affiliation),
  ),
  removeContact: command(ById, Organisation),
}

export const residences = {
  list: query(PageRequest, Page(Residence)),
  find: query(
    z.strictObject({
      text: Text(100),
      landlordId: z.string().nullable().default(null),
      limit: z.number().int().max(50).default(20),
    }),
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        code: z.string().nullable(),
        city: z.string().nullable(),
        landlordId: z.string(),
        landlordName: z.string(),
      }),
    ),
  ),
  get: query(ById, Residence),
  create: command(NewResidence, Residence),
  update: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: ResidenceFields.partial() }),
    Saved(Residence),
  ),
  trash: command(z.strictObject({ selection: Selection }), Trashed),
  restore: command(ById, Residence),
}
