import { useState } from 'react'
import type { DayItem } from '../../../shared/features/day'
import type { DayLines } from './use-day-lines'

/** The line one is on. It follows its line when others come or go; when it leaves, the next takes its place. */
export function useChoice({ at, indexOf, count }: Pick<DayLines, 'at' | 'indexOf' | 'count'>): {
  readonly index: number
  /** Null while it is out of sight of what was read. */
  readonly item: DayItem | null
  readonly key: string | null
  readonly choose: (index: number) => void
} {
  const [chosen, setChosen] = useState<{ readonly index: number; readonly key: string | null }>({ index: 0, key: null })
  const index = placeOf(chosen, { at, indexOf, count })
  const item = at(index)
  // the line that took the place of one that left is the one followed from now on
  if (item && (item.key !== chosen.key || index !== chosen.index)) setChosen({ index, key: item.key })
  return {
    index,
    item,
    key: count === 0 ? null : (item?.key ?? chosen.key),
    choose: (next) => setChosen({ index: next, key: at(next)?.key ?? null }),
  }
}

function placeOf(
  chosen: { readonly index: number; readonly key: string | null },
  { at, indexOf, count }: Pick<DayLines, 'at' | 'indexOf' | 'count'>,
): number {
  const index = Math.max(0, Math.min(chosen.index, count - 1))
  if (chosen.key === null || at(index)?.key === chosen.key) return index
  const moved = indexOf(chosen.key)
  return moved >= 0 ? moved : index
}
