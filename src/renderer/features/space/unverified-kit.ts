import { useSyncExternalStore } from 'react'

/** Which spaces were made without their recovery kit being checked: said until it is. Kept on this computer only. */
const storageKey = 'palier.unverifiedKits'
const listeners = new Set<() => void>()

export function rememberUnverifiedKit(spaceId: string, unverified: boolean): void {
  const others = read().filter((id) => id !== spaceId)
  localStorage.setItem(storageKey, JSON.stringify(unverified ? [...others, spaceId] : others))
  for (const listener of listeners) listener()
}

export function useUnverifiedKit(spaceId: string): boolean {
  return useSyncExternalStore(subscribe, () => read().includes(spaceId))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []
  } catch {
    return [] // a reminder lost is worth no message
  }
}
