import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, vi } from 'vitest'
import { ask } from '../../src/renderer/api'
import type { SpaceKind } from '../../src/shared/rules/values'
import type { TestDataProcess } from './data-process'

export const passphrase = 'tulipe canal hibou verger'

interface NewSpace {
  /** The eight groups of its recovery key. */
  readonly recoveryKey: readonly string[]
  /** Each file of its folder, by its path there. */
  readonly files: ReadonlyMap<string, Buffer>
}
const made = new Map<SpaceKind, NewSpace>()

/**
 * A new space, open, and the groups of its recovery key. Two alike are made once and copied: a copy is opened as a space
 * is on any morning, and has the backup of its day.
 */
export async function openNewSpace(data: TestDataProcess, kind: SpaceKind): Promise<readonly string[]> {
  const folder = join(data.userData, 'spaces', kind)
  const known = made.get(kind)
  const space = known ?? (await makeSpace(data, kind, folder))
  if (known) writeFiles(folder, known.files)
  made.set(kind, space)
  await ask('space.select', { folder })
  await ask('space.unlock', { passphrase })
  return space.recoveryKey
}

async function makeSpace(data: TestDataProcess, kind: SpaceKind, folder: string): Promise<NewSpace> {
  const { recoveryKey } = await ask('space.create', {
    kind,
    organisationName: kind === 'association' ? 'Les Passerelles' : 'Estuaire Logement',
    memberName: 'Solène Kerbrat',
    memberRole: 'Coordinatrice',
    passphrase,
    locale: 'fr',
    folder,
  })
  await vi.waitFor(async () => expect(await ask('space.backups', {})).toHaveLength(1), { timeout: 15_000 })
  await data.die() // what is copied is closed
  data.startAgain()
  return { recoveryKey: recoveryKey.groups, files: readFiles(folder) }
}

function readFiles(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name))
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}

function writeFiles(folder: string, files: ReadonlyMap<string, Buffer>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
