import Papa from 'papaparse'

export const delimiters = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** The delimiter Excel writes on a first line of its own: `sep=;`. */
export function announcedDelimiter(text: string): Delimiter | null {
  const [, announced] = /^sep=(.)\r?\n/i.exec(text) ?? []
  return delimiters.find((delimiter) => delimiter === announced) ?? null
}

/**
 * The delimiter that cuts the beginning of a file into the steadiest table: the most lines of one same width,
 * then the widest. A list of one column, without any delimiter, reads as `;`.
 */
export function detectDelimiter(sample: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of delimiters) {
    const score = steadiness(sample, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function steadiness(sample: string, delimiter: Delimiter): number {
  const { data } = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: 60 })
  const widths = data.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => row.length)
  // the last row of a sample may be cut
  const whole = widths.length > 2 ? widths.slice(0, -1) : widths
  const counts = new Map<number, number>()
  for (const width of whole) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  return Math.max(0, ...[...counts].map(([width, count]) => (count / whole.length) * (1 + Math.log2(width) / 4)))
}
