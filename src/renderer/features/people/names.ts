interface Named {
  readonly firstName: string
  readonly lastName: string
}

/** A person as said aloud. */
export function spokenName({ firstName, lastName }: Named): string {
  return `${firstName} ${lastName}`.trim()
}

export function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ')
}
