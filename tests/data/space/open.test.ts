import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFile } from '../../../src/data/database'
import { changePassphrase, renewRecoveryKey, setKeychainKey } from '../../../src/data/space/change-secrets'
import { createSpace } from '../../../src/data/space/create-space'
import { describeFolder } from '../../../src/data/space/describe-folder'
import { closeSpace, databaseKey, databasePath, openSpace, unlockSpace } from '../../../src/data/space/open-space'
import type { Secret } from '../../../src/data/space/slots'
import { aClosedSpace, aSpace, aWorld, add, code, fingerprint, passphrase, peopleIn, type World } from './world'

const withPassphrase: Secret = { kind: 'passphrase', passphrase }

async function opensWith(world: World, folder: string, secret: Secret): Promise<number> {
  const space = await openSpace(world.dependencies, folder, secret)
  try {
    return await peopleIn(world, space)
  } finally {
    await closeSpace(space)
  }
}

test('each slot alone opens the space, here and in a copy on another computer', async () => {
  const world = aWorld()
  const { space, recoveryKey } = await aSpace(world)
  const wrappingKey = Buffer.alloc(32, 3)
  await setKeychainKey(world.dependencies, space, wrappingKey)
  await closeSpace(space)

  const elsewhere = aWorld({ host: 'another-computer' })
  cpSync(world.folder, elsewhere.folder, { recursive: true })
  const secrets: Secret[] = [
    withPassphrase,
    { kind: 'recovery', recoveryKey: recoveryKey ?? '' },
    { kind: 'keychain', wrappingKey },
  ]
  for (const secret of secrets) {
    const onlyThis = join(world.root, secret.kind)
    cpSync(world.folder, onlyThis, { recursive: true })
    expect(await opensWith(world, onlyThis, secret)).toBe(100)
    expect(await opensWith(elsewhere, elsewhere.folder, secret)).toBe(100)
  }
  await expect(opensWith(world, world.folder, { kind: 'keychain', wrappingKey: Buffer.alloc(32, 4) })).rejects.toThrow(
    code('keychainUnavailable'),
  )
  await expect(opensWith(world, world.folder, { kind: 'clear' })).rejects.toThrow(code('wrongKey'))
})

test('a passphrase is the same however its accents are composed', async () => {
  const world = aWorld()
  await aClosedSpace(world)
  expect(await opensWith(world, world.folder, { kind: 'passphrase', passphrase: passphrase.normalize('NFD') })).toBe(
    100,
  )
})

test('a wrong passphrase and a wrong recovery key change no byte', async () => {
  const world = aWorld()
  await aClosedSpace(world)
  const before = fingerprint(world.folder)
  await expect(opensWith(world, world.folder, { kind: 'passphrase', passphrase: 'wrong' })).rejects.toThrow(
    code('wrongPassphrase'),
  )
  world.wait(60)
  const other = aWorld()
  const otherKey = await aClosedSpace(other)
  await expect(opensWith(world, world.folder, { kind: 'recovery', recoveryKey: otherKey })).rejects.toThrow(
    code('wrongRecoveryKey'),
  )
  expect(fingerprint(world.folder)).toEqual(before)
})

test('a mistyped recovery key is said at once and does not count as a guess', async () => {
  const world = aWorld()
  const recoveryKey = await aClosedSpace(world)
  const slip = recoveryKey.startsWith('7') ? `8${recoveryKey.slice(1)}` : `7${recoveryKey.slice(1)}`
  for (let time = 0; time < 3; time++) {
    await expect(opensWith(world, world.folder, { kind: 'recovery', recoveryKey: slip })).rejects.toMatchObject({
      code: 'wrongRecoveryKey',
      data: { mistyped: true },
    })
  }
  expect(await opensWith(world, world.folder, { kind: 'recovery', recoveryKey: recoveryKey.toLowerCase() })).toBe(100)
})

test('any altered field of the envelope is refused, with the right passphrase', async () => {
  const world = aWorld()
  await aClosedSpace(world)
  const path = join(world.folder, 'space.json')
  const good = readFileSync(path, 'utf8')
  const alterations: Record<string, unknown>[] = [
    { name: 'Another name' },
    { kind: 'landlord' },
    { demo: true },
    { fileId: '0'.repeat(32) },
    { schemaVersion: 1 },
    { spaceId: '018f4d5c-7e3b-7aaa-8bbb-0123456789ab' },
    { addedBySomeone: true },
    { file: '../elsewhere.db' },
    { slots: JSON.parse(good).slots.slice(0, 1) },
  ]
  for (const alteration of alterations) {
    writeFileSync(path, JSON.stringify({ ...JSON.parse(good), ...alteration }))
    const refused = 'spaceId' in alteration ? 'wrongPassphrase' : 'spaceDamaged'
    await expect(opensWith(world, world.folder, withPassphrase)).rejects.toThrow(code(refused))
    world.wait(60)
  }
  for (const text of ['', '{', '[]', 'null', '{"format":1,"schemaVersion":1}']) {
    writeFileSync(path, text)
    await expect(opensWith(world, world.folder, withPassphrase)).rejects.toThrow(code('spaceDamaged'))
  }
  writeFileSync(path, good)
  expect(await opensWith(world, world.folder, withPassphrase)).toBe(100)
})

test('absurd costs read from the disk are refused before anything is computed', async () => {
  const world = aWorld()
  await aClosedSpace(world)
  const path = join(world.folder, 'space.json')
  const good = readFileSync(path, 'utf8')
  for (const cost of [{ memoryKiB: 8 }, { memoryKiB: 4_000_000_000 }, { passes: 0 }, { passes: 1e9 }, { lanes: 255 }]) {
    const envelope = JSON.parse(good)
    for (const slot of envelope.slots) if (slot.kind === 'passphrase') Object.assign(slot.cost, cost)
    writeFileSync(path, JSON.stringify(envelope))
    await expect(opensWith(world, world.folder, withPassphrase)).rejects.toThrow(code('spaceDamaged'))
  }
})

test('a slot made at a lower cost is made again at unlocking', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  await closeSpace(space)
  const dearer = { ...world, dependencies: { ...world.dependencies, cost: { memoryKiB: 32_768, passes: 3, lanes: 2 } } }
  expect(await opensWith(dearer, world.folder, withPassphrase)).toBe(100)
  const slots = JSON.parse(readFileSync(join(world.folder, 'space.json'), 'utf8')).slots
  expect(slots).toContainEqual(
    expect.objectContaining({ kind: 'passphrase', cost: { memoryKiB: 32_768, passes: 3, lanes: 2 } }),
  )
  expect(slots).toHaveLength(2)
  expect(await opensWith(world, world.folder, withPassphrase)).toBe(100)
})

test('a space from the future is refused with its bytes unchanged', async () => {
  const world = aWorld()
  await aClosedSpace(world)
  const before = fingerprint(world.folder)
  const older = { ...world, dependencies: { ...world.dependencies, newestSchema: 3 } }
  await expect(opensWith(older, world.folder, withPassphrase)).rejects.toThrow(code('spaceFromFuture'))
  expect(await describeFolder(older.dependencies, world.folder)).toEqual({ state: 'fromFuture' })
  expect(fingerprint(world.folder)).toEqual(before)
})

test('a missing, empty or damaged database is said, and neither made anew nor changed', async () => {
  const world = aWorld()
  await aClosedSpace(world)
  const path = join(world.folder, 'space.db')
  const good = readFileSync(path)

  rmSync(path)
  await expect(opensWith(world, world.folder, withPassphrase)).rejects.toThrow(code('spaceDamaged'))
  expect(existsSync(path)).toBe(false)

  writeFileSync(path, '')
  await expect(opensWith(world, world.folder, withPassphrase)).rejects.toThrow(code('spaceDamaged'))
  expect(readFileSync(path)).toHaveLength(0)

  const flipped = Buffer.from(good)
  flipped[100] = (flipped[100] ?? 0) ^ 4
  writeFileSync(path, flipped)
  await expect(opensWith(world, world.folder, withPassphrase)).rejects.toThrow(/wrongKey|spaceDamaged/)
  expect(readFileSync(path)).toEqual(flipped)

  writeFileSync(path, good)
  truncateSync(path, 2048)
  await expect(opensWith(world, world.folder, withPassphrase)).rejects.toThrow(/wrongKey|spaceDamaged/)
  expect(readFileSync(path)).toHaveLength(2048)
  expect(readdirSync(world.folder)).not.toContain('space.lock')
})

test('a space opens with the journal that a crash left beside it', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  const fileKey = databaseKey(space)
  const raw = openFile({ path: databasePath(space), fileKey, mode: 'write' })
  raw.prepare('insert into people (name) values (?)').run('written just before')
  const crashed = aWorld()
  cpSync(world.folder, crashed.folder, { recursive: true, filter: (path) => !path.endsWith('.lock') })
  raw.close()
  await closeSpace(space)
  expect(await opensWith(crashed, crashed.folder, withPassphrase)).toBe(101)
})

test('nothing lies in clear in a space, and its key is wiped when it closes', async () => {
  const world = aWorld()
  const { space, recoveryKey } = await aSpace(world)
  const held = space.spaceKey
  const spaceKey = Buffer.from(held)
  await closeSpace(space)
  expect(held.equals(Buffer.alloc(32))).toBe(true)
  expect(() => space.spaceKey).toThrow(code('locked'))
  for (const name of ['space.db', 'space.json']) {
    const bytes = readFileSync(join(world.folder, name))
    for (const secret of [passphrase, recoveryKey ?? '', 'someone called', spaceKey.toString('base64'), spaceKey]) {
      expect(bytes.includes(secret)).toBe(false)
    }
  }
})

test('the demo space opens without a word, says that it is one, and takes no passphrase', async () => {
  const world = aWorld()
  const { space, recoveryKey } = await aSpace(world, { passphrase: null })
  expect(recoveryKey).toBeNull()
  await expect(changePassphrase(world.dependencies, space, { current: null, next: 'another one' })).rejects.toThrow(
    code('wrongPassphrase'),
  )
  await closeSpace(space)
  expect(await opensWith(world, world.folder, { kind: 'clear' })).toBe(100)
  expect(await describeFolder(world.dependencies, world.folder)).toMatchObject({ demo: true, opensWith: ['clear'] })
})

test('the passphrase changes, the backups follow, and the former one opens nothing', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  await expect(changePassphrase(world.dependencies, space, { current: null, next: 'new' })).rejects.toThrow(
    code('wrongPassphrase'),
  )
  await changePassphrase(world.dependencies, space, { current: passphrase, next: 'a new one' })
  await closeSpace(space)
  await expect(opensWith(world, world.folder, withPassphrase)).rejects.toThrow(code('wrongPassphrase'))
  world.wait(60)
  expect(await opensWith(world, world.folder, { kind: 'passphrase', passphrase: 'a new one' })).toBe(100)
})

test('the recovery key lets one choose a new passphrase, and a new kit makes the former one worthless', async () => {
  const world = aWorld()
  const first = await aClosedSpace(world)
  const space = await openSpace(world.dependencies, world.folder, { kind: 'recovery', recoveryKey: first })
  await changePassphrase(world.dependencies, space, { current: null, next: 'chosen again' })
  const second = await renewRecoveryKey(world.dependencies, space, 'chosen again')
  await closeSpace(space)
  await expect(opensWith(world, world.folder, { kind: 'recovery', recoveryKey: first })).rejects.toThrow(
    code('wrongRecoveryKey'),
  )
  world.wait(60)
  expect(await opensWith(world, world.folder, { kind: 'recovery', recoveryKey: second })).toBe(100)
  expect(await opensWith(world, world.folder, { kind: 'passphrase', passphrase: 'chosen again' })).toBe(100)
})

test('a space is created whole or not at all, in an empty folder that is fit', async () => {
  const world = aWorld()
  const failing = {
    folder: world.folder,
    name: 'Les Escales',
    kind: 'association' as const,
    passphrase,
    initialise: () => Promise.reject(new Error('the disk was unplugged')),
  }
  await expect(createSpace(world.dependencies, failing)).rejects.toThrow('unplugged')
  expect(readdirSync(world.root).filter((name) => name !== 'install')).toEqual([])

  await aClosedSpace(world)
  await expect(aSpace(world)).rejects.toThrow(code('folderNotEmpty'))
  const unfit = aWorld({ judge: async () => ({ fit: false, reason: 'sync', what: 'Dropbox' }) })
  await expect(aSpace(unfit)).rejects.toThrow(code('syncFolder'))
})

test('a folder is described without its key', async () => {
  const world = aWorld()
  expect(await describeFolder(world.dependencies, world.folder)).toEqual({ state: 'empty' })
  expect(await describeFolder(world.dependencies, world.root)).toEqual({ state: 'empty' })
  const { space } = await aSpace(world)
  expect(await describeFolder(world.dependencies, world.folder)).toMatchObject({
    state: 'space',
    name: 'Les Escales',
    kind: 'association',
    demo: false,
    databasePresent: true,
    opensWith: ['passphrase', 'recovery'],
    lockedBy: world.dependencies.host,
    waitSeconds: 0,
  })
  await closeSpace(space)
  expect(await describeFolder(world.dependencies, world.folder)).toMatchObject({ lockedBy: null })
  expect(await describeFolder(world.dependencies, world.root)).toEqual({ state: 'foreign' })
  writeFileSync(join(world.folder, 'space.json'), '{')
  expect(await describeFolder(world.dependencies, world.folder)).toEqual({ state: 'damaged' })
})

test('the envelope alone opens when the database is lost, for a restore', async () => {
  const world = aWorld()
  await aClosedSpace(world)
  rmSync(join(world.folder, 'space.db'))
  const space = await unlockSpace(world.dependencies, world.folder, withPassphrase)
  await expect(add(world, space, 1)).rejects.toThrow(code('notASpace'))
  await closeSpace(space)
})

test('a copy of a space on the same computer is another device; a space that was moved stays the same', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  await closeSpace(space)
  const deviceIn = async (folder: string) => {
    const opened = await openSpace(world.dependencies, folder, withPassphrase)
    await closeSpace(opened)
    return opened.deviceId
  }
  const copy = join(world.root, 'copy')
  cpSync(world.folder, copy, { recursive: true })
  const copied = await deviceIn(copy)
  expect(copied).not.toBe(space.deviceId)
  expect([await deviceIn(world.folder), await deviceIn(copy)]).toEqual([space.deviceId, copied])

  const moved = join(world.root, 'moved')
  renameSync(world.folder, moved)
  expect(await deviceIn(moved)).toBe(space.deviceId)
  writeFileSync(world.dependencies.deviceFile, 'unreadable')
  expect([space.deviceId, copied]).not.toContain(await deviceIn(moved))
})
