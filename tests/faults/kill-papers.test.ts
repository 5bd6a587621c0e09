import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type RawDatabase, openFile } from '../../src/data/database.ts'
import { digestOf, sweepBytes } from '../../src/data/features/document-bytes.ts'
import { kyselyOn } from '../../src/data/kysely-on.ts'
import { inRoot } from '../../scripts/support/root.ts'

const wanted = Number(process.env['PALIER_KILLS'] ?? 25)
const folder = mkdtempSync(join(tmpdir(), 'palier-kills-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'space.db')

test(
  `${wanted} kills while papers come and go leave no row without its bytes, and no bytes without a row`,
  async () => {
    await ended(start(['0', 'create']))
    const acknowledged = new Set<number>()
    let next = 0
    for (let run = 0; run < wanted; run += 1) {
      const killed = await killAtRandom(next)
      next = killed.next
      for (const number of killed.acknowledged) acknowledged.add(number)
      await check(acknowledged)
    }
    expect(acknowledged.size).toBeGreaterThan(0)
  },
  wanted * 15_000,
)

async function killAtRandom(first: number) {
  const child = start([String(first)])
  const acknowledged: number[] = []
  let begun = first - 1
  child.on('message', (message: { ready?: true; begun?: number; acknowledged?: number }) => {
    if (message.ready) setTimeout(() => child.kill('SIGKILL'), 5 + Math.random() * 120)
    if (message.begun !== undefined) begun = message.begun
    if (message.acknowledged !== undefined) acknowledged.push(message.acknowledged)
  })
  await ended(child)
  return { acknowledged, next: begun + 1 }
}

/** Every row has its bytes, whole; after the sweep of an opening, all bytes have a row. */
async function check(acknowledged: ReadonlySet<number>): Promise<void> {
  const raw = openFile({ path, fileKey: Buffer.alloc(32, 7), mode: 'write' })
  try {
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    const rows = raw.prepare<[], { title: string; sha256: string }>('select title, sha256 from documents').all()
    const found = new Set(rows.map(({ title }) => Number(title.split(' ')[1])))
    expect([...acknowledged].filter((number) => !found.has(number))).toEqual([])
    const kept = bytesIn(raw)
    expect(rows.filter(({ sha256 }) => !kept.has(sha256))).toEqual([])
    await sweepBytes(kyselyOn(raw))
    expect(bytesIn(raw)).toEqual(new Set(rows.map(({ sha256 }) => sha256)))
  } finally {
    raw.close()
  }
}

function bytesIn(raw: RawDatabase): ReadonlySet<string> {
  const rows = raw.prepare<[], { sha256: string; bytes: Buffer }>('select sha256, bytes from documentBytes').all()
  return new Set(rows.filter(({ sha256, bytes }) => digestOf(bytes) === sha256).map(({ sha256 }) => sha256))
}

function start(args: readonly string[]): ChildProcess {
  return fork(inRoot('tests/faults/paper-process.ts'), [path, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
