import type { LockReason } from '../../../shared/shell'

/** When and why the space was locked; it outlives the page, which is replaced at each lock, and not the window. */
export interface Departure {
  readonly at: string
  readonly reason: LockReason | 'here'
  readonly minutes: number
}

const storageKey = 'palier.departure'
const reasons = ['here', 'idle', 'sleep', 'screen', 'user', 'menu'] as const

export function noteDeparture(departure: Departure): void {
  sessionStorage.setItem(storageKey, JSON.stringify(departure))
}

export function forgetDeparture(): void {
  sessionStorage.removeItem(storageKey)
}

export function lastDeparture(): Departure | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return null
    const { at, reason, minutes } = stored as { at?: unknown; reason?: unknown; minutes?: unknown }
    const known = reasons.find((one) => one === reason)
    return typeof at === 'string' && known !== undefined && typeof minutes === 'number'
      ? { at, reason: known, minutes }
      : null
  } catch {
    return null // nothing to say of the last lock
  }
}
