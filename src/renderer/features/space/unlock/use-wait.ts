import { useEffect, useState } from 'react'

/** Seconds to wait before the next try, counted down; `start` begins the wait anew. */
export function useWait(seconds: number): { readonly left: number; readonly start: (seconds: number) => void } {
  const [until, setUntil] = useState(() => Date.now() + seconds * 1000)
  const [now, setNow] = useState(() => Date.now())
  const left = Math.max(0, Math.ceil((until - now) / 1000))
  useEffect(() => {
    if (left === 0) return
    const ticking = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(ticking)
  }, [left])
  return {
    left,
    start: (wanted) => {
      setNow(Date.now())
      setUntil(Date.now() + wanted * 1000)
    },
  }
}
