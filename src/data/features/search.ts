import type { SearchHit, search as contract } from '../../shared/features/search.ts'
import { foldTight } from '../../shared/rules/fold.ts'
import type { Handlers, ReadDb } from '../context.ts'
import { type Candidate, candidateReaders } from './search-candidates.ts'
import { snippetOf } from './search-snippet.ts'
import { textReaders } from './search-texts.ts'

type Entity = SearchHit['entity']

/** Ranking looks at this many first matches: someone who types one letter will type another. */
const farthest = 200

export const search: Handlers<typeof contract> = {
  async find({ db, engine }, { text, entities, limit }) {
    const found = engine.searchText(text, { entities, limit: farthest })
    const candidates = await readCandidates(db, found)
    const typed = foldTight(text)
    const ranked = candidates
      .map((candidate) => ({ ...candidate, rank: rankOf(candidate, typed) }))
      .sort((a, b) => a.rank - b.rank || order[a.entity] - order[b.entity] || compare(a.sortKey, b.sortKey))
      .slice(0, limit)
    return withSnippets(db, ranked, text)
  },
}

interface Found extends Candidate {
  readonly entity: Entity
  readonly inTitle: boolean
}

const order: Readonly<Record<Entity, number>> = { people: 0, organisations: 1, referrals: 2, residences: 3 }

/** The name itself, then its beginning, then words of it in any order, then the rest of the record. */
function rankOf({ title, sortKey, inTitle }: Found, typed: string): number {
  const names = [foldTight(title), foldTight(sortKey)]
  if (names.includes(typed)) return 0
  if (names.some((name) => name.startsWith(typed))) return 1
  return inTitle ? 2 : 3
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

async function readCandidates(
  db: ReadDb,
  found: readonly { readonly entity: string; readonly recordId: string; readonly inTitle: boolean }[],
): Promise<readonly Found[]> {
  const all: Found[] = []
  for (const entity of entitiesIn(found)) {
    const inTitle = new Map(
      found.flatMap((item) => (item.entity === entity ? [[item.recordId, item.inTitle] as const] : [])),
    )
    const read = await candidateReaders[entity](db, [...inTitle.keys()])
    all.push(...read.map((candidate) => ({ ...candidate, entity, inTitle: inTitle.get(candidate.id) ?? false })))
  }
  return all
}

/** What answers outside the title is quoted; a title needs no quoting. */
async function withSnippets(db: ReadDb, ranked: readonly Found[], text: string): Promise<SearchHit[]> {
  const unexplained = ranked.filter(({ inTitle }) => !inTitle)
  const texts = new Map<string, readonly string[]>()
  for (const entity of entitiesIn(unexplained)) {
    const ids = unexplained.flatMap((item) => (item.entity === entity ? [item.id] : []))
    for (const [id, found] of await textReaders[entity](db, ids)) texts.set(`${entity} ${id}`, found)
  }
  return ranked.map(({ entity, id, title, subtitle, inTitle }) => {
    const snippet = inTitle ? null : snippetOf(texts.get(`${entity} ${id}`) ?? [], text, title)
    return { entity, id, title, subtitle, snippet }
  })
}

function entitiesIn(items: readonly { readonly entity: string }[]): readonly Entity[] {
  const present = new Set(items.map(({ entity }) => entity))
  return (Object.keys(order) as Entity[]).filter((entity) => present.has(entity))
}
