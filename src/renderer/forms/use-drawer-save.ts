import { useState } from 'react'
import { useTold } from '../told'
import type { FormDrawerProps } from './FormDrawer'

/** What is half filled, where that is kept. */
interface Draft {
  readonly changed: boolean
  readonly savedAt: string | null
  readonly discard: () => Promise<void>
}

interface Saving {
  /** Let go once the form is saved or given up. */
  readonly draft?: Draft
  /** Writes the form and says so; false when it was not: something is missing, or a conflict was left open. */
  readonly write: () => Promise<boolean>
  readonly onClose: () => void
}

interface DrawerSave {
  /** To save was asked for: from then on, what is missing is said where it is. */
  readonly asked: boolean
  readonly drawer: Pick<FormDrawerProps, 'savedAt' | 'saving' | 'onSave' | 'onClose' | 'onGiveUp'>
}

/** How the form of a drawer ends: written, given up, or closed with what is typed kept for later. */
export function useDrawerSave({ draft, write, onClose }: Saving): DrawerSave {
  const told = useTold()
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)

  async function onSave(): Promise<void> {
    setAsked(true)
    if (saving) return
    setSaving(true)
    try {
      if (!(await write())) return
      await draft?.discard()
      onClose()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  async function giveUp(): Promise<void> {
    await draft?.discard().catch(told.failed)
    onClose()
  }

  return {
    asked,
    drawer: {
      savedAt: draft?.savedAt ?? null,
      saving,
      onSave,
      onClose: () => void (draft?.changed ? onClose() : giveUp()),
      onGiveUp: () => void giveUp(),
    },
  }
}
