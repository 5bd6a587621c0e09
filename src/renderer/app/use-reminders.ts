import { useEffect } from 'react'
import { ask } from '../api'

const aWhile = 60_000 // ms between two looks at the date

/** Reminders are made when the space opens, and again when the day changes under an open window. */
export function useReminders(ready: boolean): void {
  useEffect(() => {
    if (!ready) return undefined
    let done = ''
    const look = () => {
      const day = new Date().toDateString()
      if (day === done) return
      done = day
      // nothing to tell: whoever writes next will say what is wrong with the space
      void ask('reminders.run', {}).catch(() => undefined)
    }
    look()
    const timer = setInterval(look, aWhile)
    return () => clearInterval(timer)
  }, [ready])
}
