import { AppError } from '../../shared/errors.ts'
import { fold } from '../../shared/rules/fold.ts'
import { parsePostcode, parseQpvCode } from '../../shared/rules/identifiers.ts'
import { establishQpv } from '../../shared/rules/territory.ts'
import type { QpvHow, QpvState, RuralityClass } from '../../shared/rules/values.ts'
import type { WriteContext } from '../context.ts'
import { communeByCode, loadCommunes } from '../reference/communes.ts'
import { qpvByCode, qpvEdition } from '../reference/qpv.ts'
import { resolveCommune } from '../reference/resolve-commune.ts'
import { ruralityOf } from '../reference/rurality.ts'
import { emptyAsNull } from './fields.ts'

/** Where someone or something is: what is typed, and the commune it names. */
export interface Place {
  readonly postcode: string | null
  readonly city: string | null
  readonly communeCode: string | null
}
export interface PlaceSaid {
  readonly postcode?: string | null | undefined
  readonly city?: string | null | undefined
  readonly communeCode?: string | null | undefined
}
export interface PlacePatch {
  postcode?: string | null
  city?: string | null
  cityKey?: string | null
  communeCode?: string | null
}

const nowhere: Place = { postcode: null, city: null, communeCode: null }

export function communeName(resources: string, code: string | null): string | null {
  return code === null ? null : (communeByCode(loadCommunes(resources), code)?.name ?? null)
}

export function qpvName(resources: string, code: string | null): string | null {
  return code === null ? null : (qpvByCode(resources, code)?.name ?? null)
}

/**
 * What to write of a place. The commune is the one that was picked; without a pick, the only one that the
 * postcode and the city name, or none: several must be asked.
 */
export function placePatch(resources: string, said: PlaceSaid, current: Place | null, abroad = false): PlacePatch {
  const before = current ?? nowhere
  const patch: PlacePatch = {}
  if (said.postcode !== undefined) patch.postcode = readPostcode(said.postcode, abroad)
  if (said.city !== undefined) {
    patch.city = emptyAsNull(said.city)
    patch.cityKey = patch.city === null ? null : fold(patch.city)
  }
  if (said.communeCode !== undefined) {
    patch.communeCode = checkedCommune(resources, said.communeCode)
    return patch
  }
  const place = { ...before, ...patch }
  if (place.postcode !== before.postcode || place.city !== before.city) {
    patch.communeCode = communeNamedBy(resources, place)
  }
  return patch
}

function readPostcode(text: string | null, abroad: boolean): string | null {
  const typed = emptyAsNull(text)
  if (typed === null) return null
  const read = parsePostcode(typed)
  if (read.ok && (!abroad || read.repaired === undefined)) return read.value
  if (abroad) return typed
  throw new AppError('invalid', { field: 'postcode', reason: read.ok ? 'wrongForm' : read.reason })
}

function checkedCommune(resources: string, code: string | null): string | null {
  if (code === null || code === '') return null
  if (communeByCode(loadCommunes(resources), code) === null) throw new AppError('invalid', { field: 'communeCode' })
  return code
}

/** The commune before stays while it is one of those the new words could name. */
function communeNamedBy(resources: string, place: Place): string | null {
  if (place.postcode === null && place.city === null) return null
  const named = resolveCommune(loadCommunes(resources), place.postcode ?? '', place.city ?? '')
  if (named.kind === 'one') return named.commune.code
  if (named.kind !== 'several') return null
  return named.communes.some(({ code }) => code === place.communeCode) ? place.communeCode : null
}

/** What is known of the neighbourhood and the countryside around someone's address. */
export interface Territory {
  readonly communeCode: string | null
  readonly residenceId: string | null
  readonly qpvState: string
  readonly qpvCode: string | null
  readonly qpvHow: string | null
}
export interface TerritorySaid {
  readonly qpvState?: QpvState | undefined
  readonly qpvCode?: string | null | undefined
  readonly qpvHow?: QpvHow | null | undefined
}
export interface TerritoryPatch {
  ruralityClass?: RuralityClass | null
  frrStatus?: null
  qpvState?: QpvState
  qpvCode?: string | null
  qpvEdition?: string | null
  qpvHow?: QpvHow | null
  qpvBy?: string | null
  qpvOn?: string | null
}

/**
 * What follows from an address that changes, and from what is said of its neighbourhood. Rurality is read from
 * the commune's list; the neighbourhood never is: it is to be checked until someone says it, and again after a
 * move to another commune, or out of the residence that had settled it.
 */
export function territoryPatch(
  tx: WriteContext,
  said: TerritorySaid,
  moved: { readonly communeCode?: string | null; readonly residenceId?: string | null },
  current: Territory | null,
): TerritoryPatch {
  const commune = moved.communeCode
  const otherCommune = commune !== undefined && commune !== (current?.communeCode ?? null)
  const otherResidence = moved.residenceId !== undefined && moved.residenceId !== (current?.residenceId ?? null)
  return {
    ...(otherCommune
      ? { ruralityClass: commune === null ? null : ruralityOf(tx.resources, commune), frrStatus: null }
      : {}),
    ...neighbourhoodPatch(tx, said, current, otherCommune || (otherResidence && current?.qpvHow === 'residence')),
  }
}

function neighbourhoodPatch(
  tx: WriteContext,
  said: TerritorySaid,
  current: Territory | null,
  unsettled: boolean,
): TerritoryPatch {
  const speaks = said.qpvState !== undefined || said.qpvCode !== undefined || said.qpvHow !== undefined
  if (!speaks) return unsettled && current !== null && current.qpvState !== 'toCheck' ? toCheck : {}
  const state = said.qpvState ?? ((current?.qpvState ?? 'toCheck') as QpvState)
  const code = said.qpvCode === undefined ? (current?.qpvCode ?? null) : emptyAsNull(said.qpvCode)
  const how = said.qpvHow === undefined ? ((current?.qpvHow ?? null) as QpvHow | null) : said.qpvHow
  const established = establishQpv({ state, code: state === 'in' ? code : null, how })
  if (!established.ok) throw new AppError('invalid', { field: how === null ? 'qpvHow' : 'qpvCode' })
  if (established.value.state === 'toCheck') return toCheck
  return {
    qpvState: established.value.state,
    qpvCode: checkedQpvCode(established.value.code),
    qpvHow: established.value.how,
    qpvEdition,
    qpvBy: tx.member?.name ?? null,
    qpvOn: tx.today(),
  }
}

const toCheck: TerritoryPatch = {
  qpvState: 'toCheck',
  qpvCode: null,
  qpvHow: null,
  qpvEdition: null,
  qpvBy: null,
  qpvOn: null,
}

/** The list is incomplete: a code it does not know is accepted when it is well formed. */
export function checkedQpvCode(code: string | null): string | null {
  if (code === null) return null
  const read = parseQpvCode(code)
  if (!read.ok) throw new AppError('invalid', { field: 'qpvCode', reason: read.reason })
  return read.value
}
