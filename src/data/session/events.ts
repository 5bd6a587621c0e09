import type { SpaceEvent } from '../../shared/features/events.ts'

export interface EventBus {
  readonly announce: (event: SpaceEvent) => void
  /** Everything announced from now on, until `signal` aborts. */
  readonly watch: (signal: AbortSignal) => AsyncGenerator<SpaceEvent, void, undefined>
}

export function createEventBus(): EventBus {
  const listeners = new Set<(event: SpaceEvent) => void>()
  return {
    announce: (event) => {
      for (const listener of listeners) listener(event)
    },
    async *watch(signal) {
      const waiting: SpaceEvent[] = []
      let wake: () => void = () => undefined
      const listener = (event: SpaceEvent) => {
        waiting.push(event)
        wake()
      }
      const stop = () => wake()
      listeners.add(listener)
      signal.addEventListener('abort', stop)
      try {
        while (!signal.aborted) {
          yield* waiting.splice(0)
          if (waiting.length === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        listeners.delete(listener)
        signal.removeEventListener('abort', stop)
      }
    },
  }
}
