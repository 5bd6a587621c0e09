import { type ReactNode, useState } from 'react'
import type { FieldConflict, Saved } from '../../shared/endpoint'
import { useTold } from '../told'
import { ConflictDialog } from '../ui/ConflictDialog'

interface Versioned {
  readonly id: string
  readonly version: number
}

interface Updates<Row extends Versioned, Fields> {
  readonly read: (id: string) => Promise<Row>
  readonly write: (input: { id: string; version: number; fields: Fields }) => Promise<Saved<Row>>
  readonly fieldLabel: (field: string) => string
  readonly valueLabel: (field: string, value: unknown) => string
}

interface Pending<Fields> {
  readonly id: string
  readonly fields: Fields
  readonly conflicts: readonly FieldConflict[]
  readonly settled: (saved: boolean) => void
}

/** Saves fields of a record; what someone else changed meanwhile is settled field by field in `dialog`. */
export function useRecordUpdate<Row extends Versioned, Fields extends object>(
  updates: Updates<Row, Fields>,
): {
  /** True once written; false when it was given up or failed, which was then said. */
  readonly save: (record: Versioned, fields: Fields) => Promise<boolean>
  readonly dialog: ReactNode
} {
  const told = useTold()
  const [pending, setPending] = useState<Pending<Fields> | null>(null)

  async function save({ id, version }: Versioned, fields: Fields): Promise<boolean> {
    if (Object.keys(fields).length === 0) return true
    try {
      const answer = await updates.write({ id, version, fields })
      if (answer.outcome === 'saved') return true
      return await new Promise<boolean>((settled) => setPending({ id, fields, conflicts: answer.conflicts, settled }))
    } catch (problem) {
      told.failed(problem)
      return false
    }
  }

  async function settle({ id, fields, conflicts, settled }: Pending<Fields>, mine: ReadonlySet<string>) {
    const theirs = new Set(conflicts.map(({ field }) => field).filter((field) => !mine.has(field)))
    const kept = Object.fromEntries(Object.entries(fields).filter(([field]) => !theirs.has(field))) as Fields
    setPending(null)
    try {
      settled(await save(await updates.read(id), kept))
    } catch (problem) {
      told.failed(problem)
      settled(false)
    }
  }

  const dialog = (
    <ConflictDialog
      conflicts={pending?.conflicts ?? []}
      fieldLabel={updates.fieldLabel}
      valueLabel={updates.valueLabel}
      onResolve={(mine) => pending && void settle(pending, mine)}
      onCancel={() => {
        pending?.settled(false)
        setPending(null)
      }}
    />
  )
  return { save, dialog }
}
