import { basename } from 'node:path'
import type { KnownSpace } from '../../shared/features/space.ts'
import type { CurrentMember } from '../context.ts'
import type { OpenDatabase } from '../open-database.ts'
import { listBackups } from '../space/backup-list.ts'
import type { SpaceDependencies } from '../space/dependencies.ts'
import { describeFolder } from '../space/describe-folder.ts'
import { isKeptHere } from './keychain.ts'
import { knownFolders } from './known-folders.ts'

/** What this install knows of its spaces without opening them. */
export interface KnownSpaces {
  /** The last opened first. */
  readonly all: () => Promise<readonly KnownSpace[]>
  readonly lastOpened: () => Promise<KnownSpace | null>
  readonly describe: (folder: string) => Promise<KnownSpace>
  readonly remember: (folder: string, memberId: string | null) => Promise<void>
  /** Whatever was to be remembered is on the disk, or could not be. */
  readonly written: () => Promise<unknown>
  /** Who was at the keyboard the last time, among those of the space. */
  readonly memberAtKeyboard: (database: OpenDatabase, folder: string) => Promise<CurrentMember | null>
}

export function knownSpaces(dependencies: SpaceDependencies, userData: string): KnownSpaces {
  const folders = knownFolders(userData)

  /** A space that cannot be read keeps its place in the list: it is said, never taken for a fresh start. */
  async function describe(folder: string, lastOpenedAt: string | null): Promise<KnownSpace> {
    const found = await describeFolder(dependencies, folder).catch(() => null)
    if (found === null || (found.state !== 'space' && found.state !== 'backup')) {
      const condition = found?.state === 'damaged' || found?.state === 'fromFuture' ? found.state : 'missing'
      return {
        folder,
        spaceId: folder,
        name: await nameInBackups(folder),
        kind: 'association',
        demo: false,
        lastOpenedAt,
        present: false,
        keychain: false,
        condition,
      }
    }
    const { spaceId, name, kind, demo, databasePresent, opensWith } = found
    return {
      folder,
      spaceId,
      name,
      kind,
      demo,
      lastOpenedAt,
      present: databasePresent,
      keychain: opensWith.includes('keychain') && isKeptHere(userData, spaceId),
      condition: 'sound',
    }
  }

  /** What the space was called when it could be read; its folder's name when no backup says it. */
  async function nameInBackups(folder: string): Promise<string> {
    const [latest] = await listBackups(dependencies, folder).catch(() => [])
    const found = latest ? await describeFolder(dependencies, latest.path).catch(() => null) : null
    return found !== null && 'name' in found ? found.name : basename(folder)
  }

  return {
    async all() {
      const known = await folders.all()
      return Promise.all(known.map(({ folder, lastOpenedAt }) => describe(folder, lastOpenedAt)))
    },
    async lastOpened() {
      const [last] = await folders.all()
      return last ? describe(last.folder, last.lastOpenedAt) : null
    },
    describe: (folder) => describe(folder, null),
    remember: (folder, memberId) =>
      folders.remember({ folder, lastOpenedAt: dependencies.now().toISOString(), memberId }),
    written: folders.written,
    async memberAtKeyboard(database, folder) {
      const entry = (await folders.all()).find((one) => one.folder === folder)
      const members = await database
        .read()
        .db.selectFrom('members')
        .select(['id', 'name'])
        .where('active', '=', 1)
        .where('deletedAt', 'is', null)
        .orderBy('createdAt')
        .execute()
      return members.find(({ id }) => id === entry?.memberId) ?? members[0] ?? null
    },
  }
}
