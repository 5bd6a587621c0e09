import type { ReactNode } from 'react'
import './record-layout.css'

interface RecordLayoutProps {
  /** Who or what it is: stays in sight. */
  readonly identity: ReactNode
  readonly identityLabel: string
  /** What happened. */
  readonly children: ReactNode
  /** What to do next. */
  readonly next?: ReactNode
  readonly nextLabel?: string
}

/** A record: identity at left, what happened in the middle, what to do next at right. */
export function RecordLayout({ identity, identityLabel, children, next, nextLabel }: RecordLayoutProps) {
  return (
    <div className="record" data-two={next === undefined || undefined}>
      <aside className="record-identity" aria-label={identityLabel}>
        {identity}
      </aside>
      <div className="record-middle">{children}</div>
      {next !== undefined ? (
        <aside className="record-next" aria-label={nextLabel}>
          {next}
        </aside>
      ) : null}
    </div>
  )
}

interface FormLayoutProps {
  readonly children: ReactNode
  /** Beside the form: what it may already know, where it will go. */
  readonly beside?: ReactNode
  readonly besideLabel?: string
}

/** A form on one page, at a reading width, with a column beside it. */
export function FormLayout({ children, beside, besideLabel }: FormLayoutProps) {
  return (
    <div className="form-layout">
      <div className="form-fields">
        <div className="form-width">{children}</div>
      </div>
      {beside !== undefined ? (
        <aside className="form-beside" aria-label={besideLabel}>
          {beside}
        </aside>
      ) : null}
    </div>
  )
}

/** A titled part of a form; its fields stand on four columns (`span-2`, `span-4`). */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="form-section">
      <h2>{title}</h2>
      <div className="form-grid">{children}</div>
    </section>
  )
}
