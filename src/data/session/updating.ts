import type { KnownSpace, Updating } from '../../shared/features/space.ts'
import { letOthersGo } from '../letting-go.ts'
import type { OnUpdate } from '../migrate.ts'
import type { EventBus } from './events.ts'

/** How far a space has come to this version, for whoever asks and whoever follows. */
export interface Update {
  /** Null when no space is being updated. */
  readonly now: () => Updating | null
  readonly tell: (space: KnownSpace, ...news: Parameters<OnUpdate>) => Promise<void>
  readonly end: () => void
}

export function followUpdate(events: EventBus): Update {
  let now: Updating | null = null
  return {
    now: () => now,
    async tell(space, step, counted) {
      now = { state: 'updating', space, step, done: counted?.done ?? 0, total: counted?.total ?? null }
      events.announce({ kind: 'updating', now })
      await letOthersGo() // what comes next may hold this thread for long: the news leaves before
    },
    end: () => {
      now = null
    },
  }
}
