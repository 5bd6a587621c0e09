import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconLock, IconSettings, type TablerIcon } from '@tabler/icons-react'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format'
import { Initials } from '../ui/Initials'
import type { LayoutProps } from './layout-props'
import { navigationFor } from './navigation'

export function SideBar({
  space,
  counts,
  member,
  onLock,
  onSwitchMember,
  collapsed,
}: LayoutProps & { collapsed: boolean }) {
  const { t } = useTranslation()
  return (
    <nav className="side-bar" aria-label={t('shell.navigation')}>
      <div className="side-places">
        {navigationFor(space.kind).map((group) => (
          <section key={group.items[0]?.path}>
            {group.title && !collapsed ? <h2 className="side-title">{t(`shell.groups.${group.title}`)}</h2> : null}
            <ul>
              {group.items.map((item) => (
                <li key={item.path}>
                  <Place
                    path={item.path}
                    also={item.also}
                    label={t(`shell.places.${item.label}`)}
                    icon={item.icon}
                    collapsed={collapsed}
                    waiting={counts?.[item.path]?.waiting ?? 0}
                    late={counts?.[item.path]?.late ?? 0}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className="side-foot">
        <Place
          path="/settings"
          label={t('shell.settings')}
          icon={IconSettings}
          collapsed={collapsed}
          waiting={0}
          late={0}
        />
        <div className="who">
          {member ? (
            <UnstyledButton className="who-name" onClick={onSwitchMember} title={t('shell.switchMember')}>
              <span className="vh">{t('shell.switchMember')}</span>
              <Initials name={member.name} />
              {collapsed ? (
                <span className="vh">{member.name}</span>
              ) : (
                <span className="grow">
                  <b className="cut">{member.name}</b>
                  <small className="cut">{member.role}</small>
                </span>
              )}
            </UnstyledButton>
          ) : null}
          <Tooltip label={t('shell.lock')} position="right">
            <ActionIcon aria-label={t('shell.lock')} aria-keyshortcuts="Control+L" onClick={onLock}>
              <IconLock size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
    </nav>
  )
}

interface PlaceProps {
  readonly path: string
  readonly also?: readonly string[] | undefined
  readonly label: string
  readonly icon: TablerIcon
  readonly collapsed: boolean
  readonly waiting: number
  readonly late: number
}

function Place({ path, also, label, icon: Icon, collapsed, waiting, late }: PlaceProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { history } = useRouter()
  const here = useLocation().pathname
  const current = [path, ...(also ?? [])].some((one) => here === one || here.startsWith(`${one}/`))

  function go(event: React.MouseEvent): void {
    event.preventDefault()
    history.push(path)
  }

  const link = (
    <a
      className="place"
      href={`#${path}`}
      onClick={go}
      aria-current={current ? 'page' : undefined}
      aria-label={collapsed ? label : undefined}
    >
      <Icon size={17} />
      {collapsed ? null : <span className="cut">{label}</span>}
      {late > 0 ? (
        <span className="place-late" title={t('shell.late', { count: late })}>
          {collapsed ? null : format.number(late)}
          <span className="vh">{t('shell.late', { count: late })}</span>
        </span>
      ) : null}
      {late === 0 && waiting > 0 && !collapsed ? <span className="place-count">{format.number(waiting)}</span> : null}
    </a>
  )
  return collapsed ? (
    <Tooltip label={label} position="right">
      {link}
    </Tooltip>
  ) : (
    link
  )
}
