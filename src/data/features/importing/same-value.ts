import { fold, foldTight } from '../../../shared/rules/fold.ts'

const names = new Set(['firstName', 'lastName', 'birthName', 'name', 'officerName'])
const places = new Set(['city', 'address', 'addressExtra'])

/** Whether a value of a file says what is known already: names and places are compared as people read them. */
export function sameValue(field: string, known: unknown, said: unknown): boolean {
  if (typeof known === 'string' && typeof said === 'string') {
    if (names.has(field)) return foldTight(known) === foldTight(said)
    return places.has(field) ? fold(known) === fold(said) : known.trim() === said.trim()
  }
  if (Array.isArray(known) && Array.isArray(said)) {
    return known.length === said.length && known.every((value) => said.includes(value))
  }
  return (known ?? null) === (said ?? null)
}
