type Edits = Readonly<Record<string, string>>

const mark = 'keep:' // no field has a colon in its name

/** The fields whose value in the record stays, as they are noted among the edits of a row. */
export function keptIn(edits: Edits): readonly string[] {
  return Object.keys(edits).flatMap((key) => (key.startsWith(mark) ? [key.slice(mark.length)] : []))
}

/** The edits of a row with these fields to be kept, in place of those before; null leaves them. */
export function withKept(edits: Edits, kept: readonly string[] | null): Edits {
  if (kept === null) return edits
  const others = Object.entries(edits).filter(([key]) => !key.startsWith(mark))
  return Object.fromEntries([...others, ...kept.map((field) => [`${mark}${field}`, ''] as const)])
}

/** What a row says, without the fields whose value in the record stays. */
export function saidWithout<Fields extends object>(
  fields: Fields,
  kept: ReadonlySet<string>,
  shownUnder: Readonly<Record<string, readonly string[]>> = {},
): Fields {
  const left = Object.entries(fields).filter(([field]) => !(shownUnder[field] ?? [field]).some((one) => kept.has(one)))
  // some of the same fields, with the same values
  return Object.fromEntries(left) as Fields
}
