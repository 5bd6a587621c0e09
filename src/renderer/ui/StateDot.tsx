import type { ReactNode } from 'react'
import type { Tone } from './tones'
import './state-dot.css'

interface StateDotProps {
  readonly tone: Tone
  /** Ended without outcome: a ring instead of a disc. */
  readonly hollow?: boolean
  /** Late: the word turns red too. */
  readonly coloured?: boolean
  readonly children: ReactNode
}

/** A state is a dot and a word. */
export function StateDot({ tone, hollow, coloured, children }: StateDotProps) {
  return (
    <span className={`state-dot tone-${tone}${coloured ? ' toned' : ''}`} data-hollow={hollow || undefined}>
      {children}
    </span>
  )
}

/** A fact that is no state: a programme, a label. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>
}
