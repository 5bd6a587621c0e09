/** What lasts from one minute of the day to another. */
interface Timed {
  readonly start: number
  readonly end: number
}

/** Where a thing stands beside those of the same hour: its lane, and how many lanes share the width. */
export type Placed<Item extends Timed> = Item & { readonly lane: number; readonly lanes: number }

/**
 * Things that overlap stand side by side. Those that touch each other, be it through a third one, share the width
 * equally; each takes the first lane that is free.
 */
export function inLanes<Item extends Timed>(items: readonly Item[]): readonly Placed<Item>[] {
  const sorted = items.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const placed: Placed<Item>[] = []
  let group: { readonly item: Item; readonly lane: number }[] = []
  let ends: number[] = [] // of each lane of the group
  const close = () => {
    placed.push(...group.map(({ item, lane }) => ({ ...item, lane, lanes: ends.length })))
    group = []
    ends = []
  }
  for (const item of sorted) {
    if (ends.every((end) => end <= item.start)) close()
    const free = ends.findIndex((end) => end <= item.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = item.end
    group.push({ item, lane })
  }
  close()
  return placed
}
