import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '../../shared/errors'
import type { KnownSpace, SpaceState } from '../../shared/features/space'
import type { SpaceKind } from '../../shared/rules/values'
import { ask, queryClient } from '../api'
import { asAppError } from '../connection'
import { saveAllDrafts } from '../drafts'
import { type Departure, forgetDeparture, noteDeparture } from '../features/space/departure'
import { preferences } from '../theme/preferences'

const patience = 2000 // ms given to the drafts; then the space is locked all the same

export interface Leaving {
  /** The folder whose pages are on screen; they stay there if its data process dies. */
  readonly inside: string | null
  /** A space is being left: what is on screen is covered. */
  readonly away: boolean
  readonly demoBusy: boolean
  readonly demoError: AppError | null
  readonly lock: (reason: Departure['reason']) => Promise<void>
  readonly openSpace: (space: KnownSpace) => Promise<void>
  readonly openDemo: (kind?: SpaceKind) => Promise<void>
}

/** Leaving a space on purpose, as opposed to losing it: the drafts are kept first, and nothing of it stays on screen. */
export function useLeaving(state: SpaceState | undefined): Leaving {
  const [inside, setInside] = useState<string | null>(null)
  const [away, setAway] = useState(false)
  const [demoBusy, setDemoBusy] = useState(false)
  const [demoError, setDemoError] = useState<AppError | null>(null)
  const open = state?.state === 'open' ? state.space.folder : null
  if (open !== null && open !== inside && !away) setInside(open)
  useEffect(() => {
    if (inside !== null) forgetDeparture()
  }, [inside])

  const leave = useCallback(async (next: () => Promise<SpaceState>): Promise<void> => {
    setAway(true)
    try {
      await Promise.race([saveAllDrafts(), new Promise((resolve) => setTimeout(resolve, patience))])
      setInside(null)
      startAtHome()
      const now = await next()
      forgetPages()
      queryClient.setQueryData(['space', 'state', {}], now)
    } catch {
      await queryClient.invalidateQueries({ queryKey: ['space'] }) // whatever it is now is what will be shown
    } finally {
      setAway(false)
    }
  }, [])

  const lock = useCallback(
    async (reason: Departure['reason']) => {
      const now = queryClient.getQueryData<SpaceState>(['space', 'state', {}])
      if (now?.state !== 'open') return
      const minutes =
        queryClient.getQueryData<{ lockAfterMinutes: number }>(['settings', 'get', {}])?.lockAfterMinutes ?? 10
      noteDeparture({ at: new Date().toISOString(), reason, minutes })
      await leave(() => ask('space.lock', {}))
    },
    [leave],
  )

  const openDemo = useCallback(
    async (kind: SpaceKind = 'association') => {
      setDemoBusy(true)
      setDemoError(null)
      forgetDeparture()
      await leave(() => ask('space.openDemo', { locale: preferences().language, kind }).catch(report))
      setDemoBusy(false)
      function report(problem: unknown): never {
        setDemoError(asAppError(problem))
        throw problem
      }
    },
    [leave],
  )

  const openSpace = useCallback(
    async (space: KnownSpace) => {
      if (space.demo) return openDemo(space.kind)
      forgetDeparture()
      await leave(() => ask('space.select', { folder: space.folder }))
    },
    [leave, openDemo],
  )

  // the demo has no passphrase: when its data process dies, it is opened again by itself
  const demoLost =
    state?.state === 'locked' && state.space.demo && state.space.folder === inside && !away ? state.space.kind : null
  useEffect(() => {
    if (demoLost !== null)
      void ask('space.openDemo', { locale: preferences().language, kind: demoLost }).catch(() => setInside(null))
  }, [demoLost])

  return { inside, away, demoBusy, demoError, lock, openSpace, openDemo }
}

/** What the pages of a space had read; nothing of it is shown in the next one. */
export function forgetPages(): void {
  queryClient.removeQueries({ predicate: ({ queryKey: [feature] }) => feature !== 'space' })
}

/** Another space opens on its first page, not on a record of the former one. */
export function startAtHome(): void {
  window.location.hash = '/'
}
