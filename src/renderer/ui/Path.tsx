import type { ReactNode } from 'react'
import type { Tone } from './tones'
import './path.css'

export interface PathMove {
  readonly id: string
  readonly tone: Tone
  readonly state: string
  /** Day, by whom, how. */
  readonly detail: ReactNode
  /** How long it took to come here. */
  readonly took?: string
}

/** The moves of one record, newest first, on a line: the short form of a history. */
export function Path({ label, moves }: { label: string; moves: readonly PathMove[] }) {
  return (
    <ol className="path" aria-label={label}>
      {moves.map((move) => (
        <li key={move.id} className={`tone-${move.tone}`}>
          <i />
          <b>{move.state}</b>
          <span>{move.detail}</span>
          {move.took ? <small>{move.took}</small> : null}
        </li>
      ))}
    </ol>
  )
}
