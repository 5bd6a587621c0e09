import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat } from '../i18n/format'
import './timeline.css'

export interface TimelineEntry {
  readonly id: string
  /** ISO day or instant: entries are grouped by its month, newest first as given. */
  readonly at: string
  readonly icon: TablerIcon
  readonly title: ReactNode
  /** A dot and a word, beside the title. */
  readonly state?: ReactNode
  /** At the end of the line: the day, a duration. */
  readonly when: ReactNode
  readonly body?: ReactNode
  /** A milestone reached: its icon stands on green. */
  readonly reached?: boolean
}

/** What happened, whatever the axis, month by month. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  const format = useFormat()
  return (
    <div className="timeline" role="group" aria-label={label}>
      {byMonth(entries).map((month) => (
        <section key={month.key}>
          <h3 className="timeline-month">{format.month(`${month.key}-01`)}</h3>
          <ol>
            {month.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const Icon = entry.icon
  return (
    <li className="timeline-entry" data-reached={entry.reached || undefined}>
      <span className="timeline-icon">
        <Icon size={15} aria-hidden="true" />
      </span>
      <div className="timeline-text">
        <p className="timeline-head">
          <b>{entry.title}</b>
          {entry.state}
          <span className="timeline-when">{entry.when}</span>
        </p>
        {entry.body ? <div className="timeline-body">{entry.body}</div> : null}
      </div>
    </li>
  )
}

function byMonth(entries: readonly TimelineEntry[]): { key: string; entries: TimelineEntry[] }[] {
  const months: { key: string; entries: TimelineEntry[] }[] = []
  for (const entry of entries) {
    const key = entry.at.slice(0, 7)
    const last = months.at(-1)
    if (last?.key === key) last.entries.push(entry)
    else months.push({ key, entries: [entry] })
  }
  return months
}
