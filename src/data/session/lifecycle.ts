import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { SpaceState, space as contract } from '../../shared/features/space.ts'
import { fold } from '../../shared/rules/fold.ts'
import { readMember } from '../features/members.ts'
import { listBackups } from '../space/backup-list.ts'
import { changePassphrase, confirmPassphrase, renewRecoveryKey, setKeychainKey } from '../space/change-secrets.ts'
import { type Counts, countRows, lastChangeOf } from '../space/check-copy.ts'
import { describeFolder } from '../space/describe-folder.ts'
import { openFromElsewhere } from '../space/from-elsewhere.ts'
import { type UnlockedSpace, closeSpace, openSpace, unlockSpace } from '../space/open-space.ts'
import { inspectBackup, listReplaced, putBack, restoreBackup } from '../space/restore.ts'
import type { Secret } from '../space/slots.ts'
import type { Signature } from '../../shared/endpoint.ts'
import type { OpenDatabase } from '../open-database.ts'
import { type Keychain, keptKey } from './keychain.ts'
import type { Session } from './session.ts'

type Lifecycle<Feature> = {
  readonly [
    Name in keyof Feature as Feature[Name] extends Signature<infer Kind, infer _I, infer _O>
      ? Kind extends 'lifecycle'
        ? Name
        : never
      : never
  ]: Feature[Name] extends Signature<'lifecycle', infer Input, infer Output>
    ? (context: undefined, input: Input) => Promise<Output>
    : never
}

export interface LifecycleHost {
  readonly keychain: Keychain
  /** The key has left this process: main ends it, starts a fresh one and reloads the screen. */
  readonly endAfterLock: () => void
  readonly fillDemo: (database: OpenDatabase, kind: 'association' | 'landlord', locale: 'fr' | 'en') => Promise<void>
}

/** What concerns the space itself: making, opening, locking, its keys, its backups. */
export function spaceLifecycle(session: Session, host: LifecycleHost): Lifecycle<typeof contract> {
  const { dependencies, userData } = session.options

  /**
   * With the database open, or with the right passphrase when it is not, as when it is damaged. Where the envelope
   * is damaged too, that of the backup stands in for it.
   */
  async function replaceFile(
    passphrase: string,
    work: (unlocked: ReturnType<Session['unlocked']>) => Promise<void>,
    backup?: string,
  ): Promise<SpaceState> {
    if (session.database()) {
      await confirmPassphrase(dependencies, session.unlocked(), passphrase)
      return session.withClosedDatabase(work)
    }
    const state = await session.state()
    if (state.state !== 'locked') throw new AppError('notASpace')
    const envelopeFrom = state.space.condition === 'damaged' && backup !== undefined ? { envelopeFrom: backup } : {}
    const unlocked = await unlockSpace(
      dependencies,
      state.space.folder,
      { kind: 'passphrase', passphrase },
      envelopeFrom,
    )
    await orClose(unlocked, () => work(unlocked))
    return session.adopt(unlocked)
  }

  async function folder(): Promise<string> {
    const state = await session.state()
    if (state.state === 'none') throw new AppError('notASpace')
    return state.space.folder
  }

  return {
    state: () => session.state(),
    known: async () => [...(await session.known())],
    async create(_context, input) {
      await session.close()
      const at =
        input.folder ?? join(userData, 'spaces', `${slug(input.organisationName)}-${randomBytes(2).toString('hex')}`)
      const recoveryKey = await session.create(at, { ...input, demo: false }, input.passphrase)
      const state = await session.state()
      if (state.state !== 'open' || recoveryKey === null) throw new AppError('unexpected')
      return { space: state.space, recoveryKey: { groups: recoveryKey.split('-') } }
    },
    async openDemo(_context, { locale, kind }) {
      await session.close()
      const at = join(userData, 'spaces', `demo-${kind}`)
      const found = await describeFolder(dependencies, at)
      if (found.state === 'space') {
        await session.select(at)
        return session.open({ kind: 'clear' })
      }
      const organisationName = kind === 'association' ? 'Les Passerelles' : 'Estuaire Logement'
      const memberName = kind === 'association' ? 'Solène Kerbrat' : 'Julien Tessandier'
      const memberRole = {
        association: { fr: 'Coordinatrice', en: 'Coordinator' },
        landlord: { fr: 'Insertion sociale', en: 'Social inclusion' },
      }[kind][locale]
      await session.create(at, { kind, organisationName, memberName, memberRole, demo: true }, null, (database) =>
        host.fillDemo(database, kind, locale),
      )
      return session.state()
    },
    async select(_context, input) {
      await session.close()
      await session.select(input.folder)
      return session.state()
    },
    async unlock(_context, { passphrase }) {
      return session.open({ kind: 'passphrase', passphrase })
    },
    async unlockWithRecoveryKey(_context, { recoveryKey, newPassphrase }) {
      const at = await folder()
      const unlocked = await openSpace(dependencies, at, { kind: 'recovery', recoveryKey })
      await orClose(unlocked, () => changePassphrase(dependencies, unlocked, { current: null, next: newPassphrase }))
      return session.adopt(unlocked)
    },
    async unlockWithKeychain() {
      const state = await session.state()
      if (state.state === 'none') throw new AppError('notASpace')
      const { folder: at, spaceId } = state.space
      const wrappingKey = await keptKey(userData, spaceId, host.keychain).read()
      try {
        if (session.database()) return await session.state() // the passphrase was quicker than the keychain's own question
        await session.select(at)
        return await session.open({ kind: 'keychain', wrappingKey })
      } finally {
        wrappingKey.fill(0)
      }
    },
    async setKeychain(_context, { on }) {
      const unlocked = session.unlocked()
      const kept = keptKey(userData, unlocked.envelope.spaceId, host.keychain)
      if (!on) {
        await setKeychainKey(dependencies, unlocked, null)
        await kept.forget()
        return session.announce()
      }
      const wrappingKey = randomBytes(32)
      try {
        await kept.keep(wrappingKey)
        await setKeychainKey(dependencies, unlocked, wrappingKey)
      } finally {
        wrappingKey.fill(0)
      }
      return session.announce()
    },
    async lock() {
      await session.close()
      const state = await session.state()
      host.endAfterLock()
      return state
    },
    async changePassphrase(_context, { current, next }) {
      await changePassphrase(dependencies, session.unlocked(), { current, next })
      return {}
    },
    async renewRecoveryKey(_context, { passphrase }) {
      return { groups: (await renewRecoveryKey(dependencies, session.unlocked(), passphrase)).split('-') }
    },
    async describe(_context, { path }) {
      const found = await describeFolder(dependencies, path)
      if (found.state === 'fromFuture') throw new AppError('spaceFromFuture')
      if (found.state === 'damaged') throw new AppError('spaceDamaged')
      if (found.state !== 'space' && found.state !== 'backup') throw new AppError('notASpace')
      const known = await session.known()
      return {
        kind: found.state,
        name: found.name,
        spaceKind: found.kind,
        at: found.at,
        demo: found.demo,
        knownHere: known.some(({ spaceId }) => spaceId === found.spaceId),
      }
    },
    async openFromElsewhere(_context, { path, passphrase, recoveryKey, newPassphrase }) {
      await session.close()
      const secret: Secret =
        recoveryKey === null ? { kind: 'passphrase', passphrase: passphrase ?? '' } : { kind: 'recovery', recoveryKey }
      const found = await describeFolder(dependencies, path)
      const name = 'name' in found ? found.name : 'espace'
      await mkdir(join(userData, 'spaces'), { recursive: true })
      const at = join(userData, 'spaces', `${slug(name)}-${randomBytes(2).toString('hex')}`)
      return session.adopt(await openFromElsewhere(dependencies, { source: path, folder: at, secret, newPassphrase }))
    },
    async backups() {
      return [...(await listBackups(dependencies, await folder()))]
    },
    backUpNow: () => session.backUp('manual'),
    async previewRestore(_context, { path }) {
      const unlocked = session.unlocked()
      const { note, counts, lastChange } = await inspectBackup(dependencies, unlocked, path)
      const database = session.database()
      if (!database) throw new AppError('locked')
      const now = await database.whileQuiet(async (raw) => ({ counts: countRows(raw), lastChange: lastChangeOf(raw) }))
      return {
        backup: { path, at: note.takenAt, bytes: note.bytes, reason: note.reason, counts: note.counts },
        tables: compare(now.counts, counts),
        lastChangeNow: now.lastChange?.slice(0, 24) ?? null,
        lastChangeThen: lastChange?.slice(0, 24) ?? null,
      }
    },
    restore: (_context, { path, passphrase }) =>
      replaceFile(passphrase, (unlocked) => restoreBackup(dependencies, unlocked, path), path),
    async replaced() {
      const unlocked = session.unlocked()
      return (await listReplaced(dependencies, unlocked)).map((one) => ({
        path: one.file,
        at: one.replacedAt,
        bytes: one.bytes,
        reason: 'restore',
        counts: one.counts,
      }))
    },
    putBack: (_context, { path, passphrase }) =>
      replaceFile(passphrase, (unlocked) => putBack(dependencies, unlocked, path)),
  }
}

/** What fails between unlocking and using a space gives its key and its lock back. */
async function orClose(unlocked: UnlockedSpace, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    await closeSpace(unlocked)
    throw error
  }
}

export function memberLifecycle(session: Session) {
  return {
    async switchTo(_context: undefined, { id }: { id: string }) {
      const database = session.database()
      if (!database) throw new AppError('locked')
      const member = await readMember(database.read().db, id)
      database.switchMember({ id: member.id, name: member.name })
      await session.rememberMember(id)
      session.options.events.announce({ kind: 'changed', entities: ['members'] })
      return member
    },
  }
}

const shown = ['people', 'organisations', 'residences', 'referrals', 'consents', 'changes'] as const

function compare(now: Counts, inBackup: Counts) {
  return shown.map((entity) => ({ entity, now: now[entity] ?? 0, inBackup: inBackup[entity] ?? 0 }))
}

function slug(name: string): string {
  return fold(name).replaceAll(' ', '-').slice(0, 40) || 'espace'
}
