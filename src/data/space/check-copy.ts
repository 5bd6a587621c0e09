import { AppError } from '../../shared/errors.ts'
import { openFile, rekeyFile, type RawDatabase } from '../database.ts'

/** What is asked of the thread; the keys are handed over, not shared. */
export interface CheckOrder {
  readonly path: string
  readonly fileKey: Uint8Array
  /** Given, the copy gets this key before it is checked. */
  readonly newFileKey: Uint8Array | null
  readonly newestSchema: number
  readonly nativeBinding: string | undefined
}

export interface CheckedCopy {
  readonly counts: Counts
  readonly schemaVersion: number
  /** The stamp of the last change it holds, as the history writes it; null before the first. */
  readonly lastChange: string | null
}

/** Rows of each table. */
export type Counts = Readonly<Record<string, number>>

/** Opens a copy, gives it its own key if asked to, and reads all of it. A copy that fails is not one. */
export function checkCopy(order: CheckOrder): CheckedCopy {
  const keyNow = Buffer.from(order.fileKey.buffer, order.fileKey.byteOffset, order.fileKey.byteLength)
  const keyThen =
    order.newFileKey === null
      ? null
      : Buffer.from(order.newFileKey.buffer, order.newFileKey.byteOffset, order.newFileKey.byteLength)
  try {
    if (keyThen !== null) rekey(order, keyNow, keyThen)
    const raw = openFile({ ...order, fileKey: keyThen ?? keyNow, mode: 'copy' })
    try {
      if (raw.pragma('integrity_check', { simple: true }) !== 'ok') throw new AppError('spaceDamaged')
      return {
        counts: countRows(raw),
        schemaVersion: Number(raw.pragma('user_version', { simple: true })),
        lastChange: lastChangeOf(raw),
      }
    } finally {
      raw.close()
    }
  } finally {
    keyNow.fill(0)
    keyThen?.fill(0)
  }
}

function rekey(order: CheckOrder, keyNow: Buffer, keyThen: Buffer): void {
  const raw = openFile({ ...order, fileKey: keyNow, mode: 'copy' })
  try {
    rekeyFile(raw, keyThen)
  } finally {
    raw.close()
  }
}

export function countRows(raw: RawDatabase): Counts {
  return Object.fromEntries(tablesOf(raw).map((table) => [table, countTable(raw, table)]))
}

/** The tables themselves; the ones that full-text search keeps for itself say nothing to anybody. */
export function tablesOf(raw: RawDatabase): readonly string[] {
  return raw
    .prepare<[], string>(
      `select name from pragma_table_list
       where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all()
}

export function countTable(raw: RawDatabase, table: string): number {
  return Number(
    raw
      .prepare(`select count(*) from "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get(),
  )
}

export function lastChangeOf(raw: RawDatabase): string | null {
  const known = raw.prepare(`select 1 from pragma_table_list where schema = 'main' and name = 'changes'`).get()
  if (known === undefined) return null
  return raw.prepare<[], { at: string | null }>('select max(at) as at from changes').get()?.at ?? null
}
