import { existsSync, realpathSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { inRoot } from './root.ts'
import { run } from './run.ts'
import { Stop } from './say.ts'

/** The npm that started this script, else the one on the path; always run by the Node of this process. */
function npmCommandLine(): string {
  const started = process.env['npm_execpath']
  if (started?.endsWith('npm-cli.js')) return started
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const beside = join(folder, 'npm')
    const inPrefix = join(folder, 'node_modules/npm/bin/npm-cli.js')
    if (existsSync(inPrefix)) return inPrefix
    if (!existsSync(beside)) continue
    const real = realpathSync(beside)
    if (real.endsWith('npm-cli.js')) return real
  }
  throw new Stop('npm was not found on the path.')
}

/** node-gyp is npm's own; it is looked up from npm, wherever that is installed. */
export function nodeGyp(): string {
  return createRequire(npmCommandLine()).resolve('node-gyp/bin/node-gyp.js')
}

/** Fetches one package from the registry, without its dependencies or scripts; gives the path of its archive. */
export async function fetchPackage(specifier: string, folder: string): Promise<string> {
  await run(process.execPath, [npmCommandLine(), 'pack', specifier, '--pack-destination', folder], { cwd: folder })
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new Stop(`npm pack ${specifier} left no file.`)
  return join(folder, name)
}

/**
 * A folder with the C headers of the Node that runs this script. They come with its binary, in a package that npm does
 * not know of and takes away at its next installation; they are fetched again then, into `spare`.
 */
export async function nodeHeaders(spare: string): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`
  const beside = inRoot('node_modules/node/node_modules', name)
  if (existsSync(join(beside, 'include/node/node_api.h'))) return beside
  await mkdir(spare)
  const archive = await fetchPackage(`${name}@${process.version.slice(1)}`, spare)
  await run('tar', ['-xzf', archive, '-C', spare, 'package/include'])
  return join(spare, 'package')
}
