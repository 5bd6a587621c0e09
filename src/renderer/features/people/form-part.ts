import type { PersonForm } from './person-form'

/** What each part of the form of a person takes. */
export interface FormPart {
  readonly form: PersonForm
  readonly change: (part: Partial<PersonForm>) => void
  /** What is wrong with a field, once it was asked to be saved. */
  readonly said: (field: string) => string | null
}
