// Runs the code of the data process as its entry (src/data/compiled-start.ts) will, and when it was asked what a first page
// asks, writes down what the engine made of it. Then what is read at the first question of another page.
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

function keep() {
  for (const [file, script] of scripts) writeFileSync(`${file}.compiled`, script.createCachedData())
  scripts.clear()
}

load(entry).exports.begin(false)
process.parentPort.on('message', ({ data }) => {
  if (data.type !== 'keep') return
  keep()
  for (const name of readdirSync(folder)) if (/^later-.*\.cjs$/.test(name)) load(path.join(folder, name))
  keep()
  process.exit(0)
})
