/** Chance that is the same every time: the demo space and the seeded bases can be told apart by their number alone. */
export interface Chance {
  /** From 0 to 1, 1 left out. */
  readonly next: () => number
  readonly upTo: (most: number) => number
  readonly pick: <T>(items: readonly T[]) => T
  readonly some: <T>(items: readonly T[], count: number) => T[]
  readonly happens: (probability: number) => boolean
}

/** The mulberry32 generator: small, quick, and good enough to invent people. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (most: number) => Math.floor(next() * most)
  const pick = <T>(items: readonly T[]): T => {
    const item = items[upTo(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  return {
    next,
    upTo,
    pick,
    some: (items, count) => {
      const left = [...items]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(upTo(left.length), 1)).flat()
    },
    happens: (probability) => next() < probability,
  }
}
