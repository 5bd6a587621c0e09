import { useEffect, useState } from 'react'

const aMoment = 800 // ms: longer than a page takes to ask for what it shows

/** What goes around the page is asked once the page itself has asked: the data answers one after the other. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), aMoment)
    return () => clearTimeout(timer)
  }, [])
  return settled
}
