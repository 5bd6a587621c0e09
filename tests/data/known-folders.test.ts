import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { knownFolders } from '../../src/data/session/known-folders.ts'

let userData: string

beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'palier-known-'))
})
afterEach(() => rm(userData, { recursive: true, force: true }))

const opened = (folder: string, day = '2026-11-02') => ({
  folder,
  lastOpenedAt: `${day}T08:00:00.000Z`,
  memberId: null,
})

async function namesOnDisk(): Promise<readonly string[]> {
  return (await knownFolders(userData).all()).map(({ folder }) => folder)
}

test('the last opened comes first, at once and on the disk, each space once', async () => {
  const known = knownFolders(userData)
  void known.remember(opened('/a'))
  void known.remember(opened('/b'))
  void known.remember(opened('/a', '2026-11-03'))
  expect((await known.all()).map(({ folder }) => folder)).toEqual(['/a', '/b'])
  await known.written()
  expect(await namesOnDisk()).toEqual(['/a', '/b'])
  expect(JSON.parse(await readFile(join(userData, 'spaces.json'), 'utf8')).spaces[0]).toEqual(
    opened('/a', '2026-11-03'),
  )
})

test('a damaged list is an empty one', async () => {
  await writeFile(join(userData, 'spaces.json'), '{"spaces": [')
  expect(await namesOnDisk()).toEqual([])
})

test('a disk that refuses is told to who asks, and what comes next is remembered all the same', async () => {
  const known = knownFolders(join(userData, 'gone'))
  await expect(known.remember(opened('/a'))).rejects.toThrow('ENOENT')
  await known.written()
  expect((await known.all()).map(({ folder }) => folder)).toEqual(['/a'])
})
