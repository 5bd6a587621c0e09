import { landlordFamilies, type LandlordFamily } from '../../shared/rules/values.ts'
import { loadedOnce, readRecords } from './files.ts'

const loadLandlords = loadedOnce((resourcesPath): ReadonlyMap<string, LandlordFamily> => {
  return new Map(
    readRecords(resourcesPath, 'landlords.tsv').flatMap(([siren = '', label]) => {
      const family = landlordFamilies.find((known) => known === label)
      return family ? [[siren, family] as const] : []
    }),
  )
})

/** The family of a landlord the State's list knew in 2021; null says nothing of the others. */
export function knownLandlordFamily(resourcesPath: string, siren: string): LandlordFamily | null {
  return loadLandlords(resourcesPath).get(siren) ?? null
}
