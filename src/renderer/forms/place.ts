import { parsePostcode } from '../../shared/rules/identifiers'

/** Where an organisation or a building is: the town as it is written, a CEDEX included, and the commune it is in. */
export interface PlaceValues {
  readonly address: string
  readonly postcode: string
  readonly city: string
  /** Picked among several; otherwise the one that the postcode and the town name, if they name one. */
  readonly commune: { readonly code: string; readonly name: string } | null
}

export const nowhere: PlaceValues = { address: '', postcode: '', city: '', commune: null }

interface PlaceRecord {
  readonly address: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly communeCode: string | null
  readonly communeName: string | null
}

export function placeOf({ address, postcode, city, communeCode, communeName }: PlaceRecord): PlaceValues {
  return {
    address: address ?? '',
    postcode: postcode ?? '',
    city: city ?? communeName ?? '',
    commune: communeCode === null ? null : { code: communeCode, name: communeName ?? city ?? communeCode },
  }
}

interface PlaceFields {
  readonly address: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly communeCode: string | null
}

/** The fields of the contract. */
export function placeFieldsOf({ address, postcode, city, commune }: PlaceValues): PlaceFields {
  return {
    address: filled(address),
    postcode: filled(postcode),
    city: filled(city) ?? commune?.name ?? null,
    communeCode: commune?.code ?? null,
  }
}

/** A commune that nobody picked is left to be found from the postcode and the town. */
export function withFoundCommune<Fields extends Partial<PlaceFields>>(fields: Fields): Fields {
  if (fields.communeCode !== null || !('postcode' in fields || 'city' in fields)) return fields
  const { communeCode: _, ...others } = fields
  return others as Fields
}

/** Whether a French postcode that was typed can be read; none at all can. */
export function isReadablePostcode(text: string): boolean {
  const read = parsePostcode(text)
  return read.ok || read.reason === 'empty'
}

export function filled(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
