import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './root.ts'
import { compileAhead } from './compile-ahead.ts'
import { run } from './run.ts'
import { say, step } from './say.ts'

const sources = ['src', 'migrations', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const made = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html']

export const electronVite = inRoot('node_modules/electron-vite/bin/electron-vite.js')

export async function build(): Promise<void> {
  await step('building the app', () => run(process.execPath, [electronVite, 'build'], { env: production() }))
  // a build is whole without it: what is not compiled ahead is compiled at each start
  await step('compiling ahead', compileAhead).catch((reason: unknown) => say(`not compiled ahead: ${String(reason)}`))
}

export async function buildIfStale(): Promise<void> {
  const built = made.map((path) => inRoot(path))
  const stale = !built.every((path) => existsSync(path)) || newest(sources.map((path) => inRoot(path))) > oldest(built)
  if (stale) await build()
}

/** A build made under a test runner would otherwise carry the runner's own mode into the bundle. */
function production(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production' }
}

function oldest(paths: readonly string[]): number {
  return Math.min(...paths.map((path) => statSync(path).mtimeMs))
}

function newest(paths: readonly string[]): number {
  return Math.max(0, ...paths.filter((path) => existsSync(path)).map(lastChange))
}

function lastChange(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const inside = readdirSync(path, { withFileTypes: true })
  return Math.max(mtimeMs, ...inside.map((entry) => lastChange(join(path, entry.name))))
}
