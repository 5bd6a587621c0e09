import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { nodeGyp, nodeHeaders } from '../support/npm.ts'
import { inRoot } from '../support/root.ts'
import { run } from '../support/run.ts'
import { step, Stop } from '../support/say.ts'
import { cached, cacheFolder, exists } from './cache.ts'

const source = inRoot('node_modules/better-sqlite3')
const built = 'better_sqlite3.node'

export async function addonIsReady(electronVersion: string): Promise<boolean> {
  return exists(join(cacheFolder(), await folderName(electronVersion)))
}

/**
 * The SQLite addon for a runtime older than the Node-API its prebuilt binary asks for. Loading the prebuilt one there
 * ends the process without a word, so it is compiled once from the package's own sources and kept in the cache.
 */
export async function compiledAddon(electronVersion: string): Promise<string> {
  const folder = await cached(await folderName(electronVersion), (draft) =>
    step('compiling the SQLite addon for this runtime (once; one minute, or a few on a busy machine)', () =>
      compile(draft),
    ),
  )
  return join(folder, built)
}

async function folderName(electronVersion: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'))
  return `better-sqlite3-${version}-electron-${electronVersion}`
}

async function compile(draft: string): Promise<void> {
  const copy = join(draft, 'package')
  await cp(source, copy, { recursive: true, filter: (path) => !/\/(build|prebuilds)$/.test(path) })
  await cp(inRoot('node_modules/node-addon-api'), join(copy, 'node_modules/node-addon-api'), { recursive: true })
  await lowerRequirements(join(copy, 'binding.gyp'))
  const headers = await nodeHeaders(join(draft, 'headers'))
  await run(
    process.execPath,
    [nodeGyp(), 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '-j', `${availableParallelism()}`],
    { cwd: copy },
  )
  await rename(join(copy, 'build/Release', built), join(draft, built))
  for (const name of await readdir(draft)) {
    if (name !== built) await rm(join(draft, name), { recursive: true, force: true })
  }
}

/**
 * The functions in use are all in the older runtime, only not under the number 10; the experimental mark names no
 * number. Link-time optimisation doubles the time and is not worth it here.
 */
async function lowerRequirements(file: string): Promise<void> {
  const before = await readFile(file, 'utf8')
  const after = before.replaceAll("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL'").replaceAll(/'-flto',?\s*/g, '')
  if (!after.includes('NAPI_EXPERIMENTAL') || after.includes("'-flto'")) {
    throw new Stop('The sources of better-sqlite3 have changed: scripts/runtime/addon.ts must be looked at again.')
  }
  await writeFile(file, after)
}
