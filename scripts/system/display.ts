import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { run } from '../support/run.ts'
import { Stop } from '../support/say.ts'
import { toShowNowhere } from './needs.ts'
import { findProgram, provide } from './provide.ts'

export type Display = {
  /** What a program needs to find it. */
  readonly env: NodeJS.ProcessEnv
  /** Its number when it is a virtual one. */
  readonly virtual?: string
  close(): Promise<void>
}

/** The display of the desktop, or else a virtual one of our own. */
export async function openDisplay(): Promise<Display> {
  const present = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (process.platform !== 'linux' || present) return { env: process.env, close: async () => undefined }
  await provide(toShowNowhere)
  return startVirtual()
}

/** The server chooses a free number itself and tells it, so that two starts never take the same. */
async function startVirtual(): Promise<Display> {
  const folder = await mkdtemp(join(tmpdir(), 'palier-display-'))
  const authority = join(folder, 'authority')
  const cookie = randomBytes(16).toString('hex')
  await writeFile(authority, '', { mode: 0o600 })
  const authorise = (display: string) => run('xauth', ['-q', '-f', authority, 'add', display, '.', cookie])
  await authorise(':0')
  const server = spawn(
    findProgram('Xvfb') ?? 'Xvfb',
    ['-displayfd', '3', '-auth', authority, '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'],
    // In a group of its own: Ctrl+C must reach the app first, which needs its display to close what it has open.
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const number = await firstLine(server.stdio[3] as Readable)
  if (number === '') throw new Stop('The virtual display (Xvfb) did not start.')
  const display = `:${number}`
  await authorise(display)
  const stop = () => server.kill()
  process.once('exit', stop)
  return {
    env: { ...process.env, DISPLAY: display, XAUTHORITY: authority },
    virtual: display,
    close: async () => {
      process.off('exit', stop)
      const ended = new Promise((resolve) => server.once('exit', resolve))
      if (server.exitCode === null && server.kill()) await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      if (text.includes('\n')) resolve(text.trim())
    })
    stream.once('close', () => resolve(text.trim()))
  })
}
