import { parseTime } from '../../shared/rules/times'

/** An hour as people type it, `14:30`, `9h30`, `930`, `9`: `HH:MM`, or null when the text says none. */
export function readTime(text: string): string | null {
  const read = parseTime(text)
  return read.ok ? read.value : null
}
