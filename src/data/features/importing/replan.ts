import type { Db, ReadDb } from '../../context.ts'
import type { Draft } from './drafts.ts'
import { planRows, rowsAt } from './plan.ts'
import type { PlanContext } from './planned.ts'

const mostFollowing = 300 // a switchboard or a town that more lines share proves nothing

/**
 * Plans one line anew, then those below that met it before or meet it now: one that is corrected may be someone
 * a later line already tells of, and one that was them may no longer be.
 */
export async function replanLine(context: PlanContext, staging: Db, draft: Draft, line: number): Promise<void> {
  const { db } = context
  const before = await keysOfLines(db, draft.id, [line])
  await planRows(context, staging, draft, await rowsAt(db, draft.id, [line]))
  let keys = union(before, await keysOfLines(db, draft.id, [line]))
  const done = new Set([line])
  // a line below that changes its own keys, as the second of a number does, is followed in its turn
  while (keys.size > 0) {
    const lines = (await linesBelow(db, draft.id, line, keys)).filter((one) => !done.has(one))
    if (lines.length === 0) return
    const theirs = await keysOfLines(db, draft.id, lines)
    await planRows(context, staging, draft, await rowsAt(db, draft.id, lines))
    for (const one of lines) done.add(one)
    keys = difference(theirs, await keysOfLines(db, draft.id, lines))
  }
}

async function keysOfLines(db: ReadDb, importId: string, lines: readonly number[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('importKeys')
    .select('key')
    .distinct()
    .where('importId', '=', importId)
    .where('line', 'in', lines)
    .execute()
  return new Set(rows.map(({ key }) => key))
}

async function linesBelow(
  db: ReadDb,
  importId: string,
  line: number,
  keys: ReadonlySet<string>,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('importKeys')
    .select('line')
    .distinct()
    .where('importId', '=', importId)
    .where('key', 'in', [...keys])
    .where('line', '>', line)
    .orderBy('line')
    .limit(mostFollowing)
    .execute()
  return rows.map((row) => row.line)
}

function union(left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...left, ...right])
}

function difference(left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...union(left, right)].filter((key) => !left.has(key) || !right.has(key)))
}
