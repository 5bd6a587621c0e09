import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { openFile, type RawDatabase } from '../../../src/data/database'
import { takeBackup } from '../../../src/data/space/backup'
import { createSpace, type CreatedSpace } from '../../../src/data/space/create-space'
import { realDependencies, type SpaceDependencies } from '../../../src/data/space/dependencies'
import type { BackupReason } from '../../../src/data/space/envelope'
import { closeSpace, withDatabase, type UnlockedSpace } from '../../../src/data/space/open-space'
import type { ErrorCode } from '../../../src/shared/errors'
import { leastCost, verifyWorker } from '../../support/space-costs'
import { expect } from 'vitest'

export const passphrase = 'une phrase de passe été'
export const newestSchema = 4

/** A place of its own on the real disk, and a clock that moves only when told to. */
export function aWorld(changed: Partial<SpaceDependencies> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'palier-space-'))
  let now = new Date('2026-11-23T09:00:00.000Z')
  const dependencies: SpaceDependencies = {
    ...realDependencies({
      deviceFile: join(root, 'install', 'devices.json'),
      newestSchema,
      verifyWorker,
      nativeBinding: undefined,
    }),
    now: () => now,
    cost: leastCost,
    ...changed,
  }
  return {
    root,
    folder: join(root, 'space'),
    dependencies,
    wait: (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000)),
    at: (instant: string) => void (now = new Date(instant)),
  }
}
export type World = ReturnType<typeof aWorld>

export async function aSpace(
  world: World,
  changed: { passphrase?: string | null; rows?: number } = {},
): Promise<CreatedSpace> {
  return createSpace(world.dependencies, {
    folder: world.folder,
    name: 'Les Escales',
    kind: 'association',
    passphrase: changed.passphrase === undefined ? passphrase : changed.passphrase,
    initialise: async ({ path, fileKey }) => {
      const raw = openFile({ path, fileKey, mode: 'create' })
      raw.exec(`create table people (id integer primary key, name text not null) strict;
        create table changes (seq integer primary key, at text not null) strict;
        pragma user_version = ${newestSchema}`)
      addPeople(raw, changed.rows ?? 100)
      raw.close()
    },
  })
}

/** A closed space, and the recovery key it was given. */
export async function aClosedSpace(world: World, rows?: number): Promise<string> {
  const { space, recoveryKey } = await aSpace(world, rows === undefined ? {} : { rows })
  await closeSpace(space)
  return recoveryKey ?? ''
}

export function addPeople(raw: RawDatabase, rows: number): void {
  const insert = raw.prepare('insert into people (name) values (?)')
  const change = raw.prepare('insert into changes (at) values (?)')
  raw.transaction(() => {
    for (let row = 0; row < rows; row++) {
      insert.run(`someone called ${row} `.repeat(5))
      change.run(`2026-11-23T09:00:00.${String(row).padStart(6, '0')}`)
    }
  })()
}

export function peopleIn(world: World, space: UnlockedSpace): Promise<number> {
  return withDatabase(world.dependencies, space, (raw) => {
    return Number(raw.prepare('select count(*) from people').pluck().get())
  })
}

export function add(world: World, space: UnlockedSpace, rows: number): Promise<void> {
  return withDatabase(world.dependencies, space, (raw) => addPeople(raw, rows))
}

export function backUp(world: World, space: UnlockedSpace, reason: BackupReason = 'manual') {
  return takeBackup(world.dependencies, space, (work) => withDatabase(world.dependencies, space, work), reason)
}

/** Every file under a folder and what is in it, to say that nothing changed; the count of guesses set apart. */
export function fingerprint(folder: string): Record<string, string> {
  const found: Record<string, string> = {}
  const walk = (path: string) => {
    for (const name of readdirSync(path)) {
      const inside = join(path, name)
      if (statSync(inside).isDirectory()) walk(inside)
      else if (name !== 'attempts.json' && !name.startsWith('.partial-')) {
        found[relative(folder, inside)] = createHash('sha256').update(readFileSync(inside)).digest('hex')
      }
    }
  }
  walk(folder)
  return found
}

export function code(code: ErrorCode): unknown {
  return expect.objectContaining({ code })
}
