import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/** The page served by the development server, or null: only ever from the sources, never from a package. */
export const developmentUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)

/** Where the user's files lie when a test says so. */
export const chosenUserData = fromTests('PALIER_USER_DATA')

/** A build of the database addon for another runtime than the official one. */
export const nativeBinding = fromTests('PALIER_NATIVE_BINDING')

/** The folder that holds `reference/`. */
export const resources = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources')

/** Switches that open the processes to whoever started them; a package for users does not know them. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins']

export function forgetDebuggingSwitches(): void {
  if (isForUsers()) for (const name of debuggingSwitches) app.commandLine.removeSwitch(name)
}

function fromTests(name: string): string | null {
  const value = process.env[name]
  return value === undefined || value === '' || isForUsers() ? null : value
}

/**
 * A package made for tests says so in its own package.json, inside the archive: nothing that can be said
 * from outside turns a package for users into one.
 */
function isForUsers(): boolean {
  if (!app.isPackaged) return false
  const manifest: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'))
  return !(typeof manifest === 'object' && manifest !== null && 'testBuild' in manifest && manifest.testBuild === true)
}
