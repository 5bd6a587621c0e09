/** What lasts from one minute of the day to another. */
interface Timed {
  readonly start: number
  readonly end: number
}

/** Where a thing stands beside those of the same hour: its lane, how many it takes, and how many share the width. */
export type Placed<Item extends Timed> = Item & {
  readonly lane: number
  readonly span: number
  readonly lanes: number
}

interface InLane<Item> {
  readonly item: Item
  readonly lane: number
}

/**
 * Things that overlap stand side by side. Those that touch each other, be it through a third one, share the width
 * equally; each takes the first lane that is free, and what is left free at its right.
 */
export function inLanes<Item extends Timed>(items: readonly Item[]): readonly Placed<Item>[] {
  const sorted = items.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const placed: Placed<Item>[] = []
  let group: InLane<Item>[] = []
  let ends: number[] = [] // of each lane of the group
  const close = () => {
    const lanes = ends.length
    placed.push(...group.map((one) => ({ ...one.item, lane: one.lane, span: spanOf(one, group, lanes), lanes })))
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

function spanOf<Item extends Timed>({ item, lane }: InLane<Item>, group: readonly InLane<Item>[], lanes: number) {
  const taken = group
    .filter((other) => other.lane > lane && other.item.start < item.end && item.start < other.item.end)
    .map((other) => other.lane)
  return Math.min(lanes, ...taken) - lane
}
