/** The recovery key as it is typed: eight groups of four signs, whatever separates them. */
export const groupCount = 8
export const groupLength = 4

/** As the printed key is written: capitals, and never I, L, O or U, which a hand confuses. */
export function signsOf(text: string): string {
  return text
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
    .replaceAll(/[^0-9A-HJKMNP-TV-Z]/gu, '')
}

/** What is typed or pasted in a group fills it, and what is too much fills the next ones. */
export function withGroup(groups: readonly string[], index: number, text: string): string[] {
  const next = [...groups]
  let rest = signsOf(text)
  for (let at = index; at < groupCount; at += 1) {
    if (at > index && rest === '') break
    next[at] = rest.slice(0, groupLength)
    rest = rest.slice(groupLength)
  }
  return next
}

export function emptyGroups(): string[] {
  return Array.from({ length: groupCount }, () => '')
}

export function isComplete(groups: readonly string[]): boolean {
  return groups.length === groupCount && groups.every((group) => group.length === groupLength)
}
