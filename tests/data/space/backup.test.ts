import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openFile } from '../../../src/data/database'
import { takeBackup } from '../../../src/data/space/backup'
import { backupsToDiscard, listBackups, type Backup } from '../../../src/data/space/backup-list'
import { changePassphrase } from '../../../src/data/space/change-secrets'
import { openFromElsewhere } from '../../../src/data/space/from-elsewhere'
import {
  closeSpace,
  databaseKey,
  databasePath,
  openSpace,
  unlockSpace,
  withDatabase,
} from '../../../src/data/space/open-space'
import { inspectBackup, listReplaced, putBack, restoreBackup } from '../../../src/data/space/restore'
import { aClosedSpace, add, aSpace, aWorld, backUp, code, fingerprint, passphrase, peopleIn } from './world'

vi.setConfig({ testTimeout: 30_000 }) // each backup and restore starts a thread

const secret = { kind: 'passphrase', passphrase } as const

test('a backup is a checked copy with a key and an envelope of its own, and the space is as it was', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  const before = readFileSync(databasePath(space))
  const backup = await backUp(world, space)
  expect(backup).toMatchObject({
    reason: 'manual',
    counts: { people: 100, changes: 100 },
    at: '2026-11-23T09:00:00.000Z',
  })
  expect(readdirSync(backup.path)).toEqual(['space.db', 'space.json'])
  expect(await listBackups(world.dependencies, world.folder)).toEqual([backup])

  expect(readFileSync(databasePath(space))).toEqual(before)
  const copy = { path: join(backup.path, 'space.db'), mode: 'copy' } as const
  expect(() => openFile({ ...copy, fileKey: databaseKey(space) })).toThrow(code('wrongKey'))
  const contents = fingerprint(backup.path)
  expect(await inspectBackup(world.dependencies, space, backup.path)).toMatchObject({
    counts: { people: 100 },
    lastChange: '2026-11-23T09:00:00.000099',
  })
  expect(fingerprint(backup.path)).toEqual(contents)
  await closeSpace(space)
})

test('what is written while a backup is being checked is not lost, and not in it', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  const fileKey = databaseKey(space)
  const raw = openFile({ path: databasePath(space), fileKey, mode: 'write' })
  const backup = await takeBackup(
    world.dependencies,
    space,
    async (work) => {
      const value = await work(raw)
      raw.prepare('insert into people (name) values (?)').run('a latecomer')
      return value
    },
    'daily',
  )
  raw.close()
  expect(backup.counts).toMatchObject({ people: 100 })
  expect(await peopleIn(world, space)).toBe(101)
  await closeSpace(space)
})

test('two backups asked for at once are both made, and a change of passphrase meanwhile reaches them', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  const fileKey = databaseKey(space)
  const raw = openFile({ path: databasePath(space), fileKey, mode: 'write' })
  const take = (reason: 'daily' | 'manual') => takeBackup(world.dependencies, space, (work) => work(raw), reason)
  const change = changePassphrase(world.dependencies, space, { current: passphrase, next: 'a new one' })
  const made = await Promise.all([take('daily'), take('manual'), change])
  raw.close()
  const slots = space.envelope.slots
  for (const backup of made.slice(0, 2)) {
    const path = backup?.path ?? ''
    expect(await inspectBackup(world.dependencies, space, path)).toMatchObject({ counts: { people: 100 } })
    expect(JSON.parse(readFileSync(join(path, 'space.json'), 'utf8')).slots).toEqual(slots)
  }
  await closeSpace(space)
})

test('a damaged space gives no backup, and costs none of the good ones', async () => {
  const world = aWorld()
  const { space } = await aSpace(world, { rows: 2000 })
  const good = await backUp(world, space)
  const contents = fingerprint(good.path)
  const bytes = readFileSync(databasePath(space))
  const at = bytes.length - 5000
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(databasePath(space), bytes)
  for (let day = 24; day < 30; day++) {
    world.at(`2026-11-${day}T09:00:00.000Z`)
    await expect(backUp(world, space, 'daily')).rejects.toThrow(/spaceDamaged|backupDamaged|wrongKey/)
  }
  expect(await listBackups(world.dependencies, world.folder)).toEqual([good])
  expect(readdirSync(join(world.folder, 'backups'))).toHaveLength(1)
  expect(fingerprint(good.path)).toEqual(contents)
  await closeSpace(space)
})

test('a copy that lacks rows, or that contradicts itself, is not taken for a backup', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  const yesterday = readFileSync(databasePath(space))
  await add(world, space, 1)
  const disk = { ...world.dependencies.disk, copyNew: async (_: string, to: string) => writeFileSync(to, yesterday) }
  await expect(backUp({ ...world, dependencies: { ...world.dependencies, disk } }, space)).rejects.toThrow(
    code('backupDamaged'),
  )
  await withDatabase(world.dependencies, space, (raw) => {
    raw.exec('create table extra (name text) strict; insert into extra values (null)')
    raw.unsafeMode(true)
    raw.pragma('writable_schema = on')
    raw.exec(`update sqlite_schema set sql = 'CREATE TABLE extra (name text not null) strict' where name = 'extra'`)
  })
  await expect(backUp(world, space)).rejects.toThrow(code('spaceDamaged'))
  expect(readdirSync(join(world.folder, 'backups'))).toEqual([])
  await closeSpace(space)
})

test('a failure at any step of a backup leaves the earlier ones, and nothing half made', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  const good = await backUp(world, space)
  const contents = fingerprint(good.path)
  for (const step of ['makeFolder', 'copyNew', 'size', 'writeNew', 'rename'] as const) {
    const disk = { ...world.dependencies.disk, [step]: () => Promise.reject(new Error(`${step} failed`)) }
    await expect(backUp({ ...world, dependencies: { ...world.dependencies, disk } }, space)).rejects.toThrow(step)
    expect(readdirSync(join(world.folder, 'backups'))).toHaveLength(1)
    expect(fingerprint(good.path)).toEqual(contents)
  }
  // As after a crash: nobody cleaned up. The next backup does.
  const disk = {
    ...world.dependencies.disk,
    rename: () => Promise.reject(new Error('crash')),
    discardUnfinished: () => Promise.reject(new Error('crash')),
  }
  await expect(backUp({ ...world, dependencies: { ...world.dependencies, disk } }, space)).rejects.toThrow('crash')
  expect(readdirSync(join(world.folder, 'backups'))).toHaveLength(2)
  expect(await listBackups(world.dependencies, world.folder)).toEqual([good])
  world.wait(1)
  await backUp(world, space)
  expect(await listBackups(world.dependencies, world.folder)).toHaveLength(2)
  expect(readdirSync(join(world.folder, 'backups'))).toHaveLength(2)
  await closeSpace(space)
})

test('a space locked while its backup is being made has no backup with a key of zeros', async () => {
  for (const step of ['copyNew', 'size', 'writeNew'] as const) {
    const world = aWorld()
    const { space } = await aSpace(world)
    const real = world.dependencies.disk
    const locking = async (...given: [string, string]) => {
      const value = await real[step](...given)
      await closeSpace(space)
      return value
    }
    const dependencies = { ...world.dependencies, disk: { ...real, [step]: locking } }
    const outcome: unknown = await backUp({ ...world, dependencies }, space).catch((error: unknown) => error)
    const again = await openSpace(world.dependencies, world.folder, secret)
    const backups = await listBackups(world.dependencies, world.folder)
    expect(backups).toHaveLength(step === 'writeNew' ? 1 : 0)
    expect(outcome).toEqual(backups[0] ?? code('locked'))
    for (const backup of backups) expect(await inspectBackup(world.dependencies, again, backup.path)).toBeDefined()
    await closeSpace(again)
  }
})

function aBackup(at: Date, reason: Backup['reason'] = 'daily'): Backup {
  return { path: at.toISOString(), at: at.toISOString(), reason, bytes: 1, counts: {} }
}

test('rotation keeps three of today, seven days, four weeks and six months', () => {
  const now = new Date(2026, 10, 23, 18)
  const hourly: Backup[] = []
  for (let hours = 0; hours < 24 * 365; hours += 6) hourly.push(aBackup(new Date(now.getTime() - hours * 3_600_000)))
  const discarded = new Set(backupsToDiscard(hourly, now))
  const kept = hourly.filter((backup) => !discarded.has(backup)).map((backup) => new Date(backup.at))
  const daysAgo = (date: Date) => Math.round((now.getTime() - date.getTime()) / 86_400_000)
  expect(kept.filter((date) => date.getDate() === 23 && date.getMonth() === 10)).toHaveLength(3)
  for (let day = 1; day < 7; day++) expect(kept.filter((date) => daysAgo(date) === day).length).toBeGreaterThan(0)
  for (const sunday of [22, 15, 8])
    expect(kept.some((date) => date.getMonth() === 10 && date.getDate() === sunday)).toBe(true)
  expect(new Set(kept.map((date) => date.getMonth()))).toEqual(new Set([10, 9, 8, 7, 6, 5]))
  expect(kept.length).toBeLessThanOrEqual(3 + 7 + 4 + 6)
})

test('rotation day after day never gives up the only backup, nor the last of a kind, nor one from a wrong clock', () => {
  const now = new Date(2026, 10, 23, 18)
  expect(backupsToDiscard([aBackup(new Date(2020, 0, 1))], now)).toEqual([])
  const future = aBackup(new Date(2027, 0, 1))
  const migration = aBackup(new Date(2025, 0, 1), 'migration')
  const old = aBackup(new Date(2025, 0, 2))
  expect(backupsToDiscard([future, migration, old, aBackup(now)], now)).toEqual([old])

  let kept: readonly Backup[] = []
  for (let day = 0; day < 400; day++) {
    const today = new Date(2025, 0, 1 + day, 9)
    const all = [...kept, aBackup(today)]
    const gone = new Set(backupsToDiscard(all, today))
    kept = all.filter((backup) => !gone.has(backup))
    expect(kept.at(-1)?.at).toBe(today.toISOString())
  }
  const last = new Date(kept.at(-1)?.at ?? 0).getTime()
  const ages = kept.map((backup) => Math.round((last - new Date(backup.at).getTime()) / 86_400_000))
  expect(ages.filter((age) => age < 7)).toHaveLength(7)
  expect(ages.some((age) => age >= 14 && age < 28)).toBe(true)
  expect(Math.max(...ages)).toBeGreaterThan(120)
})

test('old backups leave the disk only after a new one is there', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  for (let minute = 0; minute < 5; minute++) {
    await backUp(world, space, 'manual')
    world.wait(60)
  }
  const kept = await listBackups(world.dependencies, world.folder)
  expect(kept.map((backup) => backup.at)).toEqual([
    '2026-11-23T09:04:00.000Z',
    '2026-11-23T09:03:00.000Z',
    '2026-11-23T09:02:00.000Z',
  ])
  await closeSpace(space)
})

test('a restore gives the file another key and device, keeps the replaced one, and can be undone', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  const backup = await backUp(world, space)
  await add(world, space, 50)
  const [before, device, key] = [databasePath(space), space.deviceId, databaseKey(space)]
  const replacedBytes = readFileSync(before)
  const backupBytes = fingerprint(backup.path)

  await restoreBackup(world.dependencies, space, backup.path)
  expect(await peopleIn(world, space)).toBe(100)
  expect(databaseKey(space).equals(key)).toBe(false)
  expect(space.deviceId).not.toBe(device)
  expect(readFileSync(before)).toEqual(replacedBytes)
  expect(fingerprint(backup.path)).toEqual(backupBytes)
  expect(() => openFile({ path: databasePath(space), fileKey: key, mode: 'read' })).toThrow(code('wrongKey'))
  await closeSpace(space)

  const again = await openSpace(world.dependencies, world.folder, secret)
  expect(await peopleIn(world, again)).toBe(100)
  const [replaced] = await listReplaced(world.dependencies, again)
  expect(replaced).toMatchObject({ file: 'space.db', counts: { people: 150 } })
  await putBack(world.dependencies, again, 'space.db')
  expect(again.deviceId).toBe(device)
  expect(await peopleIn(world, again)).toBe(150)
  // And once more: what was restored can be taken again as well.
  const [restored] = await listReplaced(world.dependencies, again)
  await putBack(world.dependencies, again, restored?.file ?? '')
  expect(await peopleIn(world, again)).toBe(100)
  await expect(putBack(world.dependencies, again, 'space-01234567.db')).rejects.toThrow(code('notFound'))
  await closeSpace(again)
})

test('a restore that fails at any step leaves the space as it was', async () => {
  const world = aWorld()
  const { space } = await aSpace(world, { passphrase: null })
  const backup = await backUp(world, space)
  await add(world, space, 50)
  await closeSpace(space)
  const real = world.dependencies.disk
  const failures: string[] = []
  for (const step of ['copyNew', 'rename', 'writeNew'] as const) {
    for (let nth = 1; ; nth++) {
      let calls = 0
      const failing = (...given: [string, string]) =>
        ++calls === nth ? Promise.reject(new Error(`${step} ${nth} failed`)) : real[step](...given)
      const dependencies = { ...world.dependencies, disk: { ...real, [step]: failing } }
      const space = await openSpace(world.dependencies, world.folder, { kind: 'clear' })
      const outcome: unknown = await restoreBackup(dependencies, space, backup.path).catch((error: unknown) => error)
      expect(await peopleIn(world, space)).toBe(outcome === undefined ? 100 : 150)
      await closeSpace(space)
      const reopened = await openSpace(world.dependencies, world.folder, { kind: 'clear' })
      expect(await peopleIn(world, reopened)).toBe(outcome === undefined ? 100 : 150)
      if (outcome === undefined) await putBack(world.dependencies, reopened, 'space.db')
      await closeSpace(reopened)
      if (outcome === undefined) break
      failures.push(`${step} ${nth}`)
    }
  }
  expect(failures).toEqual(['copyNew 1', 'rename 1', 'rename 2', 'rename 3', 'writeNew 1', 'writeNew 2'])
})

test('what a crash left half made is cleared at the next opening, and nothing else is', async () => {
  const world = aWorld()
  await aClosedSpace(world)
  const before = readdirSync(world.folder)
  for (const name of ['.partial-00-space-01234567.db', '.partial-00-space-01234567.db-journal', 'space-01234567.db']) {
    writeFileSync(join(world.folder, name), 'half')
  }
  await closeSpace(await openSpace(world.dependencies, world.folder, secret))
  const expected = [...before, 'space-01234567.db', 'space.db-shm', 'space.db-wal', 'attempts.json']
  expect(readdirSync(world.folder).toSorted()).toEqual(expected.toSorted())
})

test('a damaged backup is refused, and the space is untouched', async () => {
  const world = aWorld()
  const { space } = await aSpace(world, { rows: 2000 })
  const backup = await backUp(world, space)
  const path = join(backup.path, 'space.db')
  const good = readFileSync(path)
  for (const at of [30, 5000, good.length - 5000]) {
    const bad = Buffer.from(good)
    bad[at] = (bad[at] ?? 0) ^ 8
    writeFileSync(path, bad)
    const before = fingerprint(world.folder)
    await expect(restoreBackup(world.dependencies, space, backup.path)).rejects.toThrow(code('backupDamaged'))
    await expect(inspectBackup(world.dependencies, space, backup.path)).rejects.toThrow(code('backupDamaged'))
    expect(fingerprint(world.folder)).toEqual(before)
  }
  const other = aWorld()
  const { space: stranger } = await aSpace(other)
  const foreign = await backUp(other, stranger)
  await expect(restoreBackup(world.dependencies, space, foreign.path)).rejects.toThrow(code('notASpace'))
  await closeSpace(stranger)
  await closeSpace(space)
})

test('a lost or damaged database is restored, with the damaged file kept', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  const backup = await backUp(world, space)
  await closeSpace(space)
  writeFileSync(join(world.folder, 'space.db'), 'not a database any more, and long enough to look at'.repeat(20))
  await expect(openSpace(world.dependencies, world.folder, secret)).rejects.toThrow(code('wrongKey'))
  const damaged = await unlockSpace(world.dependencies, world.folder, secret)
  await restoreBackup(world.dependencies, damaged, backup.path)
  expect(await peopleIn(world, damaged)).toBe(100)
  expect(readFileSync(join(world.folder, 'space.db'), 'utf8')).toContain('not a database any more')
  await closeSpace(damaged)
})

test('a damaged envelope is replaced by that of a backup, and kept', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  const backup = await backUp(world, space)
  await closeSpace(space)
  writeFileSync(join(world.folder, 'space.json'), '{"format":')
  await expect(openSpace(world.dependencies, world.folder, secret)).rejects.toThrow(code('spaceDamaged'))
  const rescued = await unlockSpace(world.dependencies, world.folder, secret, { envelopeFrom: backup.path })
  await restoreBackup(world.dependencies, rescued, backup.path)
  expect(await peopleIn(world, rescued)).toBe(100)
  await closeSpace(rescued)
  const again = await openSpace(world.dependencies, world.folder, secret)
  expect(await peopleIn(world, again)).toBe(100)
  expect(again.envelope.backup).toBeUndefined()
  await closeSpace(again)
  expect(existsSync(join(world.folder, 'space.db'))).toBe(true)
  expect(readdirSync(world.folder).some((name) => name.startsWith('space-damaged-'))).toBe(true)
})

test('the backups follow a change of passphrase', async () => {
  const world = aWorld()
  const { space } = await aSpace(world)
  const backup = await backUp(world, space)
  await changePassphrase(world.dependencies, space, { current: passphrase, next: 'a new one' })
  await closeSpace(space)
  const here = aWorld()
  const from = { source: backup.path, folder: here.folder, newPassphrase: null }
  await expect(openFromElsewhere(here.dependencies, { ...from, secret })).rejects.toThrow(code('wrongPassphrase'))
  here.wait(60)
  const next = { kind: 'passphrase', passphrase: 'a new one' } as const
  const opened = await openFromElsewhere(here.dependencies, { ...from, secret: next })
  expect(await peopleIn(here, opened)).toBe(100)
  await closeSpace(opened)
})

test('a space folder from another computer opens here as another device, journal included, and is only read', async () => {
  const there = aWorld({ host: 'the-old-laptop' })
  const { space } = await aSpace(there)
  const raw = openFile({ path: databasePath(space), fileKey: databaseKey(space), mode: 'write' })
  raw.prepare('insert into people (name) values (?)').run('written just before')
  const here = aWorld()
  const source = join(here.root, 'stick')
  cpSync(there.folder, source, { recursive: true })
  raw.close()
  const before = fingerprint(source)

  const opened = await openFromElsewhere(here.dependencies, {
    source,
    folder: here.folder,
    secret,
    newPassphrase: null,
  })
  expect(await peopleIn(here, opened)).toBe(101)
  expect(opened.envelope.spaceId).toBe(space.envelope.spaceId)
  expect(opened.envelope.fileId).not.toBe(space.envelope.fileId)
  expect(opened.deviceId).not.toBe(space.deviceId)
  expect(fingerprint(source)).toEqual(before)
  await closeSpace(opened)
  await closeSpace(space)
})

test('with the recovery key a new passphrase is chosen in the same act', async () => {
  const there = aWorld()
  const recoveryKey = await aClosedSpace(there)
  const here = aWorld()
  const newcomer = { source: there.folder, folder: here.folder, newPassphrase: 'a fresh start' }
  const opened = await openFromElsewhere(here.dependencies, { ...newcomer, secret: { kind: 'recovery', recoveryKey } })
  await closeSpace(opened)
  const again = await openSpace(here.dependencies, here.folder, { kind: 'passphrase', passphrase: 'a fresh start' })
  await closeSpace(again)
  await expect(openFromElsewhere(here.dependencies, { ...newcomer, secret })).rejects.toThrow(code('folderNotEmpty'))

  // A damaged source gives nothing here.
  const third = aWorld()
  rmSync(join(there.folder, 'space.db'))
  writeFileSync(join(there.folder, 'space.db'), 'x'.repeat(9000))
  await expect(
    openFromElsewhere(third.dependencies, { source: there.folder, folder: third.folder, secret, newPassphrase: null }),
  ).rejects.toThrow(code('wrongKey'))
  expect(existsSync(third.folder)).toBe(false)
})
