import { argon2Sync, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changePassphrase } from '../../../src/data/space/change-secrets'
import { patientDisk } from '../../../src/data/space/dependencies'
import { realDisk, type Disk } from '../../../src/data/space/disk'
import {
  assertSealed,
  backupReasons,
  parseEnvelope,
  readEnvelope,
  seal,
  serialise,
  writeEnvelope,
  type Draft,
} from '../../../src/data/space/envelope'
import { fileKeyOf, makeSlot, openSlots, sealingKeyOf } from '../../../src/data/space/keys'
import { closeSpace, openSpace } from '../../../src/data/space/open-space'
import { usualCost } from '../../../src/data/space/slots'
import { leastCost } from '../../support/space-costs'
import { aClosedSpace, aWorld, code, fingerprint, passphrase } from './world'

const spaceId = '018f4d5c-7e3b-7aaa-8bbb-0123456789ab'
const cheap = leastCost

test('a passphrase slot is Argon2id and AES-256-GCM, as another implementation computes them', async () => {
  const spaceKey = randomBytes(32)
  const slot = await makeSlot(randomBytes, spaceId, spaceKey, { kind: 'passphrase', passphrase, cost: usualCost })
  if (slot.kind !== 'passphrase') throw new Error('another slot was made')
  const slotKey = argon2Sync('argon2id', {
    message: passphrase.normalize('NFKC'),
    nonce: Buffer.from(slot.salt, 'base64'),
    memory: 65_536,
    passes: 3,
    parallelism: 4,
    tagLength: 32,
  })
  const sealed = Buffer.from(slot.sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', slotKey, Buffer.from(slot.nonce, 'base64'))
  decipher.setAAD(Buffer.from(JSON.stringify(['palier slot 1', spaceId, 'passphrase', slot.salt, 65_536, 3, 4])))
  decipher.setAuthTag(sealed.subarray(32))
  expect(Buffer.concat([decipher.update(sealed.subarray(0, 32)), decipher.final()]).equals(spaceKey)).toBe(true)
})

test('a slot opens only in its own space, with its own cost and salt', async () => {
  const spaceKey = randomBytes(32)
  const slot = await makeSlot(randomBytes, spaceId, spaceKey, { kind: 'passphrase', passphrase, cost: cheap })
  if (slot.kind !== 'passphrase') throw new Error('another slot was made')
  const secret = { kind: 'passphrase', passphrase } as const
  expect((await openSlots(spaceId, [slot], secret)).equals(spaceKey)).toBe(true)
  await expect(openSlots(spaceId.replace('0', '1'), [slot], secret)).rejects.toThrow(code('wrongPassphrase'))
  for (const altered of [
    { ...slot, cost: { ...cheap, passes: 3 } },
    { ...slot, salt: randomBytes(16).toString('base64') },
    { ...slot, sealed: randomBytes(48).toString('base64') },
  ]) {
    await expect(openSlots(spaceId, [altered], secret)).rejects.toThrow(code('wrongPassphrase'))
  }
})

test('keys made for different files or purposes have nothing in common', () => {
  const spaceKey = randomBytes(32)
  const keys = [fileKeyOf(spaceKey, 'a'), fileKeyOf(spaceKey, 'b'), sealingKeyOf(spaceKey, 'a'), spaceKey]
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4)
  expect(fileKeyOf(spaceKey, 'a').equals(fileKeyOf(spaceKey, 'a'))).toBe(true)
})

const anInstant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString())
const aHexText = (length: number) =>
  fc.uint8Array({ minLength: length / 2, maxLength: length / 2 }).map((bytes) => Buffer.from(bytes).toString('hex'))
const bytesInBase64 = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString('base64'))
const aFile = {
  file: aHexText(8).map((text) => `space-${text}.db`),
  fileId: aHexText(32),
  schemaVersion: fc.nat(9),
}
const someCounts = fc.dictionary(fc.stringMatching(/^[a-z]{1,9}[A-Z]?$/u), fc.nat(), { noNullPrototype: true })
const aDraft: fc.Arbitrary<Draft> = fc
  .record({
    known: fc.record(
      {
        ...aFile,
        format: fc.constant(1 as const),
        spaceId: fc.uuid(),
        name: fc.string({ minLength: 1, maxLength: 200 }),
        kind: fc.constantFrom('association' as const, 'landlord' as const),
        demo: fc.boolean(),
        createdAt: anInstant,
        slots: fc.array(
          fc.record({ kind: fc.constant('keychain' as const), nonce: bytesInBase64(12), sealed: bytesInBase64(48) }),
          { minLength: 1, maxLength: 3 },
        ),
        replaced: fc.array(fc.record({ ...aFile, replacedAt: anInstant, counts: someCounts })),
        backup: fc.record({
          takenAt: anInstant,
          reason: fc.constantFrom(...backupReasons),
          counts: someCounts,
          bytes: fc.nat(),
        }),
      },
      {
        requiredKeys: [
          'file',
          'fileId',
          'schemaVersion',
          'format',
          'spaceId',
          'name',
          'kind',
          'demo',
          'createdAt',
          'slots',
        ],
      },
    ),
    // What a later version may add.
    unknown: fc.dictionary(fc.stringMatching(/^later[a-z]{1,5}$/u), fc.jsonValue(), { noNullPrototype: true }),
  })
  .map(({ known, unknown }) => ({ ...unknown, ...known }))

test('an envelope comes back from the disk as it was, unknown fields included, and still sealed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'palier-envelope-'))
  const spaceKey = randomBytes(32)
  await fc.assert(
    fc.asyncProperty(aDraft, async (draft) => {
      const envelope = seal(draft, spaceKey)
      await writeEnvelope({ disk: realDisk, randomBytes }, folder, envelope)
      const found = await readEnvelope(realDisk, folder, 9)
      expect(found).toEqual(JSON.parse(JSON.stringify(envelope)))
      expect(() => assertSealed(found, spaceKey)).not.toThrow()
      expect(() => assertSealed(found, randomBytes(32))).toThrow(code('spaceDamaged'))
      expect(() => assertSealed({ ...found, name: `${found.name}.` }, spaceKey)).toThrow(code('spaceDamaged'))
      expect(() => assertSealed({ ...found, later: 1 }, spaceKey)).toThrow(code('spaceDamaged'))
    }),
  )
  expect(readdirSync(folder)).toEqual(['space.json'])
})

test('an envelope of a later format is refused as such, whatever it holds', () => {
  for (const later of [
    { format: 2, schemaVersion: 1 },
    { format: 1, schemaVersion: 10, slots: 'otherwise' },
  ]) {
    expect(() => parseEnvelope(JSON.stringify(later), 9)).toThrow(code('spaceFromFuture'))
  }
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(() => parseEnvelope(JSON.stringify(value), 9)).toThrow(code('spaceDamaged'))
    }),
  )
  expect(serialise(seal(fc.sample(aDraft, 1)[0] as Draft, randomBytes(32)))).toMatch(/\n$/u)
})

/** Stops at the nth thing done to the disk, and does nothing more, as a dead process does. */
function diskThatDies(nth: number): { readonly disk: Disk; readonly died: () => boolean } {
  let done = 0
  const step = <Given extends unknown[], Value>(work: (...given: Given) => Promise<Value>) => {
    return async (...given: Given): Promise<Value> => {
      if (++done > nth) throw new Error('the process is dead')
      return work(...given)
    }
  }
  const disk: Disk = {
    read: realDisk.read,
    size: realDisk.size,
    list: realDisk.list,
    writeNew: step(realDisk.writeNew),
    copyNew: step(realDisk.copyNew),
    makeFolder: step(realDisk.makeFolder),
    rename: step(realDisk.rename),
    removeEmptyFolder: step(realDisk.removeEmptyFolder),
    discardUnfinished: step(realDisk.discardUnfinished),
    discardBackup: step(realDisk.discardBackup),
  }
  return { disk, died: () => done > nth }
}

test('a change of passphrase cut at any step opens with exactly one of the two', async () => {
  const next = 'the next one'
  const outcomes: string[] = []
  for (let steps = 0; steps < 40; steps++) {
    const world = aWorld()
    await aClosedSpace(world)
    const space = await openSpace(world.dependencies, world.folder, { kind: 'passphrase', passphrase })
    const { disk, died } = diskThatDies(steps)
    await changePassphrase({ ...world.dependencies, disk }, space, { current: passphrase, next }).catch(() => undefined)
    await closeSpace(space)
    const opened: string[] = []
    for (const [year, one] of [passphrase, next].entries()) {
      const again = aWorld({ deviceFile: world.dependencies.deviceFile })
      again.at(`${2027 + year}-01-01T00:00:00.000Z`)
      const outcome = await openSpace(again.dependencies, world.folder, { kind: 'passphrase', passphrase: one }).catch(
        () => null,
      )
      if (outcome === null) continue
      opened.push(one)
      await closeSpace(outcome)
    }
    expect(opened, `after ${steps} steps`).toHaveLength(1)
    outcomes.push(...opened)
    if (!died()) break
  }
  expect(outcomes.at(0)).toBe(passphrase)
  expect(outcomes.at(-1)).toBe(next)
  expect(outcomes.filter((one) => one === passphrase).length).toBeGreaterThan(2)
})

test('a passing failure of the disk is borne in silence, a lasting one is said within five seconds', async () => {
  const waited: number[] = []
  const patience = { waits: [20, 40, 80], sleep: async (wait: number) => void waited.push(wait) }
  const world = aWorld()
  await aClosedSpace(world)
  const before = fingerprint(world.folder)
  for (const [errno, said] of [
    ['EBUSY', 'spaceBusy'],
    ['EIO', 'spaceBusy'],
    ['EPERM', 'readOnly'],
  ] as const) {
    let failures = 3
    const stubborn: Disk = {
      ...realDisk,
      read: (path) =>
        failures-- > 0 ? Promise.reject(Object.assign(new Error(errno), { code: errno })) : realDisk.read(path),
    }
    waited.length = 0
    const disk = patientDisk(stubborn, patience)
    expect(await readEnvelope(disk, world.folder, 9)).toMatchObject({ name: 'Les Escales' })
    expect(waited).toEqual([20, 40, 80])
    failures = 4
    await expect(readEnvelope(disk, world.folder, 9)).rejects.toThrow(code(said))
  }
  const full: Disk = {
    ...realDisk,
    writeNew: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
  }
  const dependencies = { ...world.dependencies, disk: patientDisk(full, patience) }
  const space = await openSpace(world.dependencies, world.folder, { kind: 'passphrase', passphrase })
  await expect(changePassphrase(dependencies, space, { current: passphrase, next: 'other' })).rejects.toThrow(
    code('diskFull'),
  )
  await closeSpace(space)
  expect(fingerprint(world.folder)['space.json']).toBe(before['space.json'])
})

/** Everything in these folders that can make a file disappear or lose its content. */
const destructive =
  /\b(?:rm|rmdir|unlink|truncate|ftruncate|rmSync|unlinkSync|truncateSync|rmdirSync|writeFileSync|createWriteStream)\s*\(|open(?:Sync)?\([^)]*'w\+?'/gu

test('only three places remove a file, and none of them can be given a database', async () => {
  const folder = new URL('../../../src/data/', import.meta.url).pathname
  const files = ['database.ts', ...readdirSync(join(folder, 'space')).map((name) => join('space', name))]
  const found = files.flatMap((file) =>
    Array.from(readFileSync(join(folder, file), 'utf8').matchAll(destructive), ([call]) => `${file}: ${call}`),
  )
  expect(files.length).toBeGreaterThan(15)
  expect(found.toSorted()).toEqual([
    'space/disk.ts: rm(', // discardUnfinished
    'space/disk.ts: rm(', // discardBackup
    'space/disk.ts: rmdir(', // an empty folder only
    'space/lock-file.ts: unlink(', // a lock set aside
    'space/lock-file.ts: unlink(', // our own lock
  ])
  const world = aWorld()
  await aClosedSpace(world)
  const before = fingerprint(world.folder)
  for (const path of [join(world.folder, 'space.db'), world.folder, join(world.folder, 'space.json')]) {
    await expect(realDisk.discardUnfinished(path)).rejects.toThrow('never finished')
    await expect(realDisk.discardBackup(path)).rejects.toThrow('only a backup')
    await expect(realDisk.removeEmptyFolder(path)).rejects.toThrow(/ENOTEMPTY|ENOTDIR/u)
  }
  expect(fingerprint(world.folder)).toEqual(before)
})
