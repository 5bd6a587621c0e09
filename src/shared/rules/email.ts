import { isBlank, parsed, refused, type Parsed } from './parsed.ts'

/** What may stand before and after the sign: no space, bracket, separator, nor two dots in a row. */
const local = String.raw`[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)*`
const domain = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?`
const shape = new RegExp(`^${local}@(?:${domain}\\.)+\\p{L}{2,}$`, 'u')

/**
 * An e-mail address, kept as it was written; what mail programs put around it goes: `Nadia <n@exemple.fr>`,
 * `mailto:`, a separator at the end. Two addresses in a text are refused.
 */
export function parseEmail(text: string): Parsed<string> {
  if (isBlank(text)) return refused('empty')
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[\s;,]+$/, '')
  const address = /<([^<>]+)>$/.exec(bare)?.[1]?.trim() ?? bare
  if ((address.match(/@/g) ?? []).length > 1) return refused('severalValues')
  if (address.length > 254) return refused('wrongLength')
  return shape.test(address) ? parsed(address) : refused('wrongForm')
}
