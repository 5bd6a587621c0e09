import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { SpaceEvent } from '../../shared/features/events.ts'
import type { KnownSpace, SpaceState } from '../../shared/features/space.ts'
import type { OpenReader } from '../context.ts'
import { type NewSpace, initialise } from '../features/initialise.ts'
import { newestSchema } from '../migrations.ts'
import { copiesIn } from '../files/private-copies.ts'
import { type OpenDatabase, type OpenDatabaseOptions, openDatabase } from '../open-database.ts'
import { listBackups } from '../space/backup-list.ts'
import { type HoldWriter, takeBackup } from '../space/backup.ts'
import { type NewFile, createSpace } from '../space/create-space.ts'
import type { SpaceDependencies } from '../space/dependencies.ts'
import { describeFolder } from '../space/describe-folder.ts'
import type { BackupReason } from '../space/envelope.ts'
import {
  type UnlockedSpace,
  announceSchema,
  rewriteEnvelope,
  closeSpace,
  databaseKey,
  databasePath,
  openSpace,
  withDatabase,
} from '../space/open-space.ts'
import type { Secret } from '../space/slots.ts'
import type { EventBus } from './events.ts'
import { knownSpaces } from './known-spaces.ts'
import { followUpdate } from './updating.ts'

export interface SessionOptions {
  readonly userData: string
  readonly resources: string
  readonly dependencies: SpaceDependencies
  readonly openReader: OpenReader
  readonly events: EventBus
  /** Told after each change of state: main shows it in the title and sets its idle clock. */
  readonly onState: (state: SpaceState, lockAfterMinutes: number) => void
}

interface OpenSpace {
  readonly unlocked: UnlockedSpace
  readonly database: OpenDatabase
}

/** The space of this process: none, one that is locked, or one that is open. */
export interface Session {
  readonly options: SessionOptions
  readonly database: () => OpenDatabase | null
  readonly unlocked: () => UnlockedSpace
  readonly state: () => Promise<SpaceState>
  /** Says the state to whoever follows it, when something of it changed. */
  readonly announce: () => Promise<SpaceState>
  readonly select: (folder: string) => Promise<void>
  readonly known: () => Promise<readonly KnownSpace[]>
  readonly create: (
    folder: string,
    wanted: NewSpace,
    passphrase: string | null,
    fill?: (database: OpenDatabase) => Promise<void>,
  ) => Promise<string | null>
  readonly open: (secret: Secret) => Promise<SpaceState>
  /** Uses a space whose key is already known: one that was just made, restored or brought here. */
  readonly adopt: (unlocked: UnlockedSpace) => Promise<SpaceState>
  /** Closes the database, keeps the key: for what replaces the file under it. */
  readonly withClosedDatabase: (work: (unlocked: UnlockedSpace) => Promise<void>) => Promise<SpaceState>
  readonly backUp: (reason: BackupReason) => ReturnType<typeof takeBackup>
  /** At the start: a space whose key lies in clear asks for nothing. */
  readonly openIfDemo: () => Promise<void>
  readonly rememberMember: (memberId: string) => Promise<void>
  readonly close: () => Promise<void>
}

const day = 24 * 60 * 60 * 1000

export function createSession(options: SessionOptions): Session {
  const { dependencies, userData } = options
  const known = knownSpaces(dependencies, userData)
  const update = followUpdate(options.events)
  let current: OpenSpace | null = null
  let selected: string | null = null

  async function selectedSpace(): Promise<KnownSpace | null> {
    if (selected !== null) return known.describe(selected)
    return known.lastOpened()
  }

  async function state(): Promise<SpaceState> {
    const updating = update.now()
    if (updating !== null) return updating
    const space = current ? await known.describe(current.unlocked.folder) : await selectedSpace()
    if (space === null) return { state: 'none' }
    if (current) return { state: 'open', space }
    const found = await describeFolder(dependencies, space.folder).catch(() => null)
    return { state: 'locked', space, waitSeconds: found !== null && 'waitSeconds' in found ? found.waitSeconds : 0 }
  }

  async function announceState(told?: SpaceState): Promise<SpaceState> {
    const now = await tellState(told)
    if (now.state !== 'updating') options.events.announce({ kind: 'space', state: now.state })
    return now
  }

  async function tellState(told?: SpaceState): Promise<SpaceState> {
    const now = told ?? (await state())
    options.onState(now, current ? current.database.read().space.settings.lockAfterMinutes : 10)
    return now
  }

  /** How long to wait before locking is a setting: main follows it. */
  function announceChange(event: SpaceEvent): void {
    options.events.announce(event)
    if (event.kind !== 'changed') return
    if (event.entities.includes('space')) void followName()
    else if (event.entities.includes('settings')) void tellState()
  }

  /** A locked space is known by the name in its envelope. */
  async function followName(): Promise<void> {
    if (!current) return
    const { unlocked, database } = current
    const { organisationName: name } = database.read().space
    if (unlocked.envelope.name !== name) await rewriteEnvelope(dependencies, unlocked, { name })
    await announceState()
  }

  function openAt(
    unlocked: Pick<UnlockedSpace, 'folder' | 'deviceId'>,
    file: Pick<OpenDatabaseOptions, 'path' | 'fileKey' | 'create' | 'checked' | 'onUpdate'>,
  ): Promise<OpenDatabase> {
    return openDatabase({
      ...file,
      folder: unlocked.folder,
      deviceId: unlocked.deviceId,
      resources: options.resources,
      copies: copiesIn(userData),
      now: dependencies.now,
      newId: dependencies.newId,
      openReader: options.openReader,
      backUp: backUpBeforeImport,
      announce: announceChange,
      nativeBinding: dependencies.nativeBinding,
    })
  }

  /** A verified copy is made before a migration touches the file. */
  async function backUpBeforeMigration(unlocked: UnlockedSpace, space: KnownSpace): Promise<void> {
    if (unlocked.envelope.schemaVersion >= newestSchema) return
    await update.tell(space, 'copying')
    const holdWriter: HoldWriter = async (work) => {
      const counts = await withDatabase(dependencies, unlocked, work)
      await update.tell(space, 'reading')
      return counts
    }
    await takeBackup(dependencies, unlocked, holdWriter, 'migration')
    await announceSchema(dependencies, unlocked, newestSchema)
  }

  /**
   * `checked`: its file was looked at a moment ago; `found`: the space as it was then, where it need not be looked at anew
   * for who asked.
   */
  async function adopt(
    unlocked: UnlockedSpace,
    { checked = false, found }: { readonly checked?: boolean; readonly found?: KnownSpace } = {},
  ): Promise<SpaceState> {
    const fileKey = databaseKey(unlocked)
    try {
      const space = found ?? (await known.describe(unlocked.folder))
      await backUpBeforeMigration(unlocked, space)
      const database = await openAt(unlocked, {
        path: databasePath(unlocked),
        fileKey,
        create: false,
        checked,
        onUpdate: (...news) => update.tell(space, ...news),
      })
      database.switchMember(await known.memberAtKeyboard(database, unlocked.folder))
      current = { unlocked, database }
      selected = unlocked.folder
      // nobody waits for the disk here, and one that refuses costs no more than the order of the list
      known.remember(unlocked.folder, database.member()?.id ?? null).catch(() => undefined)
    } catch (error) {
      await closeSpace(unlocked)
      if (update.now() !== null) await afterUpdate()
      throw error
    } finally {
      fileKey.fill(0)
    }
    void backUpDaily()
    return afterUpdate(found && { state: 'open', space: found })
  }

  function afterUpdate(told?: SpaceState): Promise<SpaceState> {
    update.end()
    return announceState(told)
  }

  async function backUpDaily(): Promise<void> {
    if (!current || current.unlocked.envelope.demo) return
    const [latest] = await listBackups(dependencies, current.unlocked.folder)
    const recent = latest !== undefined && dependencies.now().getTime() - Date.parse(latest.at) < day
    if (!recent) await backUp('daily').catch(() => undefined) // it is tried again at the next opening; the list of backups shows its age
  }

  /** The demo holds nothing to keep. */
  async function backUpBeforeImport(): Promise<void> {
    if (current && !current.unlocked.envelope.demo) await backUp('import')
  }

  function backUp(reason: BackupReason): ReturnType<typeof takeBackup> {
    const { unlocked, database } = opened()
    return takeBackup(dependencies, unlocked, database.whileQuiet, reason)
  }

  function opened(): OpenSpace {
    if (!current) throw new AppError('locked')
    return current
  }

  return {
    options,
    database: () => current?.database ?? null,
    unlocked: () => opened().unlocked,
    state,
    announce: announceState,
    known: known.all,
    async select(folder) {
      if (current) throw new AppError('spaceLocked', { host: basename(folder) })
      selected = folder
      await announceState()
    },
    async create(folder, wanted, passphrase, fill) {
      await mkdir(join(userData, 'spaces'), { recursive: true })
      const created = await createSpace(dependencies, {
        folder,
        name: wanted.organisationName,
        kind: wanted.kind,
        passphrase,
        initialise: (file) => writeFirstRows(file, wanted, fill),
      })
      await adopt(created.space)
      return created.recoveryKey
    },
    async open(secret) {
      if (current) return state()
      const space = await selectedSpace()
      if (space === null) throw new AppError('notASpace')
      return adopt(await openSpace(dependencies, space.folder, secret), { checked: true })
    },
    adopt: (unlocked) => adopt(unlocked),
    async withClosedDatabase(work) {
      const { unlocked, database } = opened()
      await database.close()
      current = null
      try {
        await work(unlocked)
      } finally {
        await adopt(unlocked)
      }
      return state()
    },
    backUp,
    async openIfDemo() {
      const space = await selectedSpace()
      if (space?.demo !== true || !space.present) return
      await adopt(await openSpace(dependencies, space.folder, { kind: 'clear' }), { checked: true, found: space })
    },
    async rememberMember(memberId) {
      await known.remember(opened().unlocked.folder, memberId)
    },
    async close() {
      if (current) {
        const { unlocked, database } = current
        current = null
        await database.close()
        await closeSpace(unlocked)
        await announceState()
      }
      await known.written()
    },
  }

  async function writeFirstRows(
    file: NewFile,
    wanted: NewSpace,
    fill: ((database: OpenDatabase) => Promise<void>) | undefined,
  ): Promise<void> {
    const database = await openAt(
      { folder: '', deviceId: file.deviceId },
      { path: file.path, fileKey: file.fileKey, create: true },
    )
    try {
      const { memberId } = await database.command('space.create', (tx) => initialise(tx, wanted))
      database.switchMember({ id: memberId, name: wanted.memberName })
      await fill?.(database)
    } finally {
      await database.close()
    }
  }
}
