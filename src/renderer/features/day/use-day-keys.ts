import { type RefObject, useEffect, useRef } from 'react'

export interface DayKeys {
  readonly move: (step: 1 | -1) => void
  readonly open: () => void
  readonly call: () => void
  readonly snooze: () => void
  readonly finish: () => void
  readonly add: () => void
  /** From what is beside the line, back to it. */
  readonly back: () => void
  /** The answers to a call, in their order. */
  readonly answer: (place: number) => void
}

/** One key for each act, while one is in the day and not typing; null while something is open over it. */
export function useDayKeys(region: RefObject<HTMLElement | null>, keys: DayKeys | null): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    function listen(event: KeyboardEvent): void {
      if (latest.current === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const focused = document.activeElement
      if (focused !== document.body && !region.current?.contains(focused)) return
      if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) return
      if (focused?.closest('[role="dialog"], [role="menu"]')) return
      if (run(event, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [region])
}

/** Whether the key was one of the day's. Enter opens from a line; on any other button it presses it. */
function run({ key }: KeyboardEvent, keys: DayKeys): boolean {
  switch (key.toLowerCase()) {
    case 'arrowdown':
      keys.move(1)
      return true
    case 'arrowup':
      keys.move(-1)
      return true
    case 'enter':
      if (!isOnLine()) return false
      keys.open()
      return true
    case 'escape':
      if (isOnLine()) return false
      keys.back()
      return true
    case 'a':
      keys.call()
      return true
    case 'r':
      keys.snooze()
      return true
    case 'f':
      keys.finish()
      return true
    case 'n':
      keys.add()
      return true
    case '1':
    case '2':
    case '3':
    case '4':
      keys.answer(Number(key) - 1)
      return true
    default:
      return false
  }
}

function isOnLine(): boolean {
  const focused = document.activeElement
  return focused === document.body || (focused instanceof HTMLElement && focused.dataset['line'] !== undefined)
}
