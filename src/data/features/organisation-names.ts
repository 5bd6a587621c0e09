import { fold, withinOneLetter } from '../../shared/rules/fold.ts'

/** Words that say what a body is rather than which one: they are often left out or put in another order. */
const commonWords = new Set(
  'sa sas sarl sci scic sem sccv esh oph opac hlm office public habitat association asso societe anonyme union de du des d la le les l et a au aux'.split(
    ' ',
  ),
)

/** Whether two names may be one organisation's: the same words without the common ones, one letter apart at most. */
export function areNearNames(left: string, right: string): boolean {
  const [one, other] = [essence(left), essence(right)]
  if (one === '' || other === '') return false
  return one === other || (Math.min(one.length, other.length) >= 5 && withinOneLetter(one, other))
}

/** All its words when it has none of its own: `Office public de l’habitat`. */
function essence(name: string): string {
  const words = fold(name).split(' ')
  const own = words.filter((word) => !commonWords.has(word))
  return (own.length === 0 ? words : own).sort().join('')
}
