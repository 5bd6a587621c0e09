// Compiles what the data process's entry (src/data/compiled-start.ts) will run, and runs it once, for the engine keeps what was
// used. The process that runs it waits for orders and gets none.
const { readFileSync, writeFileSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { Script, constants } = require('node:vm')

const file = process.argv.at(-1)
const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
  filename: file,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
})
const code = { exports: {} }
script.runInThisContext().call(code.exports, code.exports, Module.createRequire(file), code, file, path.dirname(file))
writeFileSync(`${file}.compiled`, script.createCachedData())
process.exit(0)
