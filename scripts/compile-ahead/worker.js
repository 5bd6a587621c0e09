// Compiles what the data process's entry (src/data/compiled-start.ts) will run, and runs it once, for the engine keeps what was
// used. The process that runs it waits for orders and gets none. Then what it reads at the first question of another page.
const { readFileSync, readdirSync, writeFileSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { Script, constants } = require('node:vm')

const entry = process.argv.at(-1)
const folder = path.dirname(entry)
const standard = Module.createRequire(entry)
const scripts = new Map()

function load(file) {
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  scripts.set(file, script)
  const code = new Module(file)
  standard.cache[file] = code
  const require = (name) => {
    if (!name.startsWith('./')) return standard(name)
    const beside = path.resolve(folder, name)
    return (standard.cache[beside] ?? load(beside)).exports
  }
  script.runInThisContext().call(code.exports, code.exports, require, code, file, folder)
  return code
}

load(entry)
for (const name of readdirSync(folder)) if (/^later-.*\.cjs$/.test(name)) load(path.join(folder, name))
for (const [file, script] of scripts) writeFileSync(`${file}.compiled`, script.createCachedData())
process.exit(0)
