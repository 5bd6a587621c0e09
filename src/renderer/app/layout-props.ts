import type { ReactNode } from 'react'
import type { SpaceKind } from '../../shared/rules/values'

export interface LayoutProps {
  readonly space: { readonly name: string; readonly kind: SpaceKind; readonly demo: boolean }
  readonly member: { readonly name: string; readonly role: string } | null
  /** Small numbers of the side bar, by path: how many wait, and whether some are late. */
  readonly counts?: Readonly<Record<string, { readonly waiting: number; readonly late: number }>>
  /** In words what Ctrl+Z would undo, or null when there is nothing. */
  readonly undoable: string | null
  readonly onUndo: () => void
  readonly onSearch: () => void
  readonly onLock: () => void
  readonly onSwitchSpace: () => void
  readonly onSwitchMember: () => void
  readonly children: ReactNode
}
