import { type RefObject, useEffect, useRef } from 'react'

/** Gives the focus to the first field of a form that was just opened, where the next thing is typed. */
export function useFirstFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null)
  useEffect(() => element.current?.focus(), [])
  return element
}
