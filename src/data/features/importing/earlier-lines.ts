import type { Db } from '../../context.ts'
import type { Match } from './planned.ts'

/** A line of the file, by what names its record. */
export interface EarlierLine<Named> {
  readonly line: number
  readonly named: Named
}

/** How the records of a kind are told apart from what a line plans. */
interface Naming<Plan, Named> {
  readonly namedBy: (plan: Plan) => Named
  /** Two lines that may be one record share a key. */
  readonly keysOf: (plan: Plan) => readonly string[]
}

/** The lines that may name the same records as these: those planned before, then these themselves. */
export async function earlierLines<Plan, Named>(
  db: Db,
  importId: string,
  here: readonly { readonly line: number; readonly plan: Plan }[],
  { namedBy, keysOf }: Naming<Plan, Named>,
): Promise<readonly EarlierLine<Named>[]> {
  const own = here.map(({ line, plan }) => ({ line, named: namedBy(plan) }))
  const keys = [...new Set(here.flatMap(({ plan }) => keysOf(plan)))]
  if (keys.length === 0) return own
  const rows = await db
    .selectFrom('importKeys')
    .innerJoin('importRows', (join) =>
      join.onRef('importRows.importId', '=', 'importKeys.importId').onRef('importRows.line', '=', 'importKeys.line'),
    )
    .select(['importRows.line', 'importRows.plan'])
    .distinct()
    .where('importKeys.importId', '=', importId)
    .where('importKeys.key', 'in', keys)
    .execute()
  const others = rows.flatMap(({ line, plan }) => {
    const { values } = JSON.parse(plan ?? '{}') as { readonly values?: Plan }
    return values && !own.some((one) => one.line === line) ? [{ line, named: namedBy(values) }] : []
  })
  return [...others, ...own]
}

/** How near two names are; null when they are not. */
export type Likeness = Pick<Match, 'level' | 'reasons'> | null

/** Which known records, and which lines above, a line may be the same as. */
export function matchesOf<Named extends { readonly name: string }>(
  { line: here, named: said }: EarlierLine<Named>,
  known: readonly (Named & { readonly id: string })[],
  earlier: readonly EarlierLine<Named>[],
  likeness: (said: Named, known: Named) => Likeness,
): Match[] {
  const asMatch = (found: Likeness, where: Pick<Match, 'id' | 'line' | 'label'>) =>
    found ? [{ ...where, ...found }] : []
  return [
    ...known.flatMap((one) => asMatch(likeness(said, one), { id: one.id, line: null, label: one.name })),
    ...earlier
      .filter(({ line }) => line < here)
      .flatMap(({ line, named }) => asMatch(likeness(said, named), { id: null, line, label: named.name })),
  ]
}
