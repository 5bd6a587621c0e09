import { createHash, randomBytes } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'
import { insertRow } from './written-once.ts'

/** Where a device's chain of changes stands: the hash to follow, and the last stamp given. */
export interface ChainState {
  readonly hash: string
  readonly at: string
}

export interface ChangeDraft {
  readonly id: string
  readonly batchId: string
  readonly command: string
  readonly undoes: string | null
  readonly entity: string
  readonly recordId: string
  readonly op: 'create' | 'update' | 'delete'
  readonly version: number
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  readonly actorId: string | null
  readonly deviceId: string
  readonly origin: string
}

/**
 * A hybrid logical clock as sortable text of fixed width: the wall clock to the millisecond and a counter.
 * It never goes back, whatever the laptop's clock does.
 */
export function nextStamp(last: string, now: Date): string {
  const wall = now.toISOString()
  const lastWall = last.slice(0, 24)
  if (wall > lastWall) return `${wall}-0000`
  const counter = Number.parseInt(last.slice(25) || '0', 16) + 1
  if (counter > 0xffff) return `${new Date(Date.parse(lastWall) + 1).toISOString()}-0000`
  return `${lastWall}-${counter.toString(16).padStart(4, '0')}`
}

/**
 * The digest of what changed is salted and apart from the chain: an erasure removes values and salt,
 * keeps the digest, and the chain still verifies.
 */
export function digestOf(salt: string, before: string | null, after: string | null): string {
  return sha256(`${salt}\n${before ?? ''}\n${after ?? ''}`)
}

interface Chained {
  readonly id: string
  readonly batchId: string
  readonly command: string
  readonly undoes: string | null
  readonly entity: string
  readonly recordId: string
  readonly op: string
  readonly version: number
  readonly digest: string
  readonly actorId: string | null
  readonly deviceId: string
  readonly at: string
  readonly origin: string
}

export function chainHash(previous: string, change: Chained): string {
  return sha256(
    JSON.stringify([
      previous,
      change.id,
      change.batchId,
      change.command,
      change.undoes,
      change.entity,
      change.recordId,
      change.op,
      change.version,
      change.digest,
      change.actorId,
      change.deviceId,
      change.at,
      change.origin,
    ]),
  )
}

/** Appends one change and gives where the chain stands after it. */
export async function appendChange(db: Db, state: ChainState, draft: ChangeDraft, now: Date): Promise<ChainState> {
  const salt = randomBytes(12).toString('base64')
  const before = draft.before === null ? null : JSON.stringify(draft.before)
  const after = draft.after === null ? null : JSON.stringify(draft.after)
  const at = nextStamp(state.at, now)
  const change = { ...draft, before, after, salt, digest: digestOf(salt, before, after), at }
  const hash = chainHash(state.hash, change)
  await insertRow(db, 'changes', { ...change, hash } satisfies Insertable<Schema['changes']>)
  return { hash, at }
}

/** Where this device's chain stood when the space was closed; stamps never go behind those of any device. */
export async function readChainState(db: Db, deviceId: string): Promise<ChainState> {
  const own = await db
    .selectFrom('changes')
    .select('hash')
    .where('deviceId', '=', deviceId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const last = await db.selectFrom('changes').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return { hash: own?.hash ?? '', at: last?.at ?? '' }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
