import type { ReactNode } from 'react'
import './flight-backdrop.css'

interface FlightBackdropProps {
  /** Stands on the landing: the mark, a title, a form. */
  readonly children: ReactNode
  /** Under the landing: other ways in. */
  readonly below?: ReactNode
  readonly footer?: ReactNode
}

/** The whole window as the mark: for the screens one meets before a space is open. */
export function FlightBackdrop({ children, below, footer }: FlightBackdropProps) {
  return (
    <div className="flight">
      <div className="flight-drag" />
      <svg className="flight-steps" viewBox="0 0 1440 420" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 420V348H150V300H300V252H450V204H990V156H1140V108H1290V60H1440V420Z" />
        <path
          className="flight-line"
          vectorEffect="non-scaling-stroke"
          d="M0 348H150V300H300V252H450V204H990V156H1140V108H1290V60H1440"
        />
      </svg>
      <main>
        <div className="flight-card">{children}</div>
        {below ? <div className="flight-below">{below}</div> : null}
      </main>
      {footer ? <footer className="flight-foot">{footer}</footer> : null}
    </div>
  )
}
