import { useEffect, useRef } from 'react'

/** Runs an act when its letter is pressed alone, outside of anything one types in and of anything open over the page. */
export function useKey(letter: string, act: () => void, enabled = true): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!enabled) return undefined
    function listen(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== letter || event.defaultPrevented) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTaken(event.target)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [letter, enabled])
}

const typedIn = 'input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"], [role="grid"]'
const over = '.drawer, [role="dialog"], [role="menu"]'

function isTaken(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(typedIn) !== null) return true
  return [...document.querySelectorAll(over)].some((element) => element.getClientRects().length > 0)
}
