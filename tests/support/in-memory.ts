import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const memory = '/dev/shm'
const enough = 512 * 1024 * 1024

/**
 * The spaces of the tests are written in memory where the system has a folder for that (Linux does): each commit waits
 * for the disk, and no test is about the disk of the machine that runs it. What a test leaves goes with the run.
 */
export default function setup(): (() => void) | undefined {
  if (!hasRoom()) return undefined
  const folder = mkdtempSync(join(memory, 'palier-tests-'))
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > enough
  } catch {
    return false // another system
  }
}
