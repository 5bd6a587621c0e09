import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../support/root.ts'
import { attempt } from '../support/run.ts'
import { Stop } from '../support/say.ts'

const electronPackage = inRoot('node_modules/electron')

export const electronVersion = readVersion(join(electronPackage, 'package.json'))

/** The runtime that the electron package already holds, or undefined. Asks nothing of the network. */
export function installedElectron(): string | undefined {
  const pathFile = join(electronPackage, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const path = join(electronPackage, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(path) ? path : undefined
}

/** A folder that the person chose by hand, as the electron package understands it. */
export function chosenElectron(): { path: string; version: string } | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) return undefined
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
  const path = join(folder, process.platform in names ? names[process.platform as keyof typeof names] : 'electron')
  if (!existsSync(path)) throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH is set, but ${path} does not exist.`)
  const versionFile = join(folder, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown'
  return { path, version }
}

/**
 * Asks the electron package to fetch its runtime. Where the network refuses, that fails at once; where it swallows
 * everything, the connection gives up after ten seconds. The long limit is for a slow line that does deliver.
 */
export async function installElectron(): Promise<{ path: string } | { refusal: string }> {
  const { code, output } = await attempt(process.execPath, [join(electronPackage, 'install.js')], { timeout: 900_000 })
  const path = installedElectron()
  if (code === 0 && path !== undefined) return { path }
  return { refusal: output.trim().split('\n')[0] ?? `install.js ended with ${code}` }
}

function readVersion(manifest: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'))
  return version
}
