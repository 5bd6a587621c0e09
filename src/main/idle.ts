/** Tells when nobody has been at the keyboard for long enough. */
export interface IdleClock {
  /** Asked every few seconds; true when the limit is passed. */
  readonly tick: () => boolean
}

export interface IdleSources {
  /** A clock that no one can set back, in milliseconds. */
  readonly now: () => number
  /** Seconds since the last key or move anywhere, as the system tells it. */
  readonly idleSeconds: () => number
  /** When our own window last saw one, by the same clock as `now`; an opened space counts as one. */
  readonly lastSeen: () => number
  /** Milliseconds allowed, or null when there is nothing to lock. */
  readonly limit: () => number | null
}

/**
 * Someone is there who works in our window or, as far as the system knows, in another: its word alone is not
 * enough, because a remote or virtual display may hear no key at all. And it may say little after the computer or
 * this process was asleep: a gap between two ticks counts as idle too, since nobody was served meanwhile.
 */
export function createIdleClock({ now, idleSeconds, lastSeen, limit }: IdleSources, interval: number): IdleClock {
  let last = now()
  return {
    tick() {
      const elapsed = now() - last
      last = now()
      const allowed = limit()
      if (allowed === null) return false
      const asleep = elapsed > interval * 3 ? elapsed : 0
      const idle = Math.min(idleSeconds() * 1000, now() - lastSeen())
      return Math.max(idle, asleep) >= allowed
    },
  }
}
