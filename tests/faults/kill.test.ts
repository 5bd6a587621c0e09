import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openFile } from '../../src/data/database.ts'
import { history } from '../../src/data/features/history.ts'
import { kyselyOn } from '../../src/data/kysely-on.ts'
import { inRoot } from '../../scripts/support/root.ts'

const wanted = Number(process.env['PALIER_KILLS'] ?? 25)
const folder = mkdtempSync(join(tmpdir(), 'palier-kills-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const path = join(folder, 'space.db')
const fileKey = Buffer.alloc(32, 7)

interface Killed {
  readonly insideWrite: boolean
  readonly acknowledged: readonly number[]
  readonly next: number
}

test(`${wanted} kills inside a write lose nothing that was acknowledged`, { timeout: wanted * 15_000 }, async () => {
  await ended(start(['0', 'create']))
  const acknowledged = new Set<number>()
  let next = 0
  let inside = 0
  for (let run = 0; inside < wanted; run += 1) {
    if (run > wanted * 4) throw new Error(`only ${inside} of ${run} kills fell inside a write`)
    const killed = await killAtRandom(next)
    next = killed.next
    for (const number of killed.acknowledged) acknowledged.add(number)
    if (!killed.insideWrite) continue
    inside += 1
    await check(acknowledged)
  }
  console.log(`${inside} kills inside a write, ${acknowledged.size} acknowledged commands, 0 lost`)
})

async function killAtRandom(first: number): Promise<Killed> {
  const child = start([String(first)])
  const acknowledged: number[] = []
  let begun = first - 1
  let timer: NodeJS.Timeout | undefined
  child.on('message', (message: { ready?: true; begun?: number; acknowledged?: number }) => {
    if (message.ready) timer = setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 200)
    if (message.begun !== undefined) begun = message.begun
    if (message.acknowledged !== undefined) acknowledged.push(message.acknowledged)
  })
  await ended(child)
  clearTimeout(timer)
  return { insideWrite: begun >= 0 && begun !== acknowledged.at(-1) && begun >= first, acknowledged, next: begun + 1 }
}

/** Every acknowledged command is there whole, the chain of changes holds, and so does the file. */
async function check(acknowledged: ReadonlySet<number>): Promise<void> {
  const raw = openFile({ path, fileKey, mode: 'write' })
  try {
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(raw.pragma('foreign_key_check')).toEqual([])
    const rows = raw
      .prepare<[], { lastName: string; points: number; tags: number; changes: number }>(
        `select lastName, (select count(*) from contactPoints where personId = p.id) as points, (select count(*) from taggings where personId = p.id) as tags,
           (select count(*) from changes where recordId = p.id) as changes from people p`,
      )
      .all()
    const found = new Set(rows.map(({ lastName }) => Number(lastName.split(' ')[1])))
    expect([...acknowledged].filter((number) => !found.has(number))).toEqual([])
    expect(rows.filter(({ points, tags, changes }) => points !== 1 || tags !== 1 || changes < 1)).toEqual([])
    const verdict = await history.verify({ db: kyselyOn(raw) } as never, {})
    expect(verdict.brokenAt).toBeNull()
  } finally {
    raw.close()
  }
}

function start(args: readonly string[]): ChildProcess {
  return fork(inRoot('tests/faults/writer-process.ts'), [path, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
