import { join } from 'node:path'
import * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import { unfinishedName, type Disk } from './disk.ts'
import { inTurn } from './in-turn.ts'
import type { RandomBytes } from './keys.ts'

/**
 * Wrong guesses make the next one wait: 1, 2, 4… up to 60 seconds; nothing is ever wiped. The count lies beside the
 * database, so that starting again does not begin again, and a guess is counted before it is tried, so that killing
 * the application in the middle gains nothing.
 */
export const attemptsName = 'attempts.json'

const Attempts = z.object({ failed: z.number().int().min(0), lastAt: z.iso.datetime() })
type Attempts = z.infer<typeof Attempts>

export interface AttemptDependencies {
  readonly disk: Disk
  readonly now: () => Date
  readonly randomBytes: RandomBytes
}

/** What is remembered while the application runs: for a folder that cannot be written, it is all there is. */
const remembered = new Map<string, Attempts>()

export function secondsFor(failed: number): number {
  return failed === 0 ? 0 : Math.min(60, 2 ** (failed - 1))
}

/** Whole seconds to wait before the next guess; 0 when one is welcome. */
export async function secondsToWait(dependencies: AttemptDependencies, folder: string): Promise<number> {
  return waitAfter(await readAttempts(dependencies, folder), dependencies.now())
}

/**
 * Makes one guess, if it is time for one. A guess that throws counts; one that returns clears the count. Guesses on one
 * space are made one after the other, or ten at once would cost one wait.
 */
export function countingAttempt<Value>(
  dependencies: AttemptDependencies,
  folder: string,
  guess: () => Promise<Value>,
): Promise<Value> {
  return inTurn(`guess ${folder}`, () => guessOnce(dependencies, folder, guess))
}

async function guessOnce<Value>(
  dependencies: AttemptDependencies,
  folder: string,
  guess: () => Promise<Value>,
): Promise<Value> {
  const past = await readAttempts(dependencies, folder)
  const seconds = waitAfter(past, dependencies.now())
  if (seconds > 0) throw new AppError('tooManyAttempts', { seconds })
  await writeAttempts(dependencies, folder, { failed: past.failed + 1, lastAt: dependencies.now().toISOString() })
  const value = await guess()
  await writeAttempts(dependencies, folder, { failed: 0, lastAt: dependencies.now().toISOString() })
  return value
}

/** A clock that went back does not make anyone wait longer than the delay itself. */
function waitAfter({ failed, lastAt }: Attempts, now: Date): number {
  const delay = secondsFor(failed)
  const passed = (now.getTime() - Date.parse(lastAt)) / 1000
  return Math.max(0, Math.ceil(Math.min(delay, delay - passed)))
}

async function readAttempts({ disk }: AttemptDependencies, folder: string): Promise<Attempts> {
  const none = { failed: 0, lastAt: new Date(0).toISOString() }
  const inMemory = remembered.get(folder) ?? none
  const onDisk = await disk.read(join(folder, attemptsName)).then(parseAttempts, () => none)
  return onDisk.failed > inMemory.failed ? onDisk : inMemory
}

function parseAttempts(content: Buffer): Attempts {
  try {
    return Attempts.parse(JSON.parse(content.toString('utf8')))
  } catch {
    // Someone touched it: one guess is still allowed, and the next wait is the longest.
    return { failed: 6, lastAt: new Date(0).toISOString() }
  }
}

async function writeAttempts(
  { disk, randomBytes }: AttemptDependencies,
  folder: string,
  attempts: Attempts,
): Promise<void> {
  remembered.set(folder, attempts)
  const final = join(folder, attemptsName)
  const temporary = unfinishedName(final, randomBytes(4).toString('hex'))
  try {
    await disk.writeNew(temporary, `${JSON.stringify(attempts)}\n`)
    await disk.rename(temporary, final)
  } catch {
    // A folder that cannot be written still opens for reading; the count is then kept in memory alone.
  }
}
