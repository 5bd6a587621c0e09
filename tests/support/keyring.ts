import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { findProgram } from '../../scripts/system/provide.ts'

export interface Keyring {
  /** What a program of this session needs to find the keyring. */
  readonly env: Readonly<Record<string, string>>
  /** Starts it, anew if it runs: with the session's password, as at a log in, or closed. */
  readonly start: (password: string | null) => Promise<void>
  readonly close: () => Promise<void>
}

/** A desktop session of its own, with a real keyring whose files are thrown away at the end. */
export async function openKeyring(): Promise<Keyring> {
  const home = await mkdtemp(join(tmpdir(), 'palier-keyring-'))
  const folders = { HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: join(home, 'run') }
  for (const folder of [folders.XDG_DATA_HOME, folders.XDG_RUNTIME_DIR]) await mkdir(folder, { mode: 0o700 })
  // Without a display a closed keyring cannot ask for its password: that is its user's refusal.
  const own = { ...process.env, ...folders, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const bus = spawn(pathOf('dbus-daemon'), ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    env: own,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await firstLine(bus.stdout)
  if (address === '') throw new Error('the bus of the session did not start')
  const session = { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folders.XDG_RUNTIME_DIR }
  let keyring: ChildProcess | null = null

  return {
    env: { ...session, XDG_CURRENT_DESKTOP: 'GNOME' },
    async start(password) {
      if (keyring !== null) await ended(keyring)
      const unlock = password === null ? [] : ['--unlock']
      const started = spawn(
        pathOf('gnome-keyring-daemon'),
        ['--foreground', '--components=secrets', '--replace', ...unlock],
        { env: { ...own, ...session }, stdio: ['pipe', 'pipe', 'ignore'] },
      )
      keyring = started
      started.stdin.end(password ?? '')
      await firstLine(started.stdout)
    },
    async close() {
      if (keyring !== null) await ended(keyring)
      await ended(bus)
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function pathOf(program: string): string {
  return findProgram(program) ?? program
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null && child.signalCode === null && child.kill()) await gone
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    stream.once('close', () => resolve(text.trim()))
  })
}
