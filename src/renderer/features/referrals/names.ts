/** `J. Tessandier`: enough on a card, where the officer is known. */
export function shortName(name: string): string {
  const [first, ...others] = name.trim().split(/\s+/u)
  return first === undefined || others.length === 0 ? name : `${first.charAt(0)}. ${others.join(' ')}`
}

/** A person as said aloud. */
export function spokenName({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  return `${firstName} ${lastName}`.trim()
}

export function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part): part is string => part !== null && part !== undefined && part !== '').join(', ')
}
