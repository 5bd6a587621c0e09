import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowRight, IconDots } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCard, BoardColumn } from './moves'

interface BoardCardItemProps<Card extends BoardCard> {
  readonly card: Card
  readonly label: string
  /** The one card that Tab reaches. */
  readonly current: boolean
  readonly opened: boolean
  /** Where it may go. */
  readonly targets: readonly BoardColumn<Card>[]
  onOpen(): void
  onFocus(): void
  onKeyDown(event: React.KeyboardEvent): void
  onMove(target: BoardColumn<Card>): void
  onDrag(dragging: boolean): void
  readonly children: ReactNode
}

/** A card: a button that opens it, and beside it the menu that moves it. */
export function BoardCardItem<Card extends BoardCard>(props: BoardCardItemProps<Card>) {
  const { card, label, current, opened, targets, children } = props
  const { t } = useTranslation()
  const menu = useRef<HTMLButtonElement>(null)

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey && targets.length > 0) {
      event.preventDefault()
      // once this key is over: the menu would take the same key for its own
      setTimeout(() => menu.current?.click())
      return
    }
    props.onKeyDown(event)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the drag is the pointer's way; the menu and the keys do the same
    <li
      className="board-card"
      data-opened={opened || undefined}
      draggable={targets.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', label)
        props.onDrag(true)
      }}
      onDragEnd={() => props.onDrag(false)}
    >
      <button
        type="button"
        className="board-open"
        data-card={card.id}
        tabIndex={current ? 0 : -1}
        aria-describedby="board-help"
        aria-keyshortcuts="Control+ArrowRight Control+ArrowLeft M"
        onClick={() => props.onOpen()}
        onFocus={() => props.onFocus()}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      {targets.length > 0 ? (
        <Menu position="bottom-end" returnFocus>
          <Menu.Target>
            <ActionIcon
              ref={menu}
              className="board-move"
              aria-label={t('ui.board.move', { name: label })}
              tabIndex={current ? 0 : -1}
            >
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('ui.board.moveTo')}</Menu.Label>
            {targets.map((target) => (
              <Menu.Item
                key={target.id}
                leftSection={<IconArrowRight size={15} />}
                onClick={() => props.onMove(target)}
              >
                {target.title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  )
}
