import { say, Stop } from '../support/say.ts'
import { toCompile, toRun } from '../system/needs.ts'
import { provide } from '../system/provide.ts'
import { addonIsReady, compiledAddon } from './addon.ts'
import { fallbackElectron, fallbackFits, fallbackIsReady, fallbackVersion } from './fallback.ts'
import { chosenElectron, electronVersion, installedElectron, installElectron } from './official.ts'

export type Runtime = {
  /** The executable of Electron. */
  readonly electronPath: string
  /** The SQLite addon to load instead of the prebuilt one, where the runtime is too old for that. */
  readonly nativeBinding?: string
  /** Whether it is the runtime that packages for users are made from. */
  readonly official: boolean
  readonly version: string
}

/** The first Electron whose Node-API has the number the prebuilt addon asks for; those before need their own. */
const firstWithRecentNodeApi = 36

/**
 * Finds the runtime that starts the app on this machine, in this order: the folder chosen by hand, the one of the
 * electron package, the fallback already in the cache (so that a second start asks nothing of the network), the
 * official one from its releases page, and last the fallback from the npm registry.
 */
export async function findRuntime(): Promise<Runtime> {
  await provide(toRun)
  const chosen = chosenElectron()
  if (chosen !== undefined) {
    return runtime(chosen.path, chosen.version, chosen.version === electronVersion)
  }
  const installed = installedElectron()
  if (installed !== undefined) return runtime(installed, electronVersion, true)
  if (await fallbackIsReady()) return fallback()

  say(`fetching Electron ${electronVersion} from its releases page …`)
  const official = await installElectron()
  if ('path' in official) return runtime(official.path, electronVersion, true)
  say(`it could not be had (${official.refusal})`)
  if (!fallbackFits()) throw new Stop(neitherWorks(official.refusal))
  say('this machine gets the older runtime kept for development and tests instead')
  return fallback()
}

/** The runtime that packages for users are made from, or a Stop that says why there is none. */
export async function findOfficialRuntime(): Promise<Runtime> {
  const installed = installedElectron()
  if (installed !== undefined) return runtime(installed, electronVersion, true)
  const official = await installElectron()
  if ('path' in official) return runtime(official.path, electronVersion, true)
  throw new Stop(
    [
      `A package for users needs the official Electron ${electronVersion}, and it could not be had:`,
      `  ${official.refusal}`,
      'Run this where github.com can be reached, or name a mirror in ELECTRON_MIRROR.',
      'To try the packaged app on this machine only: npm run package -- --test',
    ].join('\n'),
  )
}

async function fallback(): Promise<Runtime> {
  if (!((await fallbackIsReady()) && (await addonIsReady(fallbackVersion)))) await provide(toCompile)
  // Fetching waits for the network and compiling for the processor: together they take the time of the longer.
  const work = [fallbackElectron(), compiledAddon(fallbackVersion)] as const
  await Promise.allSettled(work)
  const [electronPath, nativeBinding] = await Promise.all(work)
  return { electronPath, nativeBinding, official: false, version: fallbackVersion }
}

async function runtime(electronPath: string, version: string, official: boolean): Promise<Runtime> {
  const major = Number(version.split('.')[0])
  if (official || !(major < firstWithRecentNodeApi)) return { electronPath, official, version }
  if (!(await addonIsReady(version))) await provide(toCompile)
  return { electronPath, nativeBinding: await compiledAddon(version), official, version }
}

function neitherWorks(refusal: string): string {
  return [
    `No Electron for this machine (${process.platform} ${process.arch}).`,
    `The official one, ${electronVersion}, could not be fetched: ${refusal}`,
    'The fallback from the npm registry exists for Linux x64 only.',
    'Allow github.com, or name a mirror in ELECTRON_MIRROR, or unpack an Electron and name its folder in',
    'ELECTRON_OVERRIDE_DIST_PATH; then start again.',
  ].join('\n')
}
