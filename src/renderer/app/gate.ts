import { createContext, use } from 'react'
import type { KnownSpace } from '../../shared/features/space'

/** What the window around the pages may ask of the gate: to leave this space, for now or for another. */
export interface Gate {
  readonly space: KnownSpace
  readonly lock: () => void
  readonly openSpace: (space: KnownSpace) => void
  readonly createSpace: () => void
  readonly openElsewhere: () => void
  readonly openDemo: () => void
}

export const GateContext = createContext<Gate | null>(null)

export function useGate(): Gate {
  const gate = use(GateContext)
  if (!gate) throw new Error('no gate around this page')
  return gate
}
