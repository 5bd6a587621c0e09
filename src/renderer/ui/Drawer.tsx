import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './drawer.css'

interface DrawerProps {
  readonly label: string
  /** Small, above the title: a number, a kind. */
  readonly over?: ReactNode
  readonly title: ReactNode
  /** Under the title: state and clock. */
  readonly under?: ReactNode
  readonly children: ReactNode
  /** Buttons, the filled one last. */
  readonly footer?: ReactNode
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

/**
 * A record beside the list it comes from: the list stays in reach, so this is no dialog. It takes the focus when
 * it opens and gives it back when it closes.
 */
export function Drawer({ label, over, title, under, children, footer, onClose, onPrevious, onNext }: DrawerProps) {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  const [before] = useState(() => document.activeElement) // a field of its own may take the focus as it is drawn
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [before])
  useKeptFocus(panel)
  useCloseOnEscape(panel, onClose)

  return (
    <aside className="drawer" aria-label={label} ref={panel} tabIndex={-1}>
      <header className="drawer-head">
        <div className="row">
          <span className="t3 tab">{over}</span>
          <span className="drawer-nav">
            {onPrevious || onNext ? (
              <>
                <ActionIcon aria-label={t('ui.previous')} disabled={!onPrevious} onClick={onPrevious}>
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon aria-label={t('ui.next')} disabled={!onNext} onClick={onNext}>
                  <IconArrowDown size={16} />
                </ActionIcon>
              </>
            ) : null}
            <ActionIcon aria-label={t('common.close')} onClick={onClose}>
              <IconX size={17} />
            </ActionIcon>
          </span>
        </div>
        <h2 className="h1">{title}</h2>
        {under ? <div className="drawer-under">{under}</div> : null}
      </header>
      <div className="drawer-body">{children}</div>
      {footer ? <footer className="drawer-foot">{footer}</footer> : null}
    </aside>
  )
}

/** What had the focus in it may go, as the button of an act that is done: the panel takes it then, so that the keyboard stays here. */
function useKeptFocus(panel: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = panel.current
    if (!element) return undefined
    let last: Element | null = null
    const note = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null
    }
    const gone = new MutationObserver(() => {
      if (last && !last.isConnected && document.activeElement === document.body) element.focus({ preventScroll: true })
    })
    element.addEventListener('focusin', note)
    gone.observe(element, { childList: true, subtree: true })
    return () => {
      element.removeEventListener('focusin', note)
      gone.disconnect()
    }
  }, [panel])
}

/** From inside, or from nowhere. Escape closes what is open first: a menu or a list that used the key has said so. */
function useCloseOnEscape(panel: React.RefObject<HTMLElement | null>, onClose: () => void): void {
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  useEffect(() => {
    let wasOpen = false
    // a list of several choices closes on this key without saying that it used it: it is looked at before
    function note(): void {
      wasOpen = isAnythingOpen()
    }
    function listen(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || wasOpen) return
      const focused = document.activeElement
      const inside = focused === document.body || panel.current?.contains(focused)
      if (inside && !isAnythingOpen()) latest.current()
    }
    document.addEventListener('keydown', note, { capture: true })
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', note, { capture: true })
      document.removeEventListener('keydown', listen)
    }
  }, [panel])
}

/** A list stays in the page once it was drawn: only one that takes room is open. */
function isAnythingOpen(): boolean {
  const focused = document.activeElement
  if (focused?.getAttribute('aria-haspopup') === 'listbox' && focused.getAttribute('aria-expanded') === 'true')
    return true
  const opened = document.querySelectorAll('[role="listbox"], [role="menu"], [role="dialog"]')
  return [...opened].some((list) => list.getClientRects().length > 0)
}
