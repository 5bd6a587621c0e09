import type { SearchHit, search as contract } from '../../shared/features/search.ts'
import { foldTight } from '../../shared/rules/fold.ts'
import type { Handlers, ReadDb } from '../context.ts'
import type { FoundText } from '../sqlite/search.ts'
import { titleReaders } from './search-titles.ts'
import { snippetOf } from './search-snippet.ts'
import { textReaders } from './search-texts.ts'

type Entity = SearchHit['entity']

/** Ranking looks at this many first matches: someone who types one letter will type another. */
const farthest = 200

export const search: Handlers<typeof contract> = {
  async find({ db, engine }, { text, entities, limit }) {
    const typed = foldTight(text)
    const ranked = engine
      .searchText(text, { entities, limit: farthest })
      .map((found) => ({ ...found, entity: found.entity as Entity, rank: rankOf(found, typed) }))
      .sort((a, b) => a.rank - b.rank || order[a.entity] - order[b.entity] || compare(a.sortKey, b.sortKey))
      .slice(0, limit)
    const titles = await readEach(titleReaders, db, ranked)
    // what answers outside the title is quoted; a title needs no quoting
    const texts = await readEach(
      textReaders,
      db,
      ranked.filter(({ inTitle }) => !inTitle),
    )
    return ranked.flatMap((found) => {
      const { entity, recordId: id, inTitle } = found
      const named = titles.get(keyOf(found))
      if (!named) return []
      const snippet = inTitle ? null : snippetOf(texts.get(keyOf(found)) ?? [], text, named.title)
      return [{ entity, id, ...named, snippet }]
    })
  },
}

const order: Readonly<Record<Entity, number>> = {
  people: 0,
  organisations: 1,
  referrals: 2,
  programmes: 3,
  cohorts: 4,
  residences: 5,
}

/** The name itself, whichever of its parts comes first, then its beginning, then words of it, then the rest. */
function rankOf({ sortKey, inTitle }: FoundText, typed: string): number {
  const parts = sortKey.replaceAll(' ', '').split('\t')
  const names = parts.map((_, first) => [...parts.slice(first), ...parts.slice(0, first)].join(''))
  if (names.includes(typed)) return 0
  if (names.some((name) => name.startsWith(typed))) return 1
  return inTitle ? 2 : 3
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

type Readers<Value> = Readonly<
  Record<Entity, (db: ReadDb, ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>>
>
interface Found {
  readonly entity: Entity
  readonly recordId: string
}

/** Reads each kind of record in its own way, all of a kind at once. */
async function readEach<Value>(
  readers: Readers<Value>,
  db: ReadDb,
  found: readonly Found[],
): Promise<ReadonlyMap<string, Value>> {
  const all = new Map<string, Value>()
  for (const entity of new Set(found.map((item) => item.entity))) {
    const ids = found.flatMap((item) => (item.entity === entity ? [item.recordId] : []))
    for (const [recordId, value] of await readers[entity](db, ids)) all.set(keyOf({ entity, recordId }), value)
  }
  return all
}

function keyOf({ entity, recordId }: Found): string {
  return `${entity} ${recordId}`
}
