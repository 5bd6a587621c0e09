import { MessageChannelMain, type MessagePortMain, type UtilityProcess, app, utilityProcess } from 'electron'
import entry from '../reader/index?modulePath'
import type { ReaderPulse } from '../shared/reader.ts'
import { forbidDumps } from './children.ts'
import { readerFlags } from './engine-flags.ts'
import type { Log } from './log.ts'

export const readerLimits = {
  /** Work without a sign of progress. */
  milliseconds: 10_000,
  /** All the memory of the process, of which `readerFlags` leave a part to JavaScript. */
  megabytes: 512,
} as const

export interface Readers {
  /** Starts a reader and answers the other end of its port. */
  readonly start: (id: number) => MessagePortMain
  readonly stop: (id: number) => void
  readonly stopAll: () => void
}

interface Running {
  readonly child: UtilityProcess
  /** When its work began, or null while it waits for the other side. */
  workingSince: number | null
}

/**
 * Readers parse one foreign file each, with nothing of ours: no key, no environment, little memory, little time.
 * `onStopped` tells of one that was ended by its limits or by itself.
 */
export function createReaders(log: Log, onStopped: (id: number) => void): Readers {
  const running = new Map<number, Running>()
  let watch: NodeJS.Timeout | undefined

  function end(id: number): void {
    const reader = running.get(id)
    if (!reader) return
    running.delete(id)
    reader.child.kill()
    if (running.size === 0) {
      clearInterval(watch)
      watch = undefined
    }
  }

  function endForItsLimits(id: number): void {
    end(id)
    onStopped(id)
  }

  function enforceLimits(): void {
    const memory = new Map(app.getAppMetrics().map((metric) => [metric.pid, metric.memory.workingSetSize / 1024]))
    for (const [id, { child, workingSince }] of running) {
      const late = workingSince !== null && performance.now() - workingSince > readerLimits.milliseconds
      const large = child.pid !== undefined && (memory.get(child.pid) ?? 0) > readerLimits.megabytes
      if (!late && !large) continue
      log('reader-ended', { late, large })
      endForItsLimits(id)
    }
  }

  return {
    start(id) {
      const child = utilityProcess.fork(entry, [], {
        serviceName: 'palier-reader',
        execArgv: readerFlags,
        env: {},
        stdio: 'ignore',
      })
      const reader: Running = { child, workingSince: performance.now() }
      running.set(id, reader)
      log('reader-started')
      child.once('spawn', () => void forbidDumps(child.pid))
      child.on('message', ({ type }: ReaderPulse) => {
        reader.workingSince = type === 'working' ? performance.now() : null
      })
      child.once('exit', (code) => {
        if (running.get(id) !== reader) return
        log('reader-ended', { code })
        endForItsLimits(id)
      })
      const { port1, port2 } = new MessageChannelMain()
      child.postMessage({ type: 'port' }, [port1])
      watch ??= setInterval(enforceLimits, 500)
      return port2
    },
    stop: end,
    stopAll() {
      for (const id of running.keys()) end(id)
    },
  }
}
