import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { lockedBy, takeLock, type LockDependencies } from '../../../src/data/space/lock-file'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'palier-lock-'))
}

function here(changed: Partial<LockDependencies> = {}): LockDependencies {
  return { host: 'here', pid: process.pid, uptime: () => 1000, randomBytes, ...changed }
}

async function anotherProcess(folder: string, host: string, deviceId: string) {
  const child = fork(new URL('./lock-child.ts', import.meta.url), [folder, host, deviceId])
  children.push(child)
  const [answer] = await once(child, 'message')
  return { child, answer: answer as { readonly taken?: true; readonly refused?: string } } // lock-child.ts sends nothing else
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

test('two processes: the second is refused and told where, until the first lets go', async () => {
  const folder = aFolder()
  const { child, answer } = await anotherProcess(folder, 'here', 'device-1')
  expect(answer).toEqual({ taken: true })
  await expect(takeLock(here(), folder, 'device-1')).rejects.toMatchObject({
    code: 'spaceLocked',
    data: { host: 'here' },
  })
  expect(await lockedBy(here(), folder)).toBe('here')
  expect((await anotherProcess(folder, 'here', 'device-1')).answer).toEqual({ refused: 'spaceLocked' })

  child.send('leave')
  await ended(child)
  const lock = await takeLock(here(), folder, 'device-1')
  expect((await anotherProcess(folder, 'here', 'device-1')).answer).toEqual({ refused: 'spaceLocked' })
  await lock.release()
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a process that was killed is taken over', async () => {
  const folder = aFolder()
  const { child } = await anotherProcess(folder, 'here', 'device-1')
  child.kill('SIGKILL')
  await ended(child)
  expect(existsSync(join(folder, 'space.lock'))).toBe(true)
  expect(await lockedBy(here(), folder)).toBeNull()
  const lock = await takeLock(here(), folder, 'device-1')
  await expect(takeLock(here(), folder, 'device-1')).rejects.toThrow('spaceLocked')
  await lock.release()
})

test('the lock of another computer is never taken over, even when no such process runs here', async () => {
  const folder = aFolder()
  const { child } = await anotherProcess(folder, 'the-other-laptop', 'device-2')
  child.kill('SIGKILL')
  await ended(child)
  const before = readFileSync(join(folder, 'space.lock'))
  await expect(takeLock(here(), folder, 'device-1')).rejects.toMatchObject({ data: { host: 'the-other-laptop' } })
  expect(readFileSync(join(folder, 'space.lock'))).toEqual(before)
  // The same computer under a new name, as happens on another network: its device says so.
  await (await takeLock(here({ host: 'renamed' }), folder, 'device-2')).release()
})

test('a number given to another process since, or before a restart, does not keep a dead lock alive', async () => {
  const folder = aFolder()
  const { child } = await anotherProcess(folder, 'here', 'device-1')
  const note = JSON.parse(readFileSync(join(folder, 'space.lock'), 'utf8'))
  await expect(takeLock(here(), folder, 'device-1')).rejects.toThrow('spaceLocked')
  await (await takeLock(here({ uptime: () => 999 }), folder, 'device-1')).release()

  for (const dead of [
    { ...note, processStart: '1' },
    { ...note, pid: process.pid, processStart: null },
  ]) {
    writeFileSync(join(folder, 'space.lock'), JSON.stringify(dead))
    await (await takeLock(here(), folder, 'device-1')).release()
  }
  child.send('leave')
  await ended(child)
})

test('a lock file that says nothing is set aside', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'space.lock'), '')
  const lock = await takeLock(here(), folder, 'device-1')
  expect(JSON.parse(readFileSync(join(folder, 'space.lock'), 'utf8'))).toMatchObject({
    host: 'here',
    deviceId: 'device-1',
  })
  await lock.release()
})

test('of several processes that find the same dead lock, one takes it', async () => {
  const folder = aFolder()
  const { child } = await anotherProcess(folder, 'here', 'device-1')
  child.kill('SIGKILL')
  await ended(child)
  const found = await Promise.all(Array.from({ length: 4 }, () => anotherProcess(folder, 'here', 'device-1')))
  expect(found.filter(({ answer }) => answer.taken === true)).toHaveLength(1)
  expect(readdirSync(folder)).toEqual(['space.lock'])
})
