import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from '../support/say.ts'

/** Outside the repository: a fresh clone, or `npm ci`, does not throw away what took minutes to make. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(base, 'palier')
}

/**
 * Gives the folder `name` of the cache, made by `make` if it is not there. It is made beside and renamed when whole, so
 * that an interrupted start leaves nothing half made; a second start waits for the first instead of doing it again.
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder(), name)
  if (await exists(folder)) return folder
  await mkdir(dirname(folder), { recursive: true })
  const release = await takeTurn(`${folder}.lock`)
  try {
    if (await exists(folder)) return folder
    const draft = `${folder}.draft`
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft)
    await make(draft)
    await rename(draft, folder)
    return folder
  } finally {
    await release()
  }
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** A lock file that holds the number of the process that made it; one whose process is gone is nobody's. */
async function takeTurn(file: string): Promise<() => Promise<void>> {
  let told = false
  for (;;) {
    try {
      const handle = await open(file, 'wx')
      await handle.writeFile(String(process.pid))
      await handle.close()
      return () => rm(file, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    if (await isAbandoned(file)) {
      await rm(file, { force: true })
      continue
    }
    if (!told) say(`another start is preparing ${basename(file, '.lock')}; waiting for it`)
    told = true
    await sleep(500)
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  const holder = Number(await readFile(file, 'utf8').catch(() => ''))
  if (holder === 0) {
    // Just made and not yet filled in, unless its maker died in between.
    const age = await stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    return age > 10_000
  }
  try {
    process.kill(holder, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
