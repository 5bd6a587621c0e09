import type { RawBuilder } from 'kysely'
import { fold } from '../../shared/rules/fold.ts'
import type { RawDatabase } from '../database.ts'
import {
  type FoundText,
  type SearchEntry,
  type SearchOptions,
  foundIds,
  prepareSearch,
  searchIn,
  writeEntry,
} from './search.ts'

/** What only the engine underneath can do, behind plain names; another engine would offer the same. */
export interface Engine {
  /** A number that moves whenever a command commits: what was counted before it may be stale. */
  readonly dataVersion: () => number
  /** The records in which every word of `text` is found, as a prefix; those whose title holds them first. */
  readonly searchText: (text: string, options: SearchOptions) => readonly FoundText[]
  /** The same as a subquery of ids, for a list filtered by words; null when the text holds no word. */
  readonly foundIds: (entity: string, text: string, where?: 'titles' | 'anywhere') => RawBuilder<string> | null
  /** The columns that point to another entity's rows. */
  readonly references: readonly Reference[]
}

/** What the writing connection can do besides: keep what is derived from the rows. */
export interface WriteEngine {
  readonly writeSearchEntry: (entity: string, recordId: string, entry: SearchEntry | null) => void
}

/** A column that points to another entity's row. */
export interface Reference {
  readonly from: string
  readonly column: string
  readonly to: string
}

export function readEngine(raw: RawDatabase, commits: () => number): Engine {
  let references: readonly Reference[] | null = null
  return {
    dataVersion: commits,
    searchText: searchIn(raw),
    foundIds,
    // Read when first asked for: every table is looked at, and a space opens without.
    get references() {
      references ??= readReferences(raw)
      return references
    },
  }
}

export function writeEngine(raw: RawDatabase): WriteEngine {
  return { writeSearchEntry: writeEntry(raw) }
}

/** What the queries of every feature may call by name: `fold(text)`, as the index and the sort keys are folded. */
export function registerFunctions(raw: RawDatabase): void {
  raw.function('fold', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? fold(text) : null))
}

/** Makes, once, the tables that are derived from the rows and no part of the migrations. */
export function prepareDerived(raw: RawDatabase): { readonly rebuildSearch: boolean } {
  return { rebuildSearch: prepareSearch(raw) }
}

function readReferences(raw: RawDatabase): readonly Reference[] {
  const tables = raw
    .prepare<[], { name: string }>(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
    .all()
  const keysOf = raw.prepare<[string], { table: string; from: string }>(
    `select "table", "from" from pragma_foreign_key_list(?)`,
  )
  return tables.flatMap(({ name }) => keysOf.all(name).map((key) => ({ from: name, column: key.from, to: key.table })))
}
