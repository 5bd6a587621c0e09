import type { TablerIcon } from '@tabler/icons-react'
import { fold } from '../../../shared/rules/fold'

/** Something one can do, or a place one can go to, by its name or by its keys. */
export interface PaletteAction {
  readonly id: string
  readonly group: 'actions' | 'places'
  readonly label: string
  readonly icon: TablerIcon
  /** As `mod+shift+O`. */
  readonly keys?: string
  /** Also found by these, as the name of a language in that language. */
  readonly alias?: string
  /** Takes what was typed with it: offered whatever that is, and its keys work in the box. */
  readonly always?: boolean
  readonly run: () => void
}

/** What was typed, and the one person it can only mean. */
export interface Typed {
  readonly text: string
  readonly person: { readonly id: string; readonly title: string } | null
}

/** The actions whose words begin like those typed; without a word, all of them. */
export function offeredActions(actions: readonly PaletteAction[], text: string): readonly PaletteAction[] {
  const words = fold(text).split(' ')
  return actions.filter(({ label, alias, always }) => {
    if (always) return true
    const known = fold(`${label} ${alias ?? ''}`).split(' ')
    return words.every((word) => known.some((name) => name.startsWith(word)))
  })
}
