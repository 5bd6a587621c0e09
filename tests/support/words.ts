import { en } from '../../src/renderer/i18n/en'
import { fr } from '../../src/renderer/i18n/fr'

/** The words of the screens, by which a journey finds its way in either language. */
export const words = { fr, en }
export type Words = (typeof words)[keyof typeof words]

/** A sentence up to the first thing that is filled in: « Modifier la fiche ». */
export function beginning(sentence: string): RegExp {
  const [start = ''] = sentence.split('{{')
  return new RegExp(`^${start.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '\\s')}`)
}
