// What Electron runs when it is given a folder instead of an application: it takes `-r module` first, as Playwright's
// loader needs, and then the folder of the application.
import { app } from 'electron/main'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { folder, preloaded, versionOnly } = readArguments(process.argv.slice(1))

if (versionOnly) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
}

const manifestPath = join(folder, 'package.json')
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'))
const require = createRequire(manifestPath)
for (const name of preloaded) require(name)

process.defaultApp = true
app.setAppPath(folder)
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version ?? '0.0.0')

// Electron holds 'ready' back until this module has ended. Waiting here for the application lets it register its
// schemes and its sandbox in time, which no later import would.
await import(pathToFileURL(join(folder, manifest.main ?? 'index.js')).href)

function readArguments(given) {
  const preloaded = []
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index]
    if (argument === '-r' || argument === '--require') preloaded.push(given[(index += 1)])
    else if (argument === '-v' || argument === '--version') return { folder: '.', preloaded, versionOnly: true }
    else if (!argument.startsWith('-')) return { folder: resolve(argument), preloaded, versionOnly: false }
  }
  return { folder: resolve('.'), preloaded, versionOnly: false }
}
