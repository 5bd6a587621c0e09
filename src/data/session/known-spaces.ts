import { basename } from 'node:path'
import type { KnownSpace } from '../../shared/features/space.ts'
import type { CurrentMember } from '../context.ts'
import type { OpenDatabase } from '../open-database.ts'
import { listBackups } from '../space/backup-list.ts'
import type { SpaceDependencies } from '../space/dependencies.ts'
import { describeFolder } from '../space/describe-folder.ts'
import { isKeptHere } from './keychain.ts'
import { readKnownFolders, rememberFolder } from './known-folders.ts'

/** What this install knows of its spaces without opening them. */
export interface KnownSpaces {
  /** The last opened first. */
  readonly all: () => Promise<readonly KnownSpace[]>
  readonly describe: (folder: string) => Promise<KnownSpace>
  readonly remember: (folder: string, memberId: string | null) => Promise<void>
  /** Who was at the keyboard the last time, among those of the space. */
  readonly memberAtKeyboard: (database: OpenDatabase, folder: string) => Promise<CurrentMember | null>
}

export function knownSpaces(dependencies: SpaceDependencies, userData: string): KnownSpaces {
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
      const folders = await readKnownFolders(userData)
      return Promise.all(folders.map(({ folder, lastOpenedAt }) => describe(folder, lastOpenedAt)))
    },
    describe: (folder) => describe(folder, null),
    remember: (folder, memberId) =>
      rememberFolder(userData, { folder, lastOpenedAt: dependencies.now().toISOString(), memberId }),
    async memberAtKeyboard(database, folder) {
      const entry = (await readKnownFolders(userData)).find((one) => one.folder === folder)
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
