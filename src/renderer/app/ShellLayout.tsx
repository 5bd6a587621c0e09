import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../api'
import { Palette } from '../features/search/Palette'
import { useCommandWords } from '../i18n/command-words'
import { useGate } from './gate'
import { Layout } from './Layout'
import { isPlaceOf } from './navigation'
import { Notices } from './Notices'
import { PageMissing } from './PageMissing'
import { SwitchMember } from './SwitchMember'
import { SwitchSpace } from './SwitchSpace'
import { useReminders } from './use-reminders'
import { usePaletteActions } from './use-palette-actions'
import { useSettled } from '../use-settled'
import { useUndo } from '../use-undo'

/** The pages where one does not arrive lie in one file, read before anybody goes to one of them. */
const readOtherPages = () => import('./DayPage')

type Dialog = 'space' | 'member' | 'search' | null

/** The window around the pages, told by the data: whose space, who is at the keyboard, what can be undone. */
export function ShellLayout() {
  const { t } = useTranslation()
  const gate = useGate()
  const { history } = useRouter()
  const address = useLocation({ select: ({ pathname }) => pathname })
  const said = useCommandWords()
  const settings = useQuery('settings.get', {}).data
  const member = useQuery('members.current', {})
  const settled = useSettled()
  const next = useQuery('history.next', {}, { keepPrevious: true, enabled: settled }).data
  const late = useQuery('referrals.overdue', {}, { keepPrevious: true, enabled: settled }).data
  const waiting = useQuery('day.counts', {}, { keepPrevious: true, enabled: settled }).data?.waiting ?? 0
  useReminders(settled)
  useEffect(() => {
    if (settled) void readOtherPages()
  }, [settled])
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
  const undoable = next?.undo ? t('history.undo', { what: said(next.undo) }) : null
  const actionsFor = usePaletteActions({
    undoable,
    undo: () => void undo(),
    switchSpace: () => setDialog('space'),
    switchMember: () => setDialog('member'),
  })

  const { space } = gate
  return (
    <Layout
      space={{ name: settings?.organisationName ?? space.name, kind: space.kind, demo: space.demo }}
      member={member.data ?? null}
      counts={{ '/day': { waiting, late: 0 }, '/referrals': { waiting: 0, late: late?.referrals ?? 0 } }}
      undoable={undoable}
      onUndo={() => void undo()}
      onSearch={() => setDialog('search')}
      onLock={gate.lock}
      onSwitchSpace={() => setDialog('space')}
      onSwitchMember={() => setDialog('member')}
    >
      <Notices space={space} />
      {isPlaceOf(space.kind, address) ? <Outlet /> : <PageMissing />}
      {/* closed as they are, they would be made before the first page is drawn */}
      {settled || dialog !== null || member.data === null ? (
        <>
          <Palette
            opened={dialog === 'search'}
            onClose={close}
            actionsFor={actionsFor}
            onOpen={({ entity, id }) => history.push(`/${entity}/${id}`)}
          />
          <SwitchSpace opened={dialog === 'space'} onClose={close} />
          <SwitchMember
            opened={dialog === 'member' || member.data === null}
            current={member.data ?? null}
            onClose={close}
          />
        </>
      ) : null}
    </Layout>
  )
}
