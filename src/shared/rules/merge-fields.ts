import { fold } from './fold.ts'

/** What a model may ask for, as it is written between braces in either language: `{{prénom}}`, `{{first name}}`. */
export const mergeFieldNames = {
  civility: { fr: 'civilité', en: 'title' },
  firstName: { fr: 'prénom', en: 'first name' },
  lastName: { fr: 'nom', en: 'last name' },
  fullName: { fr: 'prénom et nom', en: 'full name' },
  address: { fr: 'adresse', en: 'address' },
  city: { fr: 'ville', en: 'city' },
  phone: { fr: 'téléphone', en: 'phone' },
  email: { fr: 'e-mail', en: 'e-mail' },
  landlord: { fr: 'bailleur', en: 'landlord' },
  residence: { fr: 'résidence', en: 'residence' },
  programme: { fr: 'programme', en: 'programme' },
  cohort: { fr: 'cohorte', en: 'cohort' },
  nextWorkshop: { fr: 'prochain atelier', en: 'next workshop' },
  coach: { fr: 'coach', en: 'coach' },
  association: { fr: 'association', en: 'association' },
  member: { fr: 'signataire', en: 'sender' },
  memberRole: { fr: 'fonction', en: 'role' },
  date: { fr: 'date', en: 'date' },
} as const
export type MergeField = keyof typeof mergeFieldNames

/** What is known of one recipient; null: nothing to write there. */
export type MergeValues = Readonly<Record<MergeField, string | null>>

export interface Merged {
  readonly text: string
  /** Fields that the text asks for and that are not known, in the order of the text. */
  readonly missing: readonly MergeField[]
}

const braces = /\{\{([^{}]*)\}\}/gu

const fieldsByName = new Map(
  Object.entries(mergeFieldNames).flatMap(([field, names]) =>
    [names.fr, names.en].map((name): [string, MergeField] => [fold(name), field as MergeField]),
  ),
)

/** How a field is written in a model. */
export function writtenField(field: MergeField, language: 'fr' | 'en'): string {
  return `{{${mergeFieldNames[field][language]}}}`
}

/** What is between braces in a text and is no field, as it was typed; braces left open count. Nothing: the text can be merged. */
export function unknownFields(text: string): readonly string[] {
  const unknown = [...text.matchAll(braces)].flatMap(([, name = '']) =>
    fieldsByName.has(fold(name)) ? [] : [name.trim()],
  )
  const rest = text.replaceAll(braces, '')
  const open = /\{\{[^\n]{0,40}|[^\n]{0,40}\}\}/u.exec(rest)
  return open ? [...unknown, open[0].trim()] : unknown
}

/**
 * Puts what is known in the place of each field, once: what a value holds is never read as a field. A line that asked
 * for something and of which nothing is known goes, so that an address without a floor leaves no hole.
 */
export function merge(text: string, values: MergeValues): Merged {
  const missing: MergeField[] = []
  const lines = text.split('\n').flatMap((line) => {
    let asked = 0
    let known = 0
    const written = line.replaceAll(braces, (whole, name: string) => {
      const field = fieldsByName.get(fold(name))
      if (field === undefined) return whole
      asked += 1
      const value = values[field]
      if (value === null || value === '') missing.push(field)
      else known += 1
      return value ?? ''
    })
    return asked > 0 && known === 0 && line.replaceAll(braces, '').trim() === '' ? [] : [written]
  })
  return { text: lines.join('\n'), missing: [...new Set(missing)] }
}
