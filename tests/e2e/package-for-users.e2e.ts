import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findRuntime } from '../../scripts/runtime/find.ts'
import { root } from '../../scripts/support/root.ts'
import { type Outside, openOutside } from '../support/outside.ts'

// The app as a package for users would hold it, started by an ordinary user with everything a curious one would try.

const nobody = 65534
const asRoot = process.getuid?.() === 0

let folder: string
let outside: Outside
let app: ChildProcess
let debugging: number

test.skip(process.platform !== 'linux', 'it is laid out by hand as the Linux folder is')

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-users-'))
  outside = await openOutside()
  debugging = await freePort()
  await layOut(folder)
  app = start(folder, debugging)
  await expect.poll(() => commandsBelow(app.pid ?? 0).some(isRenderer), { timeout: 30_000 }).toBe(true)
  await expect.poll(() => existsSync(join(folder, 'home/.config/Palier/logs/main.log'))).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 2000))
})
test.afterAll(async () => {
  if (app.exitCode === null && app.signalCode === null) app.kill('SIGKILL')
  await outside.close()
  await rm(folder, { recursive: true, maxRetries: 5 })
})

test('C8: nobody can attach a debugger', async () => {
  expect(app.exitCode).toBe(null)
  const answer = await fetch(`http://127.0.0.1:${debugging}/json/version`).then(
    () => 'answered',
    () => 'refused',
  )
  expect(answer).toBe('refused')
})

test('the variables of the tests and of development say nothing to it', async () => {
  expect(await readdir(join(folder, 'elsewhere'))).toEqual([])
  expect(outside.asked).toEqual([])
})

test('E4: each page is in the sandbox of the system', () => {
  const pages = commandsBelow(app.pid ?? 0).filter(isRenderer)
  expect(pages.length).toBeGreaterThan(0)
  for (const { command, status } of pages) {
    expect(command).not.toContain('--no-sandbox')
    expect(status).toMatch(/^Seccomp:\t2$/m)
    expect(status).toMatch(/^NoNewPrivs:\t1$/m)
  }
})

test('it ends when it is told to, though its data process was given up', async () => {
  expect(readFileSync(join(folder, 'home/.config/Palier/logs/main.log'), 'utf8')).toContain('data-given-up')
  const gone = once(app, 'exit')
  app.kill('SIGTERM')
  await gone
})

/** The runtime under the product's name, which is how Electron knows a package, with the build inside. */
async function layOut(place: string): Promise<void> {
  const { electronPath } = await findRuntime()
  const inside = join(place, 'app/resources/app')
  cpSync(dirname(electronPath), join(place, 'app'), { recursive: true })
  renameSync(join(place, 'app/electron'), join(place, 'app/palier'))
  rmSync(join(place, 'app/resources/default_app.asar'), { force: true })
  mkdirSync(inside, { recursive: true })
  cpSync(join(root, 'out'), join(inside, 'out'), { recursive: true })
  cpSync(join(root, 'package.json'), join(inside, 'package.json'))
  for (const name of ['home', 'elsewhere']) {
    mkdirSync(join(place, name))
    if (asRoot) chownSync(join(place, name), nobody, nobody)
  }
  const authority = process.env['XAUTHORITY']
  if (authority !== undefined && existsSync(authority)) {
    // the display lets in whoever can read its key: that of root, the ordinary user cannot
    copyFileSync(authority, join(place, 'authority'))
    if (asRoot) chownSync(join(place, 'authority'), nobody, nobody)
  }
  chmodSync(place, 0o755)
}

function start(place: string, remotePort: number): ChildProcess {
  return spawn(join(place, 'app/palier'), [`--remote-debugging-port=${remotePort}`, '--remote-allow-origins=*'], {
    ...(asRoot ? { uid: nobody, gid: nobody } : {}),
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      DISPLAY: process.env['DISPLAY'],
      XAUTHORITY: join(place, 'authority'),
      HOME: join(place, 'home'),
      PALIER_USER_DATA: join(place, 'elsewhere'),
      PALIER_NATIVE_BINDING: join(place, 'elsewhere/addon.node'),
      ELECTRON_RENDERER_URL: outside.url,
    },
  })
}

interface Running {
  readonly pid: number
  readonly parent: number
  readonly command: string
  readonly status: string
}

function isRenderer({ command }: Running): boolean {
  return command.includes('--type=renderer')
}

function commandsBelow(pid: number): readonly Running[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(describe)
  const below = (parent: number): readonly Running[] =>
    all.filter((one) => one.parent === parent).flatMap((child) => [child, ...below(child.pid)])
  return below(pid)
}

function describe(pid: string): readonly Running[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const parent = Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1])
    return [{ pid: Number(pid), parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8'), status }]
  } catch {
    return [] // it has just ended
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
