import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rectangle } from 'electron'
import type { Locale } from './words.ts'

/** What the window remembers from one start to the next: nothing of any space. */
export interface Remembered {
  readonly locale: Locale
  readonly theme: 'system' | 'light' | 'dark'
  readonly zoom: number
  readonly maximised: boolean
  readonly bounds: Rectangle | null
  /** Since when, in milliseconds, and for which runtime the graphics card is known to be of no use. */
  readonly withoutGraphics: { readonly runtime: string; readonly since: number } | null
  /** The space at hand opens by itself, which only the demo does. */
  readonly opensByItself: boolean
}

const first: Remembered = {
  locale: 'fr',
  theme: 'system',
  zoom: 1,
  maximised: false,
  bounds: null,
  withoutGraphics: null,
  opensByItself: false,
}

export interface Memory {
  readonly read: () => Remembered
  readonly keep: (change: Partial<Remembered>) => void
}

export function openMemory(userData: string): Memory {
  const file = join(userData, 'window.json')
  let current = readRemembered(file)
  return {
    read: () => current,
    keep: (change) => {
      current = { ...current, ...change }
      try {
        writeFileSync(`${file}.new`, JSON.stringify(current), { mode: 0o600 })
        renameSync(`${file}.new`, file)
      } catch {
        // a full or read-only disk: the window will open where it first did
      }
    },
  }
}

function readRemembered(file: string): Remembered {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof stored === 'object' && stored !== null ? clean(stored) : first
  } catch {
    return first
  }
}

/** Read before the window shows, hence by hand: a schema library would cost the start more than this. */
function clean(stored: { readonly [Name in keyof Remembered]?: unknown }): Remembered {
  return {
    locale: oneOf(stored.locale, ['fr', 'en'], first.locale),
    theme: oneOf(stored.theme, ['system', 'light', 'dark'], first.theme),
    zoom: typeof stored.zoom === 'number' && stored.zoom >= 0.5 && stored.zoom <= 2 ? stored.zoom : first.zoom,
    maximised: stored.maximised === true,
    bounds: isRectangle(stored.bounds) ? stored.bounds : first.bounds,
    withoutGraphics: isSince(stored.withoutGraphics) ? stored.withoutGraphics : first.withoutGraphics,
    opensByItself: stored.opensByItself === true,
  }
}

function oneOf<Value>(value: unknown, allowed: readonly Value[], fallback: Value): Value {
  return allowed.find((candidate) => candidate === value) ?? fallback
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height } = value as { readonly [Side in keyof Rectangle]?: unknown }
  return [x, y, width, height].every((side) => Number.isSafeInteger(side))
}

function isSince(value: unknown): value is NonNullable<Remembered['withoutGraphics']> {
  if (typeof value !== 'object' || value === null) return false
  const { runtime, since } = value as { readonly runtime?: unknown; readonly since?: unknown }
  return typeof runtime === 'string' && Number.isSafeInteger(since)
}
