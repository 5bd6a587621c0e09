import {
  IconArrowRampRight,
  IconArrowsExchange,
  IconFileImport,
  IconSettings,
  IconTrash,
  IconUserPlus,
} from '@tabler/icons-react'
import { Outlet, useRouter } from '@tanstack/react-router'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../api'
import { Palette, type PaletteAction } from '../features/search/Palette'
import { useCommandWords } from '../i18n/command-words'
import { useGate } from './gate'
import { Layout } from './Layout'
import { Notices } from './Notices'
import { SwitchMember } from './SwitchMember'
import { SwitchSpace } from './SwitchSpace'
import { preloadGrid } from '../ui/Grid'
import { useUndo } from './use-undo'

// the lists are what one comes for: their code arrives while the window is drawn
preloadGrid()

type Dialog = 'space' | 'member' | 'search' | null

/** The window around the pages, told by the data: whose space, who is at the keyboard, what can be undone. */
export function ShellLayout() {
  const { t } = useTranslation()
  const gate = useGate()
  const { history } = useRouter()
  const said = useCommandWords()
  const settings = useQuery('settings.get', {}).data
  const member = useQuery('members.current', {})
  const next = useQuery('history.next', {}, { keepPrevious: true }).data
  const late = useQuery('referrals.overdue', {}, { keepPrevious: true }).data
  const { undo, redo } = useUndo()
  const [dialog, setDialog] = useState<Dialog>(null)
  const close = () => setDialog(null)
  useHotkeys([
    ['mod+shift+Z', () => void redo()],
    ['mod+Y', () => void redo()],
    ['mod+N', () => history.push('/people/new')],
    ['mod+shift+O', () => history.push('/referrals/new')],
    ['mod+I', () => history.push('/import')],
  ])
  const actions: PaletteAction[] = [
    {
      id: 'newReferral',
      label: t('search.newReferral'),
      icon: IconArrowRampRight,
      keys: ['Ctrl', 'Maj', 'O'],
      run: () => history.push('/referrals/new'),
    },
    {
      id: 'newPerson',
      label: t('search.newPerson'),
      icon: IconUserPlus,
      keys: ['Ctrl', 'N'],
      run: () => history.push('/people/new'),
    },
    {
      id: 'import',
      label: t('search.import'),
      icon: IconFileImport,
      keys: ['Ctrl', 'I'],
      run: () => history.push('/import'),
    },
    { id: 'exchanges', label: t('search.exchanges'), icon: IconArrowsExchange, run: () => history.push('/exchanges') },
    { id: 'trash', label: t('search.trash'), icon: IconTrash, run: () => history.push('/trash') },
    { id: 'settings', label: t('search.settings'), icon: IconSettings, run: () => history.push('/settings') },
  ]

  const { space } = gate
  return (
    <Layout
      space={{ name: settings?.organisationName ?? space.name, kind: space.kind, demo: space.demo }}
      member={member.data ?? null}
      counts={{ '/referrals': { waiting: 0, late: late?.referrals ?? 0 } }}
      undoable={next?.undo ? t('history.undo', { what: said(next.undo) }) : null}
      onUndo={() => void undo()}
      onSearch={() => setDialog('search')}
      onLock={gate.lock}
      onSwitchSpace={() => setDialog('space')}
      onSwitchMember={() => setDialog('member')}
    >
      <Notices space={space} />
      <Outlet />
      <Palette
        opened={dialog === 'search'}
        onClose={close}
        actions={actions}
        onOpen={({ entity, id }) => history.push(`/${entity}/${id}`)}
      />
      <SwitchSpace opened={dialog === 'space'} onClose={close} />
      <SwitchMember
        opened={dialog === 'member' || member.data === null}
        current={member.data ?? null}
        onClose={close}
      />
    </Layout>
  )
}
