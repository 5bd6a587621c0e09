import { writeFile } from 'node:fs/promises'
import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import entry from '../data/index?modulePath'
import verifyWorker from '../data/space/verify-worker?modulePath'
import type { DataConfig, FromData, ToData } from '../shared/processes.ts'
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
  readonly config: Omit<DataConfig, 'verifyWorker'>
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
  let child = fork()

  function fork(): UtilityProcess {
    const started = utilityProcess.fork(entry, [], {
      serviceName: 'palier-data',
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
    started.postMessage({ type: 'start', config: { ...config, verifyWorker } } satisfies ToData)
    return started
  }

  function receive(message: FromData): void {
    if (message.type === 'ready') {
      log('data-ready')
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
    if (final) log('data-given-up')
    else child = fork()
    onStopped(final)
  }

  return {
    state: () => state,
    post: (message, port) => child.postMessage(message, port ? [port] : []),
    async replace() {
      const old = child
      const gone = new Promise<void>((resolve) => old.once('exit', () => resolve()))
      child = fork()
      state = 'running'
      if (old.kill()) await gone
    },
    retry() {
      if (state !== 'stopped') return
      state = 'restarting'
      child = fork()
    },
    async stop() {
      if (state === 'stopped') return
      const old = child
      state = 'stopped'
      const gone = new Promise<void>((resolve) => old.once('exit', () => resolve()))
      old.removeAllListeners('message')
      old.postMessage({ type: 'stop' } satisfies ToData)
      const timer = setTimeout(() => old.kill(), patience)
      await gone
      clearTimeout(timer)
    },
  }
}

/** What was set outside to steer Node or Electron is not for the process that holds the key. */
export function environmentFor(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(environment).filter(([name]) => !/^(NODE_|ELECTRON_|LD_PRELOAD$|DYLD_)/i.test(name))
  return Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** On Linux a core dump of this process would hold the key: none of its memory goes into one. */
export async function forbidDumps(pid: number | undefined): Promise<void> {
  if (process.platform !== 'linux' || pid === undefined) return
  await writeFile(`/proc/${pid}/coredump_filter`, '0').catch(() => undefined) // a kernel without core dumps
}
