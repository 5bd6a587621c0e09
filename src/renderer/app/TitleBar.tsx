import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconArrowBackUp,
  IconChevronLeft,
  IconChevronRight,
  IconLayoutSidebar,
  IconSelector,
  IconZoom,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { setPreferences, usePreferences } from '../theme/preferences'
import { Keys } from '../ui/Keys'
import { Mark } from '../ui/Mark'
import { useTravel } from './travel'
import type { LayoutProps } from './layout-props'

export function TitleBar({ space, undoable, onUndo, onSearch, onSwitchSpace }: LayoutProps) {
  const { t } = useTranslation()
  const travel = useTravel()
  return (
    <header className="title-bar">
      <UnstyledButton
        className="space-switch"
        onClick={onSwitchSpace}
        aria-label={t('shell.switchSpace', { name: space.name })}
      >
        <Mark />
        <span className="cut">{space.name}</span>
        <IconSelector size={14} />
      </UnstyledButton>
      <div className="title-left">
        <SideBarToggle />
        <ActionIcon aria-label={t('shell.goBack')} disabled={!travel.canGoBack} onClick={travel.goBack}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('shell.goForward')} disabled={!travel.canGoForward} onClick={travel.goForward}>
          <IconChevronRight size={16} />
        </ActionIcon>
        {space.demo ? <span className="demo-tag">{t('shell.demo')}</span> : null}
      </div>
      <UnstyledButton className="omni" onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconZoom size={14} />
        <span className="cut">{t('shell.search')}</span>
        <Keys keys="mod K" />
      </UnstyledButton>
      <div className="title-right">
        <Tooltip label={undoable ?? t('shell.undo')}>
          <ActionIcon
            aria-label={undoable ?? t('shell.undo')}
            aria-keyshortcuts="Control+Z"
            disabled={undoable === null}
            onClick={onUndo}
          >
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  )
}

function SideBarToggle() {
  const { t } = useTranslation()
  const collapsed = usePreferences().sideBar === 'collapsed'
  const label = collapsed ? t('shell.expand') : t('shell.collapse')
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        aria-expanded={!collapsed}
        aria-keyshortcuts="Control+B"
        onClick={() => setPreferences({ sideBar: collapsed ? 'open' : 'collapsed' })}
      >
        <IconLayoutSidebar size={16} />
      </ActionIcon>
    </Tooltip>
  )
}
