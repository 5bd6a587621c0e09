import { parsed, refused, type Parsed } from './parsed.ts'
import type { QpvHow, QpvState, RuralityClass } from './values.ts'

/**
 * Priority neighbourhoods and rural communes. The reference list names the neighbourhoods of a commune but
 * not their boundaries, and is incomplete: it proposes, and only a person who checked an address concludes.
 */
export interface QpvEstablished {
  readonly state: QpvState
  /** The neighbourhood, only when the state is `in`. */
  readonly code: string | null
  readonly how: QpvHow | null
}

export interface QpvProposal {
  readonly state: 'toCheck'
  /** Neighbourhoods of the commune, to choose from. None listed does not mean none. */
  readonly codes: readonly string[]
}

/** What a commune's neighbourhoods say of an address in it: always to be checked. */
export function proposeQpv(codesOfCommune: readonly string[]): QpvProposal {
  return { state: 'toCheck', codes: codesOfCommune }
}

/** What must be said to conclude: `in` names the neighbourhood, `in` and `out` say how it was established. */
export function establishQpv(said: QpvEstablished): Parsed<QpvEstablished> {
  if (said.state === 'toCheck') return parsed({ state: 'toCheck', code: null, how: null })
  if (said.how === null) return refused('empty')
  if (said.state === 'out') return parsed({ state: 'out', code: null, how: said.how })
  return said.code === null || said.code.trim() === '' ? refused('empty') : parsed(said)
}

/** Label of the ANCT's typology → its code here. */
const ruralityLabels: Readonly<Record<string, RuralityClass>> = {
  'Les petites polarités industrielles et artisanales': 'smallIndustrialCentre',
  'Les petites polarités mixtes': 'smallMixedCentre',
  'Les ruralités productives agricoles': 'agriculturalProduction',
  'Les ruralités productives ouvrières': 'industrialProduction',
  'Les ruralités résidentielles aisées': 'affluentResidential',
  'Les ruralités résidentielles mixtes': 'mixedResidential',
  'Les ruralités touristiques spécialisées': 'specialisedTourism',
  'Les ruralités touristiques à dominante résidentielle': 'residentialTourism',
  'Hors champ : DOM ou commune urbaine': 'outOfScope',
  'Commune dont le périmètre a changé depuis la réalisation de la typologie': 'changed',
}

export function ruralityFromLabel(label: string): RuralityClass | null {
  return ruralityLabels[label.trim()] ?? null
}

/** Whether a commune counts as rural; null when the typology does not say. */
export function isRural(rurality: RuralityClass | null): boolean | null {
  if (rurality === null || rurality === 'changed') return null
  return rurality !== 'outOfScope'
}
