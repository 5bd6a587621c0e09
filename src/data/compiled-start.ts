import './spare-the-start.ts'
import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { Script, constants } from 'node:vm'

/**
 * The entry of the data process: runs its code as it was compiled when the application was built (`npm run build`, in a
 * file beside each), which spares a start a fifth of this process's work. Compiled by another engine, or not at all, it
 * is compiled now. Nothing is ever written: what runs is what was installed.
 */
const [, , entry = ''] = process.argv
const standard = createRequire(entry)
const { exports, compiled } = load(entry)
exports.begin(compiled)

interface Loaded {
  readonly exports: { readonly begin: (compiled: boolean) => void }
  readonly compiled: boolean
}

/** A file of ours, and through it those it names beside itself, each known to whoever asks for it later. */
function load(file: string): Loaded {
  const cachedData = compiledAhead(file)
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  let all = cachedData !== undefined && script.cachedDataRejected !== true
  const code = new Module(file)
  standard.cache[file] = code
  const require = (name: string): unknown => {
    if (!name.startsWith('./')) return standard(name)
    const path = resolve(dirname(file), name)
    const known = standard.cache[path]
    if (known) return known.exports
    const beside = load(path)
    all &&= beside.compiled
    return beside.exports
  }
  const run = script.runInThisContext() as (...given: unknown[]) => void
  run.call(code.exports, code.exports, require, code, file, dirname(file))
  return { exports: code.exports as Loaded['exports'], compiled: all }
}

function compiledAhead(file: string): Buffer | undefined {
  try {
    return readFileSync(`${file}.compiled`)
  } catch {
    return undefined
  }
}
