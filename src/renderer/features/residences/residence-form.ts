import * as z from 'zod'
import type { Residence, ResidenceFields } from '../../../shared/features/organisations'
import { parseQpvCode, parseResidenceCode } from '../../../shared/rules/identifiers'
import { qpvStates } from '../../../shared/rules/values'
import type { InputOf } from '../../api'
import { changedFields } from '../../forms/changed-fields'
import { filled, isReadablePostcode, nowhere, placeFieldsOf, placeOf, withFoundCommune } from '../../forms/place'
import type { PickerOption } from '../../ui/RecordPicker'

/** All that is said of a residence, as a form holds it. */
export const ResidenceFormShape = z.object({
  landlord: z.object({ id: z.string(), label: z.string() }).nullable(),
  name: z.string(),
  code: z.string(),
  place: z.object({
    address: z.string(),
    postcode: z.string(),
    city: z.string(),
    commune: z.object({ code: z.string(), name: z.string() }).nullable(),
  }),
  qpvState: z.enum(qpvStates),
  qpvCode: z.string(),
})
export type ResidenceForm = Readonly<z.infer<typeof ResidenceFormShape>>

export function newResidenceForm(landlord: PickerOption | null): ResidenceForm {
  return {
    landlord: landlord === null ? null : { id: landlord.id, label: landlord.label },
    name: '',
    code: '',
    place: { ...nowhere },
    qpvState: 'toCheck',
    qpvCode: '',
  }
}

export function formOf(residence: Residence): ResidenceForm {
  return {
    landlord: { id: residence.landlordId, label: residence.landlordName },
    name: residence.name,
    code: residence.code ?? '',
    place: placeOf(residence),
    qpvState: residence.qpvState,
    qpvCode: residence.qpvCode ?? '',
  }
}

function fieldsOf(form: ResidenceForm): ResidenceFields {
  return {
    landlordId: form.landlord?.id ?? '',
    name: form.name.trim(),
    code: filled(form.code),
    ...placeFieldsOf(form.place),
    qpvState: form.qpvState,
    qpvCode: form.qpvState === 'in' ? filled(form.qpvCode) : null,
  }
}

/** What differs. A neighbourhood is said whole; a commune that was not picked is found from what is typed. */
export function changesOf(before: ResidenceForm, after: ResidenceForm): Partial<ResidenceFields> {
  const fields = withFoundCommune(changedFields(fieldsOf(before), fieldsOf(after)))
  const { qpvState, qpvCode } = fieldsOf(after)
  return 'qpvState' in fields || 'qpvCode' in fields ? { ...fields, qpvState, qpvCode } : fields
}

/** A new residence of the contract; what was not said is left out. */
export function newResidenceOf(form: ResidenceForm): InputOf<'residences.create'> {
  const { landlordId, name, ...others } = fieldsOf(form)
  const said = Object.entries(others).filter(([, value]) => value !== null)
  return { landlordId, name, ...Object.fromEntries(said) }
}

export type ResidenceProblem =
  | 'nameNeeded'
  | 'landlordNeeded'
  | 'codeLost'
  | 'postcodeUnread'
  | 'qpvNeeded'
  | 'qpvFormer'

/** What keeps a form from being saved, by the field where it is to be said. */
export function problemsOf(form: ResidenceForm): ReadonlyMap<string, ResidenceProblem> {
  const problems = new Map<string, ResidenceProblem>()
  if (form.name.trim() === '') problems.set('name', 'nameNeeded')
  if (form.landlord === null) problems.set('landlord', 'landlordNeeded')
  const code = parseResidenceCode(form.code)
  if (!code.ok && code.reason !== 'empty') problems.set('code', 'codeLost')
  if (!isReadablePostcode(form.place.postcode)) problems.set('postcode', 'postcodeUnread')
  const qpv = parseQpvCode(form.qpvCode)
  if (form.qpvState === 'in' && !qpv.ok) {
    problems.set('qpvCode', qpv.reason === 'formerCode' ? 'qpvFormer' : 'qpvNeeded')
  }
  return problems
}
