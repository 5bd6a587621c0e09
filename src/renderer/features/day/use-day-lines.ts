import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import type { DayItem, DayPage } from '../../../shared/features/day'
import type { DayAxis } from '../../../shared/rules/day'
import { dayGroups } from '../../../shared/rules/day'
import { useQuery } from '../../api'
import { type Block, type Closable, isClosable, layOut, linesBetween, rowHeight } from './day-layout'

const pageSize = 100
const beyond = 400 // pixels drawn above and below what is in sight
const unmeasured = 900 // the height of a window that has not been drawn yet

export interface DayAsked {
  readonly who: 'mine' | 'everyone'
  readonly axis: DayAxis | null
}

export interface DayLines {
  readonly page: DayPage | undefined
  readonly problem: ReturnType<typeof useQuery<'day.list'>>['error']
  readonly retry: () => void
  readonly blocks: readonly Block[]
  readonly height: number
  readonly count: number
  /** The lines to draw, by their places; one that has not come yet is null. */
  readonly drawn: readonly { readonly index: number; readonly item: DayItem | null }[]
  readonly at: (index: number) => DayItem | null
  readonly indexOf: (key: string) => number
}

/** The lines in sight of a day that may have thousands: two pages of it at most are read and a screen of it drawn. */
export function useDayLines(
  { who, axis }: DayAsked,
  opened: ReadonlySet<Closable>,
  scroller: RefObject<HTMLElement | null>,
): DayLines {
  const seen = useSeen(scroller)
  const groups = useMemo(() => dayGroups.filter((group) => !isClosable(group) || opened.has(group)), [opened])
  const asked = { who, axis, groups: [...groups], limit: pageSize }
  const [firstPage, setFirstPage] = useState(0)
  const one = useQuery('day.list', { ...asked, offset: firstPage * pageSize }, { keepPrevious: true })
  const layout = useMemo(
    () => layOut(one.data?.groups ?? { late: 0, today: 0, week: 0, later: 0, snoozed: 0 }, opened),
    [one.data, opened],
  )
  const [start, end] = linesBetween(layout.blocks, seen.top - beyond, seen.top + seen.height + beyond)
  const wanted = Math.floor(start / pageSize)
  useSettledPage(firstPage, wanted, one.data !== undefined, setFirstPage)
  const next = (firstPage + 1) * pageSize
  const two = useQuery('day.list', { ...asked, offset: next }, { keepPrevious: true, enabled: end > next })

  const first = one.isPlaceholderData ? undefined : one.data?.items
  const second = two.isPlaceholderData || end <= next ? undefined : two.data?.items
  const at = useCallback(
    (index: number): DayItem | null =>
      (index < next ? first?.[index - firstPage * pageSize] : second?.[index - next]) ?? null,
    [first, second, firstPage, next],
  )
  const indexOf = useCallback(
    (key: string) => {
      const inFirst = first?.findIndex((item) => item.key === key) ?? -1
      if (inFirst >= 0) return firstPage * pageSize + inFirst
      const inSecond = second?.findIndex((item) => item.key === key) ?? -1
      return inSecond >= 0 ? next + inSecond : -1
    },
    [first, second, firstPage, next],
  )
  const drawn = Array.from({ length: Math.max(0, end - start) }, (_, place) => ({
    index: start + place,
    item: at(start + place),
  }))
  return {
    page: one.data,
    problem: one.error,
    retry: () => void one.refetch(),
    blocks: layout.blocks,
    height: layout.height,
    count: layout.lines,
    drawn,
    at,
    indexOf,
  }
}

const aPause = 60 // ms without scrolling past another page: those flown over are not asked for

function useSettledPage(current: number, wanted: number, ready: boolean, onSettled: (page: number) => void): void {
  useEffect(() => {
    if (!ready || wanted === current) return undefined
    const timer = setTimeout(() => onSettled(wanted), aPause)
    return () => clearTimeout(timer)
  }, [current, wanted, ready, onSettled])
}

/** What part of the list is in sight, to the nearest line. */
function useSeen(scroller: RefObject<HTMLElement | null>): { readonly top: number; readonly height: number } {
  const [seen, setSeen] = useState({ top: 0, height: unmeasured })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = () => {
      const top = Math.floor(element.scrollTop / rowHeight) * rowHeight
      const height = element.clientHeight === 0 ? unmeasured : element.clientHeight
      setSeen((before) => (before.top === top && before.height === height ? before : { top, height }))
    }
    look()
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  return seen
}
