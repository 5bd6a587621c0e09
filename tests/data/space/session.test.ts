import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { history, targetOf } from '../../../src/data/features/history'
import { settings } from '../../../src/data/features/settings'
import { newestSchema } from '../../../src/data/migrations'
import { createEventBus } from '../../../src/data/session/events'
import type { Keychain } from '../../../src/data/session/keychain'
import { spaceLifecycle } from '../../../src/data/session/lifecycle'
import { createSession, type Session } from '../../../src/data/session/session'
import { listBackups } from '../../../src/data/space/backup-list'
import type { Disk } from '../../../src/data/space/disk'
import { AppError } from '../../../src/shared/errors'
import type { SpaceEvent } from '../../../src/shared/features/events'
import type { SpaceState } from '../../../src/shared/features/space'
import { makeOldSpace } from '../../support/old-space'
import { aWorld, code } from './world'

vi.setConfig({ testTimeout: 30_000 }) // each backup and restore starts a thread

const passphrase = 'une phrase de passe'

async function aSession(keychain: Keychain = () => Promise.reject(new Error('no keychain here'))) {
  const world = aWorld({ newestSchema })
  const session = createSession({
    userData: join(world.root, 'install'),
    resources: join(import.meta.dirname, '../../../resources'),
    dependencies: world.dependencies,
    openReader: () => Promise.reject(new Error('nothing is read here')),
    events: createEventBus(),
    onState: () => undefined,
  })
  const lifecycle = spaceLifecycle(session, {
    keychain,
    endAfterLock: () => undefined,
    fillDemo: () => Promise.resolve(),
  })
  const { space, recoveryKey } = await lifecycle.create(undefined, {
    kind: 'association',
    organisationName: 'Les Escales',
    memberName: 'Awa',
    memberRole: '',
    passphrase,
    locale: 'fr',
    folder: world.folder,
  })
  return { world, session, lifecycle, space, recoveryKey: recoveryKey.groups.join(' ') }
}

function opened(session: Session) {
  const database = session.database()
  if (!database) throw new Error('no space is open')
  return database
}

test('from the first run to the recovery key, and a passphrase chosen again', async () => {
  const { world, session, lifecycle, recoveryKey } = await aSession()
  expect(await session.state()).toMatchObject({ state: 'open', space: { name: 'Les Escales', condition: 'sound' } })
  await lifecycle.lock(undefined, {})
  await expect(lifecycle.unlock(undefined, { passphrase: 'wrong' })).rejects.toThrow(code('wrongPassphrase'))
  expect(await session.state()).toMatchObject({ state: 'locked', waitSeconds: 1 })
  world.wait(1)
  const newPassphrase = 'une autre phrase'
  const slip = { recoveryKey: recoveryKey.slice(1), newPassphrase }
  await expect(lifecycle.unlockWithRecoveryKey(undefined, slip)).rejects.toThrow(code('wrongRecoveryKey'))
  expect(await lifecycle.unlockWithRecoveryKey(undefined, { recoveryKey, newPassphrase })).toMatchObject({
    state: 'open',
  })
  await lifecycle.lock(undefined, {})
  expect(await lifecycle.unlock(undefined, { passphrase: newPassphrase })).toMatchObject({ state: 'open' })
  await session.close()
})

test('a key left to the keychain opens, follows when the keychain renews its own, and leaves nothing behind', async () => {
  let mask = 1
  let renews = false
  const under = (bytes: Uint8Array, by = mask) => bytes.map((byte) => byte ^ by)
  const { world, session, lifecycle, space } = await aSession((operation, bytes) => {
    if (operation === 'wrap') return Promise.resolve({ bytes: under(bytes), renewed: null })
    const opened = under(bytes)
    if (renews) mask += 1
    return Promise.resolve({ bytes: opened, renewed: renews ? under(opened) : null })
  })
  const file = join(world.root, 'install', 'keychain', `${space.spaceId}.bin`)
  const said = vi.spyOn(session.options.events, 'announce')
  expect(await lifecycle.setKeychain(undefined, { on: true })).toMatchObject({ space: { keychain: true } })
  expect(said).toHaveBeenCalledWith({ kind: 'space', state: 'open' }) // what is on screen is asked anew
  expect(statSync(file).mode & 0o077).toBe(0)

  renews = true
  for (const _time of ['first', 'second']) {
    await lifecycle.lock(undefined, {})
    expect(await lifecycle.unlockWithKeychain(undefined, {})).toMatchObject({ state: 'open' })
  }
  expect(mask).toBe(3)

  expect(await lifecycle.setKeychain(undefined, { on: false })).toMatchObject({ space: { keychain: false } })
  expect(readdirSync(join(world.root, 'install', 'keychain'))).toEqual([])
  await lifecycle.lock(undefined, {})
  await expect(lifecycle.unlockWithKeychain(undefined, {})).rejects.toThrow(code('keychainUnavailable'))
  expect(await lifecycle.unlock(undefined, { passphrase })).toMatchObject({ state: 'open' })
  await session.close()
})

test('a keychain that refuses changes nothing, and one that is elsewhere is not offered here', async () => {
  let answers = true
  const { world, session, lifecycle, space } = await aSession((_operation, bytes) =>
    answers ? Promise.resolve({ bytes, renewed: null }) : Promise.reject(new AppError('keychainUnavailable')),
  )
  answers = false
  await expect(lifecycle.setKeychain(undefined, { on: true })).rejects.toThrow(code('keychainUnavailable'))
  expect(await session.state()).toMatchObject({ space: { keychain: false } })

  answers = true
  await lifecycle.setKeychain(undefined, { on: true })
  await lifecycle.lock(undefined, {})
  answers = false
  await expect(lifecycle.unlockWithKeychain(undefined, {})).rejects.toThrow(code('keychainUnavailable'))
  expect(await session.state()).toMatchObject({ state: 'locked', waitSeconds: 0, space: { keychain: true } })

  rmSync(join(world.root, 'install', 'keychain', `${space.spaceId}.bin`)) // as on the computer a folder was copied to
  expect(await session.state()).toMatchObject({ space: { keychain: false } })
  await session.close()
})

/** An install that knows one space, which an earlier version left; what is announced from now on, in order. */
async function anInstallWithAnOldSpace(disk?: Partial<Disk>) {
  const world = aWorld({ newestSchema })
  await makeOldSpace(world.dependencies, { folder: world.folder, passphrase, behind: 3 })
  const events = createEventBus()
  const session = createSession({
    userData: join(world.root, 'install'),
    resources: join(import.meta.dirname, '../../../resources'),
    dependencies: { ...world.dependencies, disk: { ...world.dependencies.disk, ...disk } },
    openReader: () => Promise.reject(new Error('nothing is read here')),
    events,
    onState: () => undefined,
  })
  await session.select(world.folder)
  const said: SpaceEvent[] = []
  const states: Promise<SpaceState>[] = []
  vi.spyOn(events, 'announce').mockImplementation((event) => {
    said.push(event)
    if (event.kind === 'updating') states.push(session.state())
  })
  const steps = () =>
    said.map((event) => (event.kind === 'updating' ? [event.now.step, event.now.done, event.now.total] : event))
  return { world, session, steps, states }
}

test('a space of an earlier version says what is being done to it, step by step, to those who ask too', async () => {
  const { world, session, steps, states } = await anInstallWithAnOldSpace()
  expect(await session.open({ kind: 'passphrase', passphrase })).toMatchObject({ state: 'open' })
  expect(steps()).toEqual([
    ['copying', 0, null],
    ['reading', 0, null],
    ['changing', 0, 3],
    ['changing', 1, 3],
    ['changing', 2, 3],
    ['checking', 0, null],
    ['indexing', 0, 1],
    { kind: 'space', state: 'open' },
  ])
  const asked = await Promise.all(states)
  expect(asked.map((state) => (state.state === 'updating' ? [state.step, state.space.name] : state))).toEqual(
    steps()
      .slice(0, -1)
      .map((step) => [Array.isArray(step) ? step[0] : '', 'Les Escales']),
  )
  expect(await listBackups(world.dependencies, world.folder)).toMatchObject([{ reason: 'migration' }])
  expect(opened(session).member()?.name).toBe('Awa Diallo')
  await session.close()

  // it is done once
  expect(await session.open({ kind: 'passphrase', passphrase })).toMatchObject({ state: 'open' })
  expect(steps().slice(8)).toEqual([
    { kind: 'space', state: 'locked' },
    { kind: 'space', state: 'open' },
  ])
  await session.close()
})

test('an update that cannot make its copy gives the space back locked, as it was, and says why', async () => {
  const full = () => Promise.reject(new AppError('diskFull'))
  const { world, session, steps } = await anInstallWithAnOldSpace({ copyNew: full })
  await expect(session.open({ kind: 'passphrase', passphrase })).rejects.toThrow(code('diskFull'))
  expect(steps()).toEqual([['copying', 0, null], { kind: 'space', state: 'locked' }])
  expect(await session.state()).toMatchObject({ state: 'locked', space: { condition: 'sound' } })
  const envelope: unknown = JSON.parse(readFileSync(join(world.folder, 'space.json'), 'utf8'))
  expect(envelope).toMatchObject({ schemaVersion: newestSchema - 3 })
})

test('the organisation takes another name, which a locked space goes by, and takes it back', async () => {
  const { session, lifecycle } = await aSession()
  const name = async () => {
    const state = await session.state()
    return state.state === 'none' ? null : state.space.name
  }
  const rename = (organisationName: string) =>
    opened(session).command('settings.rename', (tx) => settings.rename(tx, { organisationName }))
  await rename('Les Phares')
  await vi.waitFor(async () => expect(await name()).toBe('Les Phares'))
  expect(opened(session).read().space.organisationName).toBe('Les Phares')
  await opened(session).command('history.undoLast', (tx) => history.undoLast(tx, {}), {
    undoes: await targetOf(opened(session).read(), 'undo'),
  })
  await vi.waitFor(async () => expect(await name()).toBe('Les Escales'))
  await rename('Les Balises')
  await vi.waitFor(async () => expect(await name()).toBe('Les Balises'))
  await lifecycle.lock(undefined, {})
  expect(await session.state()).toMatchObject({ state: 'locked', space: { name: 'Les Balises' } })
  expect(await lifecycle.unlock(undefined, { passphrase })).toMatchObject({ state: 'open' })
  const own = await opened(session).read().db.selectFrom('organisations').select('name').execute()
  expect(own).toEqual([{ name: 'Les Balises' }])
  await session.close()
})

test('a damaged database is said, restored from a locked screen, and a failed restore keeps no lock', async () => {
  const { session, lifecycle, space } = await aSession()
  const good = await lifecycle.backUpNow(undefined, {})
  await lifecycle.lock(undefined, {})
  const path = join(space.folder, 'space.db')
  writeFileSync(path, readFileSync(path).fill(7, 0, 6000))
  await expect(lifecycle.unlock(undefined, { passphrase })).rejects.toThrow(code('wrongKey'))
  await expect(lifecycle.restore(undefined, { path: join(space.folder, 'none'), passphrase })).rejects.toThrow(
    code('notASpace'),
  )
  await expect(lifecycle.unlock(undefined, { passphrase })).rejects.toThrow(code('wrongKey'))
  expect(await lifecycle.restore(undefined, { path: good.path, passphrase })).toMatchObject({ state: 'open' })
  expect(await lifecycle.replaced(undefined, {})).toEqual([expect.objectContaining({ path: 'space.db' })])
  await session.close()
})

test('a backup is restored under an open space, and the restore is put back', async () => {
  const { world, session, lifecycle } = await aSession()
  const memberCount = () => session.database()?.read().db.selectFrom('members').select('name').execute()
  const backup = await lifecycle.backUpNow(undefined, {})
  const preview = await lifecycle.previewRestore(undefined, { path: backup.path })
  expect(preview.backup.counts).toMatchObject({ members: 1 })
  await expect(lifecycle.restore(undefined, { path: backup.path, passphrase: 'wrong' })).rejects.toThrow(
    code('wrongPassphrase'),
  )
  expect(await session.state()).toMatchObject({ state: 'open' })
  world.wait(1)
  const device = session.unlocked().deviceId
  expect(await lifecycle.restore(undefined, { path: backup.path, passphrase })).toMatchObject({ state: 'open' })
  expect(session.unlocked().deviceId).not.toBe(device)
  expect(await memberCount()).toHaveLength(1)
  const [replaced] = await lifecycle.replaced(undefined, {})
  await lifecycle.putBack(undefined, { path: replaced?.path ?? '', passphrase })
  expect(session.unlocked().deviceId).toBe(device)
  expect(await memberCount()).toHaveLength(1)
  await session.close()
})
