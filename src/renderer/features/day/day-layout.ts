import type { DayPage } from '../../../shared/features/day'
import { type DayGroup, dayGroups } from '../../../shared/rules/day'

export const rowHeight = 52
export const headHeight = 38

/** A part of the day: its head, then its lines if it is open. */
export interface Block {
  readonly group: DayGroup
  readonly top: number
  readonly count: number
  readonly open: boolean
  /** The place of its first line among those that show. */
  readonly first: number
}

/** What may be closed: the rest is the day itself. */
export type Closable = Extract<DayGroup, 'later' | 'snoozed'>

export function isClosable(group: DayGroup): group is Closable {
  return group === 'later' || group === 'snoozed'
}

/** Where each part stands. Lines are all as tall, so that thousands need not be drawn to know how far they go. */
export function layOut(
  counts: DayPage['groups'],
  opened: ReadonlySet<Closable>,
): { readonly blocks: readonly Block[]; readonly height: number; readonly lines: number } {
  const blocks: Block[] = []
  let height = 0
  let lines = 0
  for (const group of dayGroups) {
    const count = counts[group] ?? 0
    if (count === 0) continue
    const open = !isClosable(group) || opened.has(group)
    blocks.push({ group, top: height, count, open, first: lines })
    height += headHeight + (open ? count * rowHeight : 0)
    lines += open ? count : 0
  }
  return { blocks, height, lines }
}

export function topOf(blocks: readonly Block[], index: number): number {
  const block = blocks.findLast(({ first, open }) => open && first <= index)
  return block ? block.top + headHeight + (index - block.first) * rowHeight : 0
}

/** The lines that stand between two heights, as places of the first and of the one after the last. */
export function linesBetween(blocks: readonly Block[], from: number, to: number): readonly [number, number] {
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const { top, count, open, first } of blocks) {
    if (!open) continue
    const begins = top + headHeight
    if (begins > to || begins + count * rowHeight < from) continue
    start = Math.min(start, first + Math.max(0, Math.floor((from - begins) / rowHeight)))
    end = Math.max(end, first + Math.min(count, Math.ceil((to - begins) / rowHeight)))
  }
  return end === 0 ? [0, 0] : [start, end]
}
