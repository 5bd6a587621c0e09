import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { setPreferences, usePreferences } from '../theme/preferences'
import type { LayoutProps } from './layout-props'
import { SideBar } from './SideBar'
import { TitleBar } from './TitleBar'
import './layout.css'

/** The window: title bar, side bar, and the page. */
export function Layout(props: LayoutProps) {
  const { t } = useTranslation()
  const { sideBar } = usePreferences()
  useShortcuts(props, sideBar === 'collapsed')
  return (
    <div className="window" data-side={sideBar}>
      <a className="skip-link" href="#content" onClick={focusContent}>
        {t('shell.skipToContent')}
      </a>
      <TitleBar {...props} />
      <SideBar {...props} collapsed={sideBar === 'collapsed'} />
      <main className="page" id="content" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  )
}

function useShortcuts({ onSearch, onLock, onUndo, undoable }: LayoutProps, collapsed: boolean): void {
  // everywhere, also while typing
  useHotkeys(
    [
      ['mod+K', onSearch],
      ['mod+L', onLock],
      ['mod+B', () => setPreferences({ sideBar: collapsed ? 'open' : 'collapsed' })],
    ],
    [],
  )
  // outside a text field, where Ctrl+Z stays the field's own
  useHotkeys([['mod+Z', () => undoable !== null && onUndo()]])
}

/** The address is the router's, so the link moves the focus and leaves the address alone. */
function focusContent(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
