import { loadCommunes } from './communes.ts'
import { loadedOnce, readRecords } from './files.ts'

/** Stored with each state that is established from this list. The list is not complete. */
export const qpvEdition = '2024 (liste partielle)'

export interface Qpv {
  readonly code: string
  readonly name: string
  /** A neighbourhood may lie in several communes. */
  readonly communeCodes: readonly string[]
}

interface QpvIndex {
  readonly byCode: ReadonlyMap<string, Qpv>
  readonly byCommune: ReadonlyMap<string, readonly Qpv[]>
}

const loadQpvs = loadedOnce((resourcesPath): QpvIndex => {
  const all = readRecords(resourcesPath, 'qpv.tsv').map(([code = '', name = '', communes = '']): Qpv => {
    return { code, name, communeCodes: communes.split(' ') }
  })
  const byCommune = new Map<string, Qpv[]>()
  for (const qpv of all) {
    for (const commune of qpv.communeCodes) byCommune.set(commune, [...(byCommune.get(commune) ?? []), qpv])
  }
  return { byCode: new Map(all.map((qpv) => [qpv.code, qpv])), byCommune }
})

/**
 * The neighbourhoods known in a commune, to propose. The list gives those of Paris, Lyon and Marseille to the
 * whole city, so an arrondissement proposes them all.
 */
export function qpvsOf(resourcesPath: string, communeCode: string): readonly Qpv[] {
  const { byCommune } = loadQpvs(resourcesPath)
  const parent = loadCommunes(resourcesPath).byCode.get(communeCode)?.parentCode
  return [...(byCommune.get(communeCode) ?? []), ...(parent ? (byCommune.get(parent) ?? []) : [])]
}

export function qpvByCode(resourcesPath: string, code: string): Qpv | null {
  return loadQpvs(resourcesPath).byCode.get(code) ?? null
}
