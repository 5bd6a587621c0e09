import { Button } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Mark } from '../../ui/Mark'
import './frame.css'

interface FrameProps {
  readonly title: string
  /** One paragraph under the title. */
  readonly lead?: ReactNode
  /** Beside the mark: the flight of steps. */
  readonly steps?: ReactNode
  readonly children: ReactNode
  /** A second column, quieter. */
  readonly aside?: ReactNode
  readonly asideLabel?: string
  readonly onBack?: (() => void) | undefined
  /** Before the act: what is still missing. */
  readonly remaining?: string | null
  /** The one filled button. */
  readonly act?: ReactNode
}

/** The screens met before a space is open, when they hold more than one field. */
export function Frame({ title, lead, steps, children, aside, asideLabel, onBack, remaining, act }: FrameProps) {
  const { t } = useTranslation()
  return (
    <div className="frame">
      <div className="frame-drag" />
      <div className="frame-width" data-narrow={aside === undefined || undefined}>
        <header className="frame-head">
          <div className="frame-brand">
            <Mark size={22} />
            <span>Palier</span>
          </div>
          {steps}
        </header>
        <main className="frame-body">
          <section className="frame-text">
            <h1 className="display">{title}</h1>
            {lead !== undefined ? <p className="frame-lead">{lead}</p> : null}
            {children}
          </section>
          {aside !== undefined ? (
            <aside className="frame-aside" aria-label={asideLabel}>
              {aside}
            </aside>
          ) : null}
        </main>
        <footer className="frame-foot">
          {onBack ? (
            <Button variant="subtle" leftSection={<IconChevronLeft size={15} />} onClick={onBack}>
              {t('common.back')}
            </Button>
          ) : null}
          <p className="frame-remaining" role="status">
            {remaining}
          </p>
          {act}
        </footer>
      </div>
    </div>
  )
}
