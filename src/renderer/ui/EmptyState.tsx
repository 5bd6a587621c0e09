import type { ReactNode } from 'react'
import './states.css'

interface EmptyStateProps {
  readonly title: string
  readonly body: string
  /** One or two buttons: what to do next. */
  readonly acts?: ReactNode
  /** A last line, smaller: another way in. */
  readonly more?: ReactNode
}

/** A screen with nothing in it yet: the flight of steps, one sentence, one act. */
export function EmptyState({ title, body, acts, more }: EmptyStateProps) {
  return (
    <div className="state">
      <Flight />
      <h2 className="h1">{title}</h2>
      <p className="state-body">{body}</p>
      {acts ? <div className="state-acts">{acts}</div> : null}
      {more ? <p className="state-more">{more}</p> : null}
    </div>
  )
}

/** A list whose conditions leave no row: no picture, the way back. */
export function NothingFound({ title, body, acts }: Omit<EmptyStateProps, 'more'>) {
  return (
    <div className="state">
      <h2 className="h2">{title}</h2>
      <p className="state-body">{body}</p>
      {acts ? <div className="state-acts">{acts}</div> : null}
    </div>
  )
}

function Flight() {
  return (
    <svg className="state-flight" viewBox="0 0 560 200" aria-hidden="true">
      <path className="flight-fill" d="M0 200V170H90V140H180V110H380V80H470V50H560V200Z" />
      <path className="flight-edge" d="M0 170H90V140H180V110H380V80H470V50H560" />
      <circle className="flight-point" cx="280" cy="96" r="9" />
    </svg>
  )
}
