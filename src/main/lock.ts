import { type BrowserWindow, app, powerMonitor } from 'electron'
import type { FromData } from '../shared/processes.ts'
import type { LockReason } from '../shared/shell.ts'
import type { DataProcess } from './data-process.ts'
import { createIdleClock } from './idle.ts'
import type { Log } from './log.ts'
import { loadPage } from './window.ts'

/** How long the page may take to save its drafts and lock; then the process that holds the key is ended as it is. */
const patience = 4_000
const tickEvery = 5_000

export interface Lock {
  readonly ask: (reason: LockReason) => void
  /** What the data process says of its space. */
  readonly follow: (state: Extract<FromData, { type: 'state' }>) => void
  /** The space is locked: nothing that knew its key or its people stays in memory. */
  readonly finish: () => Promise<void>
}

export interface LockOptions {
  readonly window: BrowserWindow
  readonly data: DataProcess
  readonly log: Log
  readonly tell: (reason: LockReason) => void
}

export function createLock({ window, data, log, tell }: LockOptions): Lock {
  let allowed: number | null = null // milliseconds of idleness, while a space is open
  let lastSeen = performance.now()
  let deadline: NodeJS.Timeout | undefined
  let finishing: Promise<void> | null = null

  function see(): void {
    lastSeen = performance.now()
  }

  function ask(reason: LockReason): void {
    if (reason === 'menu' || allowed !== null) tell(reason)
    if (allowed === null || deadline !== undefined || finishing) return
    deadline = setTimeout(() => {
      log('lock-forced')
      void finish()
    }, patience)
  }

  function finish(): Promise<void> {
    finishing ??= endProcesses().finally(() => {
      finishing = null
    })
    return finishing
  }

  async function endProcesses(): Promise<void> {
    clearTimeout(deadline)
    deadline = undefined
    allowed = null
    await Promise.all([data.replace(), replacePage(window)])
    log('locked')
  }

  const clock = createIdleClock(
    {
      now: () => performance.now(),
      idleSeconds: () => powerMonitor.getSystemIdleTime(),
      lastSeen: () => lastSeen,
      limit: () => allowed,
    },
    tickEvery,
  )
  window.webContents.on('input-event', see)
  const ticking = setInterval(() => clock.tick() && ask('idle'), tickEvery)
  window.once('closed', () => {
    clearInterval(ticking)
    clearTimeout(deadline)
  })
  powerMonitor.on('suspend', () => ask('sleep'))
  powerMonitor.on('lock-screen', () => ask('screen'))
  powerMonitor.on('user-did-resign-active', () => ask('user'))

  return {
    ask,
    follow({ state, demo, lockAfterMinutes }) {
      if (allowed === null) see() // someone has just opened it
      allowed = state === 'open' && !demo ? lockAfterMinutes * 60_000 : null
    },
    finish,
  }
}

/**
 * The page comes back in another process. A mere reload would keep the old one, with all it had shown, and so would
 * `about:blank` in between; an empty page of another origin does not. One that hangs is ended where it stands.
 */
async function replacePage(window: BrowserWindow): Promise<void> {
  const old = window.webContents.getOSProcessId()
  const emptied = window.loadURL('data:text/html,').then(() => true)
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1_000))
  if (!(await Promise.race([emptied, late]).catch(() => false))) window.webContents.forcefullyCrashRenderer()
  await loadPage(window)
  const ours = app.getAppMetrics().some(({ pid }) => pid === old)
  if (ours && window.webContents.getOSProcessId() !== old) process.kill(old)
}
