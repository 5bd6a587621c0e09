import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import entry from '../data/compiled-start?modulePath'
import code from '../data/index?modulePath'
import verifyWorker from '../data/space/verify-worker?modulePath'
import type { DataConfig, FromData, ToData } from '../shared/processes.ts'
import { environmentFor, forbidDumps } from './children.ts'
import { dataFlags } from './engine-flags.ts'
import type { Log } from './log.ts'

export interface DataProcess {
  readonly state: () => 'running' | 'restarting' | 'stopped'
  readonly post: (message: ToData, port?: MessagePortMain) => void
  /** Ends it and starts a fresh one: nothing of the old memory remains. */
  readonly replace: () => Promise<void>
  /** One more try after it was given up. */
  readonly retry: () => void
  /** Lets it close its space, for a short while. */
  readonly stop: () => Promise<void>
}

export interface DataProcessOptions {
  readonly config: Omit<DataConfig, 'verifyWorker' | 'afterLock'>
  readonly log: Log
  readonly onMessage: (message: FromData) => void
  /** It died by itself; `final` when it will not be started again. */
  readonly onStopped: (final: boolean) => void
  readonly onRestarted: () => void
}

const oneMinute = 60_000
const patience = 2_000

/** Owns the only process that may open a database. A second death within a minute is not answered by a third start. */
export function startDataProcess({ config, log, onMessage, onStopped, onRestarted }: DataProcessOptions): DataProcess {
  let state: ReturnType<DataProcess['state']> = 'running'
  let lastDeath = -Infinity
  let child: UtilityProcess | null = fork() // null once it is left stopped

  function fork(afterLock = false): UtilityProcess {
    const started = utilityProcess.fork(entry, [code], {
      serviceName: 'palier-data',
      execArgv: dataFlags,
      env: environmentFor(process.env),
      stdio: process.env['PALIER_QUIET'] === undefined ? 'inherit' : 'ignore',
    })
    log('data-started')
    started.once('spawn', () => void forbidDumps(started.pid))
    started.on('message', (message: FromData) => {
      if (started === child) receive(message)
    })
    started.once('exit', (code) => {
      log('data-ended', { code, byItself: started === child })
      if (started === child) answerDeath()
    })
    started.postMessage({ type: 'start', config: { ...config, verifyWorker, afterLock } } satisfies ToData)
    return started
  }

  function receive(message: FromData): void {
    if (message.type === 'ready') {
      log('data-ready', { compiled: message.compiled })
      if (state === 'restarting') onRestarted()
      state = 'running'
    }
    onMessage(message)
  }

  function answerDeath(): void {
    const now = performance.now()
    const final = now - lastDeath < oneMinute
    lastDeath = now
    state = final ? 'stopped' : 'restarting'
    child = final ? null : fork()
    if (final) log('data-given-up')
    onStopped(final)
  }

  return {
    state: () => state,
    post: (message, port) => child?.postMessage(message, port ? [port] : []),
    async replace() {
      const old = child
      child = fork(true)
      state = 'running'
      if (old) await ended(old, () => old.kill())
    },
    retry() {
      if (state !== 'stopped') return
      state = 'restarting'
      child = fork()
    },
    async stop() {
      const old = child
      child = null
      state = 'stopped'
      if (!old) return
      const timer = setTimeout(() => old.kill(), patience)
      await ended(old, () => old.postMessage({ type: 'stop' } satisfies ToData))
      clearTimeout(timer)
    },
  }
}

async function ended(child: UtilityProcess, end: () => void): Promise<void> {
  if (child.pid === undefined) {
    child.once('spawn', end) // it has nothing yet that must be waited for
    return
  }
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  end()
  await gone
}
