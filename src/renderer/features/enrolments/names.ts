import { displayName } from '../../../shared/rules/fold'

interface Named {
  readonly firstName: string
  readonly lastName: string
}

/** As a list writes a person. */
export function listedName({ firstName, lastName }: Named): string {
  return displayName(lastName, firstName)
}

/** As one says it aloud. */
export function spokenName({ firstName, lastName }: Named): string {
  return `${firstName} ${lastName}`.trim()
}

export function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part): part is string => part !== null && part !== undefined && part !== '').join(', ')
}
