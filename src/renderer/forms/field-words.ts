/** What the fields of a record are called, and their values in words: for what two people changed at once. */
export interface FieldWords {
  readonly label: (field: string) => string
  readonly value: (field: string, value: unknown) => string
}
