import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largest = 256 * 1024

/**
 * A small diary of the processes: what started, what stopped, with which code. It takes facts by name and
 * numbers, and no text that came from a person, a file or a page.
 */
export function createLog(folder: string): Log {
  const file = join(folder, 'main.log')
  return (fact, numbers = {}) => {
    const details = Object.entries(numbers).map(([name, value]) => `${name}=${value}`)
    const line = [new Date().toISOString(), fact, ...details].join(' ')
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, join(folder, 'main.1.log'))
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
    } catch {
      // a diary that cannot be kept must not stop the work
    }
  }
}

export type Log = (fact: Fact, numbers?: Readonly<Record<string, number | boolean>>) => void
type Fact =
  | 'started'
  | 'data-started'
  | 'data-ready'
  | 'data-ended'
  | 'data-given-up'
  | 'reader-started'
  | 'reader-ended'
  | 'page-ended'
  | 'locked'
  | 'lock-forced'
  | 'call-refused'
  | 'call-failed'
  | 'unexpected'
