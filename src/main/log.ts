import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largest = 256 * 1024

/**
 * A small diary of the processes: what started, what stopped, with which code. It takes facts by name and
 * numbers, and no text that came from a person, a file or a page. Written once what was being done is done: the window
 * does not wait for it.
 */
export function createLog(folder: string): Log {
  const file = join(folder, 'main.log')
  let lines: string[] = []

  function write(): void {
    const text = lines.join('')
    lines = []
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, join(folder, 'main.1.log'))
      appendFileSync(file, text, { mode: 0o600 })
    } catch {
      // a diary that cannot be kept must not stop the work
    }
  }

  return (fact, numbers = {}) => {
    const details = Object.entries(numbers).map(([name, value]) => `${name}=${value}`)
    lines.push(`${[new Date().toISOString(), fact, ...details].join(' ')}\n`)
    if (lines.length === 1) setImmediate(write)
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
