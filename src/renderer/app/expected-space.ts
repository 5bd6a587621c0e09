import type { KnownSpace, SpaceState } from '../../shared/features/space'

/**
 * The space that will open by itself at the next start, which only the demo does: its pages are drawn while it opens,
 * and wait for their rows, rather than once it is open. A space with a key is never drawn before its key is given.
 */
const storageKey = 'palier.expectedSpace'

export type Expected = Extract<SpaceState, { state: 'open' }> & { readonly expected: true }

/** Until the data process has answered, nobody is inside yet. */
export function isExpected(state: SpaceState): boolean {
  return 'expected' in state
}

export function expectedSpace(): Expected | null {
  try {
    const space = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as KnownSpace | null
    return space?.demo === true ? { state: 'open', space, expected: true } : null
  } catch {
    return null // then one waits for the answer
  }
}

export function rememberExpected(now: SpaceState): void {
  if (isExpected(now)) return
  if (now.state === 'open' && now.space.demo) localStorage.setItem(storageKey, JSON.stringify(now.space))
  else localStorage.removeItem(storageKey)
}
