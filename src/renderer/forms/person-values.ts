import type { NewPerson } from '../../shared/features/people'
import { parsePhone } from '../../shared/rules/phone'
import type { QpvHow, QpvState } from '../../shared/rules/values'

/** What is typed of someone new, as text: it becomes a person of the contract by `toNewPerson`. */
export interface IdentityValues {
  readonly firstName: string
  readonly lastName: string
  readonly phone: string
  readonly email: string
  readonly birthYear: string
}

export interface AddressValues {
  readonly address: string
  readonly postcode: string
  readonly city: string
  /** Picked from the official list, or the only one that the postcode and the city name. */
  readonly commune: { readonly code: string; readonly name: string } | null
}

export interface QpvValues {
  readonly qpvState: QpvState
  readonly qpvCode: string | null
  readonly qpvHow: QpvHow | null
}

export const emptyIdentity: IdentityValues = { firstName: '', lastName: '', phone: '', email: '', birthYear: '' }
export const emptyAddress: AddressValues = { address: '', postcode: '', city: '', commune: null }
export const unknownQpv: QpvValues = { qpvState: 'toCheck', qpvCode: null, qpvHow: null }

export function toNewPerson(identity: IdentityValues, address: AddressValues, qpv: QpvValues): NewPerson {
  const phone = identity.phone.trim()
  const email = identity.email.trim()
  return {
    firstName: identity.firstName.trim(),
    lastName: identity.lastName.trim(),
    birthYear: identity.birthYear.trim() === '' ? null : Number(identity.birthYear),
    address: filled(address.address),
    postcode: filled(address.postcode),
    city: filled(address.commune?.name ?? address.city),
    ...(address.commune ? { communeCode: address.commune.code } : {}),
    ...qpv,
    contactPoints: [
      ...(phone === '' ? [] : [{ kind: 'phone' as const, value: phone }]),
      ...(email === '' ? [] : [{ kind: 'email' as const, value: email }]),
    ],
  }
}

/** Whether a phone that was typed can be read; none at all can. */
export function isReadablePhone(text: string): boolean {
  const read = parsePhone(text)
  return read.ok || read.reason === 'empty'
}

function filled(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
