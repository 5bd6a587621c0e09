import { type RawBuilder, sql } from 'kysely'
import { fold } from '../../shared/rules/fold.ts'
import { phoneSearchDigits } from '../../shared/rules/phone.ts'
import type { RawDatabase } from '../database.ts'

/** What of a record can be found, as folded text (see `shared/rules/fold.ts`), and what ranks it. */
export interface SearchEntry {
  readonly sortKey: string
  readonly title: string
  readonly text: string
}
export interface SearchOptions {
  readonly entities: readonly string[]
  readonly limit: number
}
export interface FoundText {
  readonly entity: string
  readonly recordId: string
  readonly sortKey: string
  readonly inTitle: boolean
}

const layoutVersion = '2' // changes with the tables below: the entries are then written anew

/** Makes the search tables if they are missing or of another layout; true when all entries must be written. */
export function prepareSearch(raw: RawDatabase): boolean {
  const known = raw.prepare(`select 1 from sqlite_schema where name = 'searchLayout${layoutVersion}'`).get()
  if (known) return false
  raw.transaction(() => {
    const old = raw
      .prepare<[], { name: string }>(
        `select name from sqlite_schema where type = 'table' and name like 'searchLayout%'`,
      )
      .all()
    for (const { name } of old) raw.exec(`drop table "${name}"`)
    raw.exec(`
      drop table if exists searchIndex;
      drop table if exists searchEntries;
      create table searchEntries (rowid integer primary key, entity text not null, recordId text not null, sortKey text not null) strict;
      create unique index searchEntriesRecord on searchEntries (recordId, entity);
      create virtual table searchIndex using fts5(title, text, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2', detail=column);
      create table searchLayout${layoutVersion} (done integer) strict;
    `)
  })()
  return true
}

/** Replaces, or with null takes away, what can be found of one record. */
export function writeEntry(raw: RawDatabase): (entity: string, recordId: string, entry: SearchEntry | null) => void {
  const find = raw.prepare<[string, string], { rowid: number }>(
    'select rowid from searchEntries where recordId = ? and entity = ?',
  )
  const add = raw.prepare<[string, string, string]>(
    'insert into searchEntries (entity, recordId, sortKey) values (?, ?, ?)',
  )
  const rename = raw.prepare<[string, number]>('update searchEntries set sortKey = ? where rowid = ?')
  const drop = raw.prepare<[number]>('delete from searchEntries where rowid = ?')
  const index = raw.prepare<[number | bigint, string, string]>(
    'insert into searchIndex (rowid, title, text) values (?, ?, ?)',
  )
  const unindex = raw.prepare<[number]>('delete from searchIndex where rowid = ?')
  return (entity, recordId, entry) => {
    const known = find.get(recordId, entity)
    if (known) unindex.run(known.rowid)
    if (entry === null) {
      if (known) drop.run(known.rowid)
      return
    }
    if (known) rename.run(entry.sortKey, known.rowid)
    const rowid = known?.rowid ?? add.run(entity, recordId, entry.sortKey).lastInsertRowid
    index.run(rowid, entry.title, entry.text)
  }
}

export function foundIds(
  entity: string,
  text: string,
  where: 'titles' | 'anywhere' = 'anywhere',
): RawBuilder<string> | null {
  const all = matchOf(text)
  if (all === null) return null
  const match = where === 'titles' ? `{title} : (${all})` : all
  return sql<string>`(select e.recordId from searchIndex i join searchEntries e on e.rowid = i.rowid where searchIndex match ${match} and e.entity = ${entity})`
}

type Matched = Omit<FoundText, 'inTitle'>

export function searchIn(raw: RawDatabase): (text: string, options: SearchOptions) => readonly FoundText[] {
  const matching = `select e.entity, e.recordId, e.sortKey from searchIndex i join searchEntries e on e.rowid = i.rowid where searchIndex match ?`
  const inAll = raw.prepare<[string, number], Matched>(`${matching} limit ?`)
  const inSome = raw.prepare<[string, string, number], Matched>(
    `${matching} and e.entity in (select value from json_each(?)) limit ?`,
  )
  return (text, { entities, limit }) => {
    const all = matchOf(text)
    if (all === null) return []
    const ask = (match: string) =>
      entities.length === 0 ? inAll.all(match, limit) : inSome.all(match, JSON.stringify(entities), limit)
    const found = new Map<string, FoundText>()
    for (const row of ask(`{title} : (${all})`)) found.set(`${row.entity} ${row.recordId}`, { ...row, inTitle: true })
    if (found.size < limit) {
      for (const row of ask(all)) {
        const key = `${row.entity} ${row.recordId}`
        if (!found.has(key)) found.set(key, { ...row, inTitle: false })
      }
    }
    return [...found.values()].slice(0, limit)
  }
}

/** Every word as a prefix; figures also as the one word a phone, a SIREN or a SIRET is indexed as. */
function matchOf(text: string): string | null {
  const asTyped = text.split(/\s+/).flatMap(wordMatch).slice(0, 12).join(' AND ')
  if (asTyped === '') return null
  if (!/^[+()\d\s.\-/]{4,}$/.test(text)) return asTyped
  const together = [phoneSearchDigits(text), text.replace(/\D/g, '')].filter((digits) => digits !== '')
  return [`(${asTyped})`, ...new Set(together.map(asPrefix))].join(' OR ')
}

/** What hyphens and apostrophes part is looked for parted and put together: `N’Diaye`, `Ndiaye`. */
function wordMatch(word: string): readonly string[] {
  const parts = fold(word)
    .split(' ')
    .filter((part) => part !== '')
  if (parts.length <= 1) return parts.map(asPrefix)
  return [`((${parts.slice(0, 6).map(asPrefix).join(' AND ')}) OR ${asPrefix(parts.join(''))})`]
}

function asPrefix(word: string): string {
  return `"${word}"*`
}
