/** What differs, and nothing else: a field left alone must not undo what someone else wrote in it. */
export function changedFields<Fields extends object>(before: Fields, after: Fields): Partial<Fields> {
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Fields]),
  )
  return Object.fromEntries(changed) as Partial<Fields>
}
