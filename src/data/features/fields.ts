type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

/** The fields that were given: `undefined` is "not said", which is not a value. */
export function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>
}

/** An emptied text field holds nothing, rather than a text of no letters. */
export function emptyAsNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}
