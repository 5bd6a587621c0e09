/** Tells when nobody has been at the keyboard for long enough. */
export interface IdleClock {
  /** Asked every few seconds; true when the limit is passed. */
  readonly tick: () => boolean
}

export interface IdleSources {
  /** A clock that no one can set back, in milliseconds. */
  readonly now: () => number
  /** Seconds since the last key or move, as the system tells it. */
  readonly idleSeconds: () => number
  /** Milliseconds allowed, or null when there is nothing to lock. */
  readonly limit: () => number | null
}

/**
 * The system says how long it has been idle, but may say little after the computer or this process was asleep:
 * a gap between two ticks counts as idle too, since nobody was served meanwhile.
 */
export function createIdleClock({ now, idleSeconds, limit }: IdleSources, interval: number): IdleClock {
  let last = now()
  return {
    tick() {
      const elapsed = now() - last
      last = now()
      const allowed = limit()
      if (allowed === null) return false
      const asleep = elapsed > interval * 3 ? elapsed : 0
      return Math.max(idleSeconds() * 1000, asleep) >= allowed
    },
  }
}
