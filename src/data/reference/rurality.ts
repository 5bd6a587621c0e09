import { ruralityClasses, type RuralityClass } from '../../shared/rules/values.ts'
import { loadCommunes } from './communes.ts'
import { loadedOnce, readRecords } from './files.ts'

const loadRurality = loadedOnce((resourcesPath): ReadonlyMap<string, RuralityClass> => {
  const classes = new Map<string, RuralityClass>()
  for (const [label, communes = ''] of readRecords(resourcesPath, 'rurality.tsv')) {
    const rurality = ruralityClasses.find((known) => known === label)
    if (rurality) for (const code of communes.split(' ')) classes.set(code, rurality)
  }
  return classes
})

/** The class of a commune in the typology; an arrondissement has its city's. Null when it is not listed. */
export function ruralityOf(resourcesPath: string, communeCode: string): RuralityClass | null {
  const classes = loadRurality(resourcesPath)
  const parent = loadCommunes(resourcesPath).byCode.get(communeCode)?.parentCode
  return classes.get(communeCode) ?? (parent ? (classes.get(parent) ?? null) : null)
}
