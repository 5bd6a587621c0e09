import { IconChevronRight } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import './page-header.css'

interface PageHeaderProps {
  readonly title: ReactNode
  /** A count or a day, beside the title. */
  readonly detail?: ReactNode
  /** Buttons, the filled one last. */
  readonly acts?: ReactNode
}

export function PageHeader({ title, detail, acts }: PageHeaderProps) {
  return (
    <header className="page-header">
      <h1 className="h1 nowrap">{title}</h1>
      {detail !== undefined ? <span className="page-detail">{detail}</span> : null}
      {acts ? <div className="page-acts">{acts}</div> : null}
    </header>
  )
}

export interface Crumb {
  readonly label: string
  readonly href?: string
}

interface RecordHeaderProps {
  /** Where one is: the list first. The last one is the place itself. */
  readonly crumbs: readonly Crumb[]
  readonly label: string
  readonly acts?: ReactNode
}

/** The slim head of a record or of a form: the way back, and what can be done here. */
export function RecordHeader({ crumbs, label, acts }: RecordHeaderProps) {
  return (
    <header className="record-header">
      <nav aria-label={label}>
        <ol className="crumbs">
          {crumbs.map((crumb, index) => (
            <Fragment key={crumb.label}>
              {index > 0 ? (
                <li aria-hidden="true">
                  <IconChevronRight size={13} />
                </li>
              ) : null}
              <li className="cut">{crumb.href ? <a href={crumb.href}>{crumb.label}</a> : crumb.label}</li>
            </Fragment>
          ))}
        </ol>
      </nav>
      {acts ? <div className="page-acts">{acts}</div> : null}
    </header>
  )
}
