import { useSyncExternalStore } from 'react'

/** How someone likes the window: kept on this computer, outside any space, and never anything about people. */
export interface Preferences {
  readonly language: Language
  readonly density: Density
  readonly sideBar: 'open' | 'collapsed'
}
export type Language = 'fr' | 'en'
export type Density = 'compact' | 'normal' | 'comfortable'

const storageKey = 'palier.preferences'
const defaults: Preferences = { language: 'fr', density: 'normal', sideBar: 'open' }
const listeners = new Set<() => void>()
let current = read()

export function preferences(): Preferences {
  return current
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  localStorage.setItem(storageKey, JSON.stringify(current))
  listeners.forEach((listener) => listener())
}

export function onPreferencesChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferencesChange, preferences)
}

function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof stored === 'object' && stored !== null ? clean(stored) : defaults
  } catch {
    return defaults // a damaged preference is worth no message
  }
}

function clean(stored: { language?: unknown; density?: unknown; sideBar?: unknown }): Preferences {
  return {
    language: oneOf(stored.language, ['fr', 'en'], defaults.language),
    density: oneOf(stored.density, ['compact', 'normal', 'comfortable'], defaults.density),
    sideBar: oneOf(stored.sideBar, ['open', 'collapsed'], defaults.sideBar),
  }
}

function oneOf<Value extends string>(value: unknown, allowed: readonly Value[], fallback: Value): Value {
  return allowed.find((candidate) => candidate === value) ?? fallback
}
