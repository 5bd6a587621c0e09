import * as z from 'zod'
import type { Organisation, OrganisationFields } from '../../../shared/features/organisations'
import { formatSiret, parseSiren, parseSiret } from '../../../shared/rules/identifiers'
import { contactPointKinds, landlordFamilies, organisationKinds } from '../../../shared/rules/values'
import type { InputOf } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { isReadablePoint, pointsToKeep, typedPoints } from '../../forms/contact-points'
import { filled, nowhere, placeFieldsOf, placeOf, withFoundCommune } from '../../forms/place'

/** All that is said of an organisation, as a form holds it. */
export const OrganisationFormShape = z.object({
  kind: z.enum(organisationKinds),
  landlordFamily: z.enum(landlordFamilies).nullable(),
  name: z.string(),
  siren: z.string(),
  siret: z.string(),
  points: z.array(
    z.object({
      key: z.string(),
      id: z.string().nullable(),
      kind: z.enum(contactPointKinds),
      value: z.string(),
      label: z.string().nullable(),
      preferred: z.boolean(),
    }),
  ),
  place: z.object({
    address: z.string(),
    postcode: z.string(),
    city: z.string(),
    commune: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
  addressExtra: z.string(),
  website: z.string(),
  note: z.string(),
})
export type OrganisationForm = Readonly<z.infer<typeof OrganisationFormShape>>

export const emptyOrganisationForm: OrganisationForm = {
  kind: 'company',
  landlordFamily: null,
  name: '',
  siren: '',
  siret: '',
  points: [],
  place: { ...nowhere },
  addressExtra: '',
  website: '',
  note: '',
}

export function formOf(organisation: Organisation): OrganisationForm {
  return {
    kind: organisation.kind,
    landlordFamily: organisation.landlordFamily,
    name: organisation.name,
    siren: formatSiret(organisation.siren ?? ''),
    siret: formatSiret(organisation.siret ?? ''),
    points: typedPoints(organisation.contactPoints),
    place: placeOf(organisation),
    addressExtra: organisation.addressExtra ?? '',
    website: organisation.website ?? '',
    note: organisation.note ?? '',
  }
}

function fieldsOf(form: OrganisationForm): OrganisationFields {
  return {
    kind: form.kind,
    name: form.name.trim(),
    siren: digitsOf(form.siren),
    siret: digitsOf(form.siret),
    landlordFamily: form.kind === 'landlord' ? form.landlordFamily : null,
    ...placeFieldsOf(form.place),
    addressExtra: filled(form.addressExtra),
    website: filled(form.website),
    note: filled(form.note),
  }
}

/** What differs; a commune that was not picked is found from the postcode and the town. */
export function changesOf(before: OrganisationForm, after: OrganisationForm): Partial<OrganisationFields> {
  return withFoundCommune(changedFields(fieldsOf(before), fieldsOf(after)))
}

/** A new organisation of the contract; what was not said is left out, so that what follows from the rest is found. */
export function newOrganisationOf(form: OrganisationForm): InputOf<'organisations.create'> {
  const { kind, name, ...others } = fieldsOf(form)
  const said = Object.entries(others).filter(([, value]) => value !== null)
  return { kind, name, ...Object.fromEntries(said), contactPoints: pointsToKeep(form.points) }
}

/** Whether something keeps the form from being saved; each field says it where it is. */
export function isComplete(form: OrganisationForm): boolean {
  const numbers = [parseSiren(form.siren), parseSiret(form.siret)]
  return (
    form.name.trim() !== '' &&
    numbers.every((read) => read.ok || read.reason === 'empty') &&
    !isOtherSiren(form) &&
    form.points.every(isReadablePoint)
  )
}

/** A SIRET begins with the SIREN of its organisation. */
export function isOtherSiren({ siren, siret }: Pick<OrganisationForm, 'siren' | 'siret'>): boolean {
  const [organisation, branch] = [parseSiren(siren), parseSiret(siret)]
  return organisation.ok && branch.ok && !branch.value.startsWith(organisation.value)
}

function digitsOf(number: string): string | null {
  return filled(number.replaceAll(/[\s.\u00a0\u202f]/gu, ''))
}
