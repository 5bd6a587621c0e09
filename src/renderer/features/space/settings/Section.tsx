import type { ReactNode } from 'react'
import './settings.css'

/** A titled part of the settings: what it is about at left, what can be done at right. */
export function Section({ title, body, children }: { title: string; body?: ReactNode; children: ReactNode }) {
  return (
    <section className="setting">
      <div className="setting-about">
        <h2>{title}</h2>
        {body !== undefined ? <p>{body}</p> : null}
      </div>
      <div className="setting-acts">{children}</div>
    </section>
  )
}
