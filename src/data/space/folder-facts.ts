import { execFile } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import type { FolderFacts, Platform, SyncRoot } from './folder.ts'

const run = promisify(execFile)

export interface FactSources {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** What the system and the synchronising programs say of a folder, which need not exist yet. */
export async function gatherFolderFacts(sources: FactSources, folder: string): Promise<FolderFacts> {
  const path = resolve(folder)
  return {
    platform: knownPlatform(sources.platform),
    path,
    realPath: await realPathOf(path),
    mounts: await readMounts(sources.platform),
    syncRoots: [...rootsFromEnvironment(sources.env), ...(await rootsFromDropbox(sources))],
  }
}

function knownPlatform(platform: NodeJS.Platform): Platform {
  return platform === 'win32' || platform === 'darwin' ? platform : 'linux'
}

/** Resolves the part of the path that exists, links and mapped drives included. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await fs.realpath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(await realPathOf(parent), basename(path))
  }
}

async function readMounts(platform: NodeJS.Platform): Promise<string> {
  try {
    if (platform === 'linux') return await fs.readFile('/proc/mounts', 'utf8')
    if (platform === 'darwin') return (await run('/sbin/mount', [], { timeout: 2000 })).stdout
  } catch {
    // Without the list only the names are judged.
  }
  return ''
}

function rootsFromEnvironment(env: FactSources['env']): readonly SyncRoot[] {
  return ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap((name) => {
    const path = env[name]
    return path === undefined || path === '' ? [] : [{ service: 'OneDrive', path }]
  })
}

const DropboxInfo = z.record(z.string(), z.looseObject({ path: z.string() }))

/** Dropbox writes where its folders are, whatever they are called. */
async function rootsFromDropbox({ env, home }: FactSources): Promise<readonly SyncRoot[]> {
  const places = [env['LOCALAPPDATA'], env['APPDATA'], join(home, '.dropbox')].flatMap((place, index) =>
    place === undefined ? [] : [index < 2 ? join(place, 'Dropbox', 'info.json') : join(place, 'info.json')],
  )
  const found: SyncRoot[] = []
  for (const place of places) {
    try {
      const accounts = DropboxInfo.parse(JSON.parse(await fs.readFile(place, 'utf8')))
      for (const account of Object.values(accounts)) found.push({ service: 'Dropbox', path: account.path })
    } catch {
      // Not installed, or written otherwise: the usual names are still recognised.
    }
  }
  return found
}
