import { useEffect, useState } from 'react'

const aMoment = 800 // ms: longer than a page takes to ask for what it shows
let hasSettled = false

/**
 * What goes around the first page is asked once that page itself has asked, and is drawn: the data answers one question
 * after the other. Later pages find everything warm and wait for nothing.
 */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(hasSettled)
  useEffect(() => {
    if (hasSettled) return
    const timer = setTimeout(() => {
      hasSettled = true
      setSettled(true)
    }, aMoment)
    return () => clearTimeout(timer)
  }, [])
  return settled
}
