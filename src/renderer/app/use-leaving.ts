import { useCallback, useEffect, useState } from 'react'
import type { KnownSpace, SpaceState } from '../../shared/features/space'
import type { SpaceKind } from '../../shared/rules/values'
import { ask, keyOf, queryClient } from '../api'
import { asAppError } from '../connection'
import { saveAllDrafts } from '../drafts'
import { type Departure, forgetDeparture, noteDeparture } from '../features/space/departure'
import { useErrorWords } from '../i18n/error-words'
import { preferences } from '../theme/preferences'
import { showToast } from '../ui/toasts'
import { isExpected } from './expected-space'

const patience = 2000 // ms given to the drafts; then the space is locked all the same

export interface Leaving {
  /** The folder whose pages are on screen; they stay there if its data process dies. */
  readonly inside: string | null
  /** Pages are being left: what is on screen is covered. */
  readonly covered: boolean
  readonly demoBusy: boolean
  readonly lock: (reason: Departure['reason']) => Promise<void>
  readonly openSpace: (space: KnownSpace) => Promise<void>
  readonly openDemo: (kind?: SpaceKind) => Promise<void>
}

/** Leaving a space on purpose, as opposed to losing it: the drafts are kept first, and nothing of it stays on screen. */
export function useLeaving(state: SpaceState | undefined): Leaving {
  const [inside, setInside] = useState<string | null>(null)
  const [away, setAway] = useState<'pages' | 'door' | null>(null)
  const [demoBusy, setDemoBusy] = useState(false)
  const words = useErrorWords()
  const open = state?.state === 'open' && !isExpected(state) ? state.space.folder : null
  if (open !== null && open !== inside && away === null) setInside(open)
  useEffect(() => {
    if (inside !== null) forgetDeparture()
  }, [inside])

  const tell = useCallback(
    (problem: unknown) => void showToast({ tone: 'danger', text: words(asAppError(problem)) }),
    [words],
  )
  const leave = useCallback(
    async (next: () => Promise<SpaceState>, onFailure?: (problem: unknown) => void): Promise<void> => {
      setAway(inside === null ? 'door' : 'pages')
      try {
        await Promise.race([saveAllDrafts(), new Promise((resolve) => setTimeout(resolve, patience))])
        setInside(null)
        startAtHome()
        const now = await next()
        forgetPages()
        queryClient.setQueryData(keyOf('space.state', {}), now)
      } catch (problem) {
        onFailure?.(problem)
        await queryClient.invalidateQueries({ queryKey: ['space'] }) // whatever it is now is what will be shown
      } finally {
        setAway(null)
      }
    },
    [inside],
  )

  const lock = useCallback(
    async (reason: Departure['reason']) => {
      const now = queryClient.getQueryData<SpaceState>(keyOf('space.state', {}))
      if (now?.state !== 'open') return
      const minutes =
        queryClient.getQueryData<{ lockAfterMinutes: number }>(keyOf('settings.get', {}))?.lockAfterMinutes ?? 10
      noteDeparture({ at: new Date().toISOString(), reason, minutes })
      await leave(() => ask('space.lock', {}))
    },
    [leave],
  )

  const openDemo = useCallback(
    async (kind: SpaceKind = 'association') => {
      setDemoBusy(true)
      forgetDeparture()
      await leave(() => ask('space.openDemo', { locale: preferences().language, kind }), tell)
      setDemoBusy(false)
    },
    [leave, tell],
  )

  const openSpace = useCallback(
    async (space: KnownSpace) => {
      if (space.demo) return openDemo(space.kind)
      forgetDeparture()
      await leave(() => ask('space.select', { folder: space.folder }), tell)
    },
    [leave, openDemo, tell],
  )

  // the demo has no passphrase: when its data process dies, it is opened again by itself
  const demoLost =
    state?.state === 'locked' && state.space.demo && state.space.folder === inside && away === null
      ? state.space.kind
      : null
  useEffect(() => {
    if (demoLost !== null)
      void ask('space.openDemo', { locale: preferences().language, kind: demoLost }).catch(() => setInside(null))
  }, [demoLost])

  return { inside, covered: away === 'pages', demoBusy, lock, openSpace, openDemo }
}

/** What the pages of a space had read; nothing of it is shown in the next one. */
export function forgetPages(): void {
  queryClient.removeQueries({ predicate: ({ queryKey: [feature] }) => feature !== 'space' })
}

/** Another space opens on its first page, not on a record of the former one. */
export function startAtHome(): void {
  window.location.hash = '/'
}
