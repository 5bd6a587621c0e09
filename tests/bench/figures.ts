/** One line of the bench: ours beside a floor measured in the same run. Only the ratio means something. */
export interface Figure {
  readonly name: string
  readonly unit: 'ms' | 'MB'
  readonly ours: number
  readonly floor: number
  readonly ratio: number
  /** The ratio not to exceed. */
  readonly aim: number
}

export function figure(name: string, unit: Figure['unit'], ours: number, floor: number, aim: number): Figure {
  return { name, unit, ours: round(ours), floor: round(floor), ratio: round(ours / floor), aim }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, ours, floor, ratio, aim }) => [
    name,
    `${ours} ${unit}`,
    `${floor} ${unit}`,
    `× ${ratio}`,
    `≤ ${aim}`,
    ratio <= aim ? 'ok' : 'over',
  ])
  const all = [['figure', 'Palier', 'floor', 'ratio', 'aim', ''], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
