// The door of every npm script: makes sure that the project's own Node runs what follows. Plain JavaScript, because
// the Node of the machine may be too old to read TypeScript. npm puts node_modules/.bin in front, so this process is
// already the right one, unless npm was told to run no install script at all.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [name, ...args] = process.argv.slice(2)
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const script = join(root, 'scripts', `${name}.ts`)

if (Number(process.versions.node.split('.')[0]) >= 24) {
  process.argv = [process.execPath, script, ...args]
  await import(pathToFileURL(script).href)
} else {
  const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(node)) {
    console.log('palier: fetching Node 24 for this project …')
    spawnSync('npm', ['rebuild', 'node', '--ignore-scripts=false'], { cwd: root, stdio: 'inherit', shell: true })
  }
  if (!existsSync(node)) {
    console.error('palier: Node 24 is missing. Run "npm ci", then try again.')
    process.exit(1)
  }
  const path = [dirname(node), process.env.PATH].join(process.platform === 'win32' ? ';' : ':')
  const child = spawn(node, [script, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } })
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.once('close', (code) => process.exit(code ?? 1))
}
