import { type RefObject, useEffect, useRef } from 'react'
import { headHeight, rowHeight } from './day-layout'

/** To the answers of a call, as soon as the panel shows the line it is about. */
export function useCall(answers: RefObject<HTMLElement | null>, shown: string | null): (key: string) => void {
  const calling = useRef<string | null>(null)
  useEffect(() => {
    if (calling.current === null || calling.current !== shown) return
    calling.current = null
    answers.current?.querySelector('button')?.focus()
  }, [answers, shown])
  return (key) => {
    calling.current = key === shown ? null : key
    if (key === shown) answers.current?.querySelector('button')?.focus()
  }
}

/** One arrives on the first line, so that the keys answer at once; nothing is taken from whoever is typing. */
export function useArrival(scroller: RefObject<HTMLElement | null>, ready: boolean): void {
  const arrived = useRef(false)
  useEffect(() => {
    if (!ready || arrived.current) return
    arrived.current = true
    if (document.activeElement?.closest('input, textarea, [role="dialog"]')) return
    focusLine(scroller.current, 0)
  }, [scroller, ready])
}

/** Brings a line into sight, its head with it when it is the first. */
export function reveal(scroller: HTMLElement | null, top: number): void {
  if (!scroller) return
  if (top - headHeight < scroller.scrollTop) scroller.scrollTop = top - headHeight
  else if (top + rowHeight > scroller.scrollTop + scroller.clientHeight && scroller.clientHeight > 0)
    scroller.scrollTop = top + rowHeight - scroller.clientHeight
}

/** Once it is drawn: the keyboard stays on the line one is on. */
export function focusLine(scroller: HTMLElement | null, index: number): void {
  requestAnimationFrame(() =>
    scroller?.querySelector<HTMLElement>(`[aria-posinset="${index + 1}"] [data-line]`)?.focus({ preventScroll: true }),
  )
}

/** The keyboard comes back to the line once what was open over it, or the line it was on, is gone. */
export function useReturn(scroller: RefObject<HTMLElement | null>, index: number, about: string): () => void {
  const toLine = () => {
    if (document.activeElement === document.body) focusLine(scroller.current, index)
  }
  const latest = useRef(toLine)
  useEffect(() => {
    latest.current = toLine
  })
  const before = useRef(about)
  useEffect(() => {
    if (before.current === about) return
    before.current = about
    latest.current()
  }, [about])
  return toLine
}
