import { useDebouncedCallback } from '@mantine/hooks'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ask } from './api'

/** A form that keeps what is typed: it is kept a moment after the last key, and before the space is locked. */
export interface KeptDraft {
  /** When it was last kept, an ISO instant: « Brouillon gardé à 10:42 ». */
  readonly savedAt: string | null
  /** Once the form is saved, or given up. */
  readonly discard: () => Promise<void>
}

const pause = 800 // ms without a key
const unsaved = new Set<() => Promise<void>>()

/**
 * Keeps `value` as the draft `key` whenever it changes, as long as `changed` says that something was typed.
 * `key` names the form and the record, as `people/new` or `people/<id>`; null keeps nothing.
 */
export function useDraft(key: string | null, value: unknown, changed: boolean): KeptDraft {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const text = changed && key !== null ? JSON.stringify(value) : null
  const latest = useRef({ key, text })
  const kept = useRef<string | null>(null)
  useLayoutEffect(() => {
    latest.current = { key, text }
  })

  const keep = useCallback(async () => {
    const { key: at, text: now } = latest.current
    if (at === null || now === null || now === kept.current) return
    kept.current = now
    const draft = await ask('drafts.save', { key: at, data: JSON.parse(now) as unknown }).catch(() => null)
    if (draft) setSavedAt(draft.savedAt)
    else if (kept.current === now) kept.current = null // not kept: the next key, or the lock, tries again
  }, [])
  const keepSoon = useDebouncedCallback(() => void keep(), pause)

  useEffect(() => {
    if (text !== null) keepSoon()
  }, [text, keepSoon])
  useEffect(() => {
    unsaved.add(keep)
    return () => {
      unsaved.delete(keep)
      void keep() // left before the pause was over
    }
  }, [keep])

  const discard = useCallback(async () => {
    const { key: at, text: now } = latest.current
    kept.current = now
    setSavedAt(null)
    if (at !== null) await ask('drafts.discard', { key: at })
  }, [])
  return { savedAt, discard }
}

/** What was kept under this key, or null. Its shape is to be checked: it may come from an older version. */
export async function readDraft(key: string): Promise<{ readonly data: unknown; readonly savedAt: string } | null> {
  return ask('drafts.get', { key })
}

/** Keeps every half-filled form at once: before the space is locked or changed. */
export async function saveAllDrafts(): Promise<void> {
  await Promise.all([...unsaved].map((keep) => keep()))
}
