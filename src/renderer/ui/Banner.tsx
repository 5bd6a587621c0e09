import { IconAlertCircle, IconCircleCheck, IconInfoCircle, IconShieldLock, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './banner.css'

interface BannerProps {
  readonly tone: 'info' | 'done' | 'warn' | 'danger'
  readonly icon?: TablerIcon
  readonly children: ReactNode
  /** A link or a button, at the end of the line. */
  readonly act?: ReactNode
}

const icons = { info: IconInfoCircle, done: IconCircleCheck, warn: IconShieldLock, danger: IconAlertCircle }

/** A message that stays in the page, because it bears on what is in it. */
export function Banner({ tone, icon, children, act }: BannerProps) {
  const Icon = icon ?? icons[tone]
  return (
    <div className={`banner tone-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={17} />
      <div className="grow">{children}</div>
      {act ? <div className="banner-act">{act}</div> : null}
    </div>
  )
}
