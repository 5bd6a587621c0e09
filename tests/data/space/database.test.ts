import { copyFileSync, existsSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openFile, rekeyFile, type FileMode, type RawDatabase } from '../../../src/data/database'
import { kyselyOn } from '../../../src/data/kysely-on'
import type { ErrorCode } from '../../../src/shared/errors'

const fileKey = Buffer.alloc(32, 7)
const opened: RawDatabase[] = []

afterEach(() => {
  for (const raw of opened.splice(0)) raw.close()
})

function temporaryFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'palier-db-')), 'space.db')
}

function open(path: string, mode: FileMode, key = fileKey, newestSchema?: number): RawDatabase {
  const raw = openFile({ path, fileKey: key, mode, newestSchema })
  opened.push(raw)
  return raw
}

function close(raw: RawDatabase): void {
  raw.close()
  opened.splice(opened.indexOf(raw), 1)
}

function filled(path: string, rows = 500): void {
  const raw = open(path, 'create')
  raw.exec('create table notes (id integer primary key, text text not null) strict')
  const insert = raw.prepare('insert into notes (text) values (?)')
  raw.transaction(() => {
    for (let row = 0; row < rows; row++) insert.run(`a secret word ${row} `.repeat(10))
  })()
  close(raw)
}

function code(code: ErrorCode): unknown {
  return expect.objectContaining({ code })
}

test('every pragma is as promised, on each connection and after a reopening', () => {
  const path = temporaryFile()
  filled(path)
  const writer = open(path, 'write')
  const reader = open(path, 'read')
  const read = (raw: RawDatabase, name: string) => raw.pragma(name, { simple: true })
  for (const raw of [writer, reader]) {
    expect(read(raw, 'cipher')).toBe('chacha20')
    expect(read(raw, 'journal_mode')).toBe('wal')
    expect(read(raw, 'synchronous')).toBe(2)
    expect(read(raw, 'foreign_keys')).toBe(1)
    expect(read(raw, 'temp_store')).toBe(2)
    expect(read(raw, 'secure_delete')).toBe(1)
    expect(read(raw, 'cell_size_check')).toBe(1)
    expect(read(raw, 'mmap_size')).toBe(0)
    expect(read(raw, 'trusted_schema')).toBe(0)
  }
  expect(read(writer, 'query_only')).toBe(0)
  expect(read(reader, 'query_only')).toBe(1)
  expect(() => reader.exec('delete from notes')).toThrow(/readonly/)
})

test('nothing written is readable without the key', () => {
  const path = temporaryFile()
  const raw = open(path, 'create')
  raw.exec(`create table notes (text text); insert into notes values ('a secret word')`)
  for (const file of [path, `${path}-wal`]) expect(readFileSync(file).includes('secret')).toBe(false)
  close(raw)
  expect(readFileSync(path).includes('SQLite format')).toBe(false)
})

test('another key is refused at opening, and no byte changes', () => {
  const path = temporaryFile()
  filled(path)
  const before = readFileSync(path)
  expect(() => open(path, 'write', Buffer.alloc(32, 8))).toThrow(code('wrongKey'))
  expect(readFileSync(path)).toEqual(before)
})

test('a missing, empty, linked or foreign file is refused and left as it is', () => {
  const path = temporaryFile()
  expect(() => open(path, 'write')).toThrow(code('notASpace'))
  expect(existsSync(path)).toBe(false)

  writeFileSync(path, '')
  expect(() => open(path, 'write')).toThrow(code('spaceDamaged'))
  expect(statSync(path).size).toBe(0)
  expect(() => open(path, 'create')).toThrow(code('unexpected'))

  const real = temporaryFile()
  filled(real)
  symlinkSync(real, `${path}.link`)
  expect(() => open(`${path}.link`, 'write')).toThrow(code('notASpace'))

  const foreign = open(real, 'write')
  foreign.pragma('application_id = 12')
  close(foreign)
  expect(() => open(real, 'write')).toThrow(code('notASpace'))
})

test('a newer schema is refused with its bytes unchanged, journal included', () => {
  const path = temporaryFile()
  filled(path)
  const newer = open(path, 'write', fileKey, 9)
  newer.pragma('user_version = 9')
  // As after a crash: the journal is still beside the file.
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${path}.crashed${end}`)
  close(newer)
  const crashed = `${path}.crashed`
  const before = [readFileSync(crashed), readFileSync(`${crashed}-wal`)]
  expect(before[1]?.length).toBeGreaterThan(0)
  expect(() => open(crashed, 'write', fileKey, 8)).toThrow(code('spaceFromFuture'))
  expect([readFileSync(crashed), readFileSync(`${crashed}-wal`)]).toEqual(before)
  expect(open(crashed, 'write', fileKey, 9).pragma('user_version', { simple: true })).toBe(9)
})

test('one bit changed anywhere in the file is seen', () => {
  const path = temporaryFile()
  filled(path, 300)
  const good = readFileSync(path)
  let seen = 0
  for (let flip = 0; flip < 20; flip++) {
    const bad = Buffer.from(good)
    const at = Math.floor((flip * good.length) / 20) + 40
    bad[at] = (bad[at] ?? 0) ^ (1 << (flip % 8))
    writeFileSync(path, bad)
    try {
      const raw = openFile({ path, fileKey, mode: 'read' })
      try {
        raw.prepare('select sum(length(text)) from notes').get()
        if (raw.pragma('integrity_check', { simple: true }) !== 'ok') seen++
      } catch {
        seen++
      } finally {
        raw.close()
      }
    } catch {
      seen++
    }
    expect(readFileSync(path)).toEqual(bad)
  }
  expect(seen).toBe(20)
})

test('a copy gets another key, and the old one no longer opens it', () => {
  const path = temporaryFile()
  filled(path)
  const other = Buffer.alloc(32, 9)
  const raw = open(path, 'copy')
  rekeyFile(raw, other)
  close(raw)
  expect(() => open(path, 'copy')).toThrow(code('wrongKey'))
  expect(open(path, 'copy', other).prepare('select count(*) as rows from notes').get()).toEqual({ rows: 500 })
})

test('Kysely runs on kept statements: the same question is prepared once', async () => {
  const path = temporaryFile()
  filled(path, 3)
  const raw = open(path, 'write')
  const prepared: string[] = []
  const counting: RawDatabase = Object.create(raw, {
    prepare: { value: (sql: string) => (prepared.push(sql), raw.prepare(sql)) },
  })
  const db = kyselyOn(counting).withTables<{ notes: { id: number; text: string } }>()
  const one = (id: number) => db.selectFrom('notes').select('id').where('id', '=', id).executeTakeFirst()
  expect([await one(1), await one(2), await one(3), await one(4)]).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }, undefined])
  expect(prepared).toHaveLength(1)

  const seen: number[] = []
  for await (const row of db.selectFrom('notes').select('id').orderBy('id').stream()) seen.push(row.id)
  expect(seen).toEqual([1, 2, 3])
  await db.updateTable('notes').set({ text: 'other' }).where('id', '=', 1).execute()
  expect(raw.prepare('select text from notes where id = 1').get()).toEqual({ text: 'other' })
})
