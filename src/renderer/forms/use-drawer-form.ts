import { useEffect, useState } from 'react'
import * as z from 'zod'
import { readDraft, useDraft } from '../drafts'

interface DrawerForm<Form> {
  readonly form: Form
  readonly change: (part: Partial<Form>) => void
  /** What the form was when it opened. */
  readonly first: Form
  readonly changed: boolean
  readonly savedAt: string | null
  readonly discard: () => Promise<void>
}

interface Beginning<Form> {
  /** Names the form and the record, as `programmes/<id>`. */
  readonly key: string
  /** Of the record the form was made from; null for a new one. A draft of another version is let go. */
  readonly version: number | null
  readonly first: () => Form
  /** What it opens with, where that differs already from what is saved. */
  readonly begun?: Form
  readonly schema: z.ZodType<Form>
}

/** The state of a form in a drawer: what is typed is kept as a draft, and found again when it opens. */
export function useDrawerForm<Form extends object>(beginning: Beginning<Form>): DrawerForm<Form> {
  const { key, version, first, begun, schema } = beginning
  const [before] = useState(first)
  const [form, setForm] = useState<Form>(begun ?? before)
  const changed = JSON.stringify(form) !== JSON.stringify(before)
  const { savedAt, discard } = useDraft(key, { version, form }, changed)
  useEffect(() => {
    let wanted = true
    // a draft that cannot be read is an empty form
    void readDraft(key)
      .catch(() => null)
      .then((kept) => {
        const read = z.object({ version: z.literal(version), form: schema }).safeParse(kept?.data)
        if (wanted && read.success) setForm(read.data.form)
      })
    return () => {
      wanted = false
    }
  }, [key, version, schema])
  return {
    form,
    change: (part) => setForm((now) => ({ ...now, ...part })),
    first: before,
    changed,
    savedAt,
    discard,
  }
}
