import { useMantineColorScheme } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowRampRight,
  IconChecklist,
  IconFileImport,
  IconLanguage,
  IconLayoutSidebar,
  IconLock,
  IconMail,
  IconMoon,
  IconSelector,
  IconSettings,
  IconSun,
  IconTrash,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PaletteAction, Typed } from '../features/search/palette-action'
import { languageNames } from '../features/space/languages'
import { callShell } from '../shell'
import { setPreferences, usePreferences } from '../theme/preferences'
import { useGate } from './gate'
import { navigationFor } from './navigation'

interface Acts {
  readonly undoable: string | null
  readonly undo: () => void
  readonly switchSpace: () => void
  readonly switchMember: () => void
}

/** What the palette offers besides records, by name and by keys. */
export function usePaletteActions(acts: Acts): (typed: Typed) => readonly PaletteAction[] {
  const { t } = useTranslation()
  const { history } = useRouter()
  const gate = useGate()
  const look = useLookActions()

  const quoted = (text: string) => t('search.quoted', { text })
  const to = (path: string) => () => history.push(path)
  const act = (action: Omit<PaletteAction, 'group'>): PaletteAction => ({ ...action, group: 'actions' })
  const place = (id: string, label: string, icon: PaletteAction['icon']): PaletteAction => ({
    id,
    group: 'places',
    label,
    icon,
    run: to(id),
  })

  return ({ text, person }) => [
    act({
      id: 'newReferral',
      label:
        text === '' ? t('search.newReferral') : t('search.newReferralFor', { text: person?.title ?? quoted(text) }),
      icon: IconArrowRampRight,
      keys: 'mod+shift+O',
      always: true,
      run: to(person ? `/referrals/new?person=${person.id}` : withName('/referrals/new', text)),
    }),
    act({
      id: 'newPerson',
      label: text === '' ? t('search.newPerson') : t('search.newPersonNamed', { text: quoted(text) }),
      icon: IconUserPlus,
      keys: 'mod+N',
      always: true,
      run: to(withName('/people/new', text)),
    }),
    act({ id: 'newTask', label: t('tasks.create'), icon: IconChecklist, run: to('/tasks/new') }),
    act({
      id: 'import',
      label: t('search.import'),
      icon: IconFileImport,
      keys: 'mod+I',
      always: true,
      run: to('/import'),
    }),
    ...(acts.undoable === null
      ? []
      : [act({ id: 'undo', label: acts.undoable, icon: IconArrowBackUp, keys: 'mod+Z', run: acts.undo })]),
    act({ id: 'lock', label: t('shell.lock'), icon: IconLock, keys: 'mod+L', run: gate.lock }),
    act({ id: 'member', label: t('shell.switchMember'), icon: IconUsers, run: acts.switchMember }),
    act({ id: 'space', label: t('search.switchSpace'), icon: IconSelector, run: acts.switchSpace }),
    ...look.map(act),
    ...navigationFor(gate.space.kind)
      .flatMap(({ items }) => items)
      .map(({ path, label, icon }) => place(path, t(`shell.places.${label}`), icon)),
    place('/tasks', t('tasks.title'), IconChecklist),
    place('/settings', t('shell.settings'), IconSettings),
    place('/settings/letters', t('letters.models'), IconMail),
    place('/trash', t('search.trash'), IconTrash),
  ]
}

/** How the window looks on this computer: theme, language, side bar. */
function useLookActions(): readonly Omit<PaletteAction, 'group'>[] {
  const { t } = useTranslation()
  const { language, sideBar } = usePreferences()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && prefersDark())
  const theme = dark ? 'light' : 'dark'
  const other = languageNames.find(({ value }) => value !== language)
  return [
    {
      id: 'theme',
      label: dark ? t('search.lightTheme') : t('search.darkTheme'),
      icon: dark ? IconSun : IconMoon,
      run: () => {
        setColorScheme(theme)
        void callShell('setTheme', { theme }).catch(() => undefined) // the page follows all the same
      },
    },
    {
      id: 'language',
      label: t('search.otherLanguage'),
      alias: other?.label ?? '',
      icon: IconLanguage,
      run: () => setPreferences({ language: language === 'fr' ? 'en' : 'fr' }),
    },
    {
      id: 'sideBar',
      label: sideBar === 'collapsed' ? t('shell.expand') : t('shell.collapse'),
      icon: IconLayoutSidebar,
      keys: 'mod+B',
      run: () => setPreferences({ sideBar: sideBar === 'collapsed' ? 'open' : 'collapsed' }),
    },
  ]
}

function prefersDark(): boolean {
  return window.matchMedia('(prefers-color-scheme: dark)').matches
}

function withName(path: string, text: string): string {
  return text === '' ? path : `${path}?name=${encodeURIComponent(text)}`
}
