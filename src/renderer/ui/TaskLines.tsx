import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './task-lines.css'

/** What waits to be done about a record, one line each; a line is a button or a link. */
export function TaskLines({ children }: { readonly children: ReactNode }) {
  return <ul className="task-lines">{children}</ul>
}

interface TaskLineProps {
  readonly icon: TablerIcon
  /** Where it is done: an address, or an act of this page. */
  readonly to: string | (() => void)
  /** What is to be done; the reason goes below, in a `small`. */
  readonly children: ReactNode
}

export function TaskLine({ icon: Icon, to, children }: TaskLineProps) {
  const inside = (
    <>
      <Icon size={16} />
      <span className="grow">{children}</span>
    </>
  )
  return (
    <li>
      {typeof to === 'string' ? (
        <a href={to}>{inside}</a>
      ) : (
        <button type="button" onClick={to}>
          {inside}
        </button>
      )}
    </li>
  )
}
