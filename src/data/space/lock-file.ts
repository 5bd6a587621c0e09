import { readFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import { failureCode } from './failures.ts'
import type { RandomBytes } from './keys.ts'

/**
 * One writer for each space: a file beside the database says who, taken before the database is opened. (SQLite's own
 * exclusive mode would shut out our second connection.) A lock left by a process that is gone is taken over; one of
 * another computer never is, because nothing here can tell whether that one still works.
 */
export const lockName = 'space.lock'

const LockNote = z.object({
  host: z.string(),
  pid: z.number().int().positive(),
  deviceId: z.string(),
  /** Seconds since the computer started. It only grows, whatever the clock does: less now means a restart since. */
  uptime: z.number(),
  /** When that process began, where the system tells; a number given again to another process is then recognised. */
  processStart: z.string().nullable(),
  token: z.string(),
})
type LockNote = z.infer<typeof LockNote>

export interface LockDependencies {
  readonly host: string
  readonly pid: number
  readonly uptime: () => number
  readonly randomBytes: RandomBytes
}

export interface HeldLock {
  readonly release: () => Promise<void>
}

/** Locks this process holds: a note with our own number and none of these was left by an earlier process. */
const held = new Set<string>()

export async function takeLock(dependencies: LockDependencies, folder: string, deviceId: string): Promise<HeldLock> {
  const path = join(folder, lockName)
  const note: LockNote = {
    host: dependencies.host,
    pid: dependencies.pid,
    deviceId,
    uptime: dependencies.uptime(),
    processStart: processStart(dependencies.pid),
    token: dependencies.randomBytes(16).toString('hex'),
  }
  for (let tries = 0; tries < 5; tries++) {
    if (await writeLock(path, note)) {
      held.add(note.token)
      return { release: () => release(path, note) }
    }
    const other = await readLock(path)
    if (other === 'gone') continue
    if (other !== 'unreadable' && isAlive(other, note)) throw new AppError('spaceLocked', { host: other.host })
    await setAside(path, note, other)
  }
  throw new AppError('spaceBusy')
}

/** The computer that has the space open, if any; to be said before a passphrase is asked for. */
export async function lockedBy(dependencies: LockDependencies, folder: string): Promise<string | null> {
  const other = await readLock(join(folder, lockName))
  if (typeof other === 'string') return null
  return isAlive(other, { ...other, host: dependencies.host, deviceId: '', uptime: dependencies.uptime() })
    ? other.host
    : null
}

async function writeLock(path: string, note: LockNote): Promise<boolean> {
  try {
    const file = await fs.open(path, 'wx', 0o600)
    try {
      await file.writeFile(`${JSON.stringify(note)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (failureCode(error) === 'EEXIST') return false
    throw error
  }
}

async function readLock(path: string): Promise<LockNote | 'gone' | 'unreadable'> {
  // Whoever has just made the file may not have written it yet.
  for (let tries = 0; tries < 10; tries++) {
    let text: string
    try {
      text = await fs.readFile(path, 'utf8')
    } catch (error) {
      if (failureCode(error) === 'ENOENT') return 'gone'
      throw error
    }
    const note = LockNote.safeParse(parseJson(text))
    if (note.success) return note.data
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return 'unreadable'
}

function isAlive(other: LockNote, mine: Pick<LockNote, 'host' | 'deviceId' | 'uptime'>): boolean {
  const sameComputer = other.host === mine.host || other.deviceId === mine.deviceId
  if (!sameComputer) return true
  if (held.has(other.token)) return true
  if (other.pid === process.pid) return false
  if (mine.uptime < other.uptime) return false
  if (!processRuns(other.pid)) return false
  const start = processStart(other.pid)
  return start === null || other.processStart === null || start === other.processStart
}

function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return failureCode(error) !== 'ESRCH' // EPERM: it runs, and is somebody else's
  }
}

/** Ticks between the start of the computer and that of the process; only Linux tells it without a command. */
function processStart(pid: number): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

/** Two processes may find the same dead lock: the one whose renaming took something else puts it back and tries again. */
async function setAside(path: string, mine: LockNote, dead: LockNote | 'unreadable'): Promise<void> {
  const aside = `${path}.${mine.token}`
  try {
    await fs.rename(path, aside)
  } catch (error) {
    if (failureCode(error) === 'ENOENT') return
    throw error
  }
  const taken = await readLock(aside)
  const expected = typeof dead === 'string' ? dead : dead.token
  const found = typeof taken === 'string' ? taken : taken.token
  if (found !== expected) await fs.link(aside, path).catch(() => undefined)
  await fs.unlink(aside)
}

async function release(path: string, note: LockNote): Promise<void> {
  held.delete(note.token)
  const found = await readLock(path)
  if (typeof found !== 'string' && found.token === note.token) await fs.unlink(path)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
