import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format'
import { BoardCardItem } from './board/BoardCardItem'
import { type BoardCard, type BoardColumn, neighbour, nextColumn, placeOf } from './board/moves'
import './board/board.css'

export interface BoardProps<Card extends BoardCard> {
  readonly label: string
  readonly columns: readonly BoardColumn<Card>[]
  /** The name of a card, as it is announced when it moves. */
  cardLabel(card: Card): string
  renderCard(card: Card): ReactNode
  canMove(card: Card, columnId: string): boolean
  /** Moves the card, or opens what the move needs. False: it stayed where it was. */
  onMove(card: Card, columnId: string): Promise<boolean>
  onOpen(card: Card): void
  /** The card whose drawer is open. */
  readonly opened?: string | null
  /** Under a column that shows only part of its cards. */
  renderMore?(column: BoardColumn<Card>): ReactNode
}

/**
 * Columns of cards. A card is moved by dragging it, from its menu, or with Ctrl and an arrow; arrows alone go from
 * card to card. Each move is announced.
 */
export function Board<Card extends BoardCard>(props: BoardProps<Card>) {
  const { label, columns, opened } = props
  const { t } = useTranslation()
  const board = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const [dragged, setDragged] = useState<Card | null>(null)
  const { said, move } = useMoves(props, board)
  useFocusGivenBack(board, opened ?? null)
  const current = (placeOf(columns, active) ? active : null) ?? opened ?? firstCard(columns)

  function focusCard(id: string): void {
    setActive(id)
    findCard(board.current, id)?.focus()
  }

  function onCardKey(card: Card, event: React.KeyboardEvent): void {
    const place = placeOf(columns, card.id)
    if (!place) return
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as -1 | 1 | undefined
    if ((event.ctrlKey || event.metaKey) && way) {
      event.preventDefault()
      const to = nextColumn(columns, place.column, way, (column) => props.canMove(card, column.id))
      if (to) void move(card, to)
      return
    }
    const next = neighbour(columns, place, event.key)
    if (next && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      focusCard(next)
    }
  }

  return (
    // without a card to stand on, the keyboard scrolls the board itself
    <div
      className="board"
      role="group"
      aria-label={label}
      ref={board}
      {...(firstCard(columns) === null ? { tabIndex: 0 } : {})}
    >
      {columns.map((column) => (
        <Column
          key={column.id}
          column={column}
          dragged={dragged}
          takes={dragged !== null && props.canMove(dragged, column.id)}
          onDrop={(card) => void move(card, column)}
          more={props.renderMore?.(column)}
        >
          {column.cards.map((card) => (
            <BoardCardItem
              key={card.id}
              card={card}
              label={props.cardLabel(card)}
              current={card.id === current}
              opened={card.id === opened}
              targets={columns.filter((target) => target.id !== column.id && props.canMove(card, target.id))}
              onOpen={() => props.onOpen(card)}
              onFocus={() => setActive(card.id)}
              onKeyDown={(event) => onCardKey(card, event)}
              onMove={(target) => void move(card, target)}
              onDrag={(dragging) => setDragged(dragging ? card : null)}
            >
              {props.renderCard(card)}
            </BoardCardItem>
          ))}
        </Column>
      ))}
      <p className="vh" role="status">
        {said}
      </p>
      <p className="vh" id="board-help">
        {t('ui.board.help')}
      </p>
    </div>
  )
}

/** Moves a card, says so, and keeps the focus on it where it lands. */
function useMoves<Card extends BoardCard>(props: BoardProps<Card>, board: React.RefObject<HTMLDivElement | null>) {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const follow = useRef<string | null>(null)
  useEffect(() => {
    if (follow.current === null) return
    findCard(board.current, follow.current)?.focus()
    follow.current = null
  }, [board, props.columns])

  async function move(card: Card, to: BoardColumn<Card>): Promise<void> {
    const name = props.cardLabel(card)
    follow.current = card.id
    const moved = await props.onMove(card, to.id)
    if (!moved) follow.current = null
    setSaid(moved ? t('ui.board.moved', { name, column: to.title }) : t('ui.board.stayed', { name }))
  }

  return { said, move }
}

/** A card that moved while its drawer was open is another element: the focus goes back to it where it stands now. */
function useFocusGivenBack(board: React.RefObject<HTMLDivElement | null>, opened: string | null): void {
  const before = useRef<string | null>(null)
  useEffect(() => {
    const closed = opened === null ? before.current : null
    before.current = opened
    if (closed !== null && document.activeElement === document.body) findCard(board.current, closed)?.focus()
  }, [board, opened])
}

interface ColumnProps<Card extends BoardCard> {
  readonly column: BoardColumn<Card>
  readonly dragged: Card | null
  readonly takes: boolean
  readonly onDrop: (card: Card) => void
  readonly more: ReactNode
  readonly children: ReactNode
}

function Column<Card extends BoardCard>({ column, dragged, takes, onDrop, more, children }: ColumnProps<Card>) {
  const format = useFormat()
  const titleId = useId()
  const [over, setOver] = useState(false)
  const state = dragged === null ? undefined : takes ? (over ? 'over' : 'takes') : 'refuses'
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a card is dropped here; the keyboard has ways of its own
    <section
      className="board-column"
      aria-labelledby={titleId}
      data-drag={state}
      onDragOver={(event) => {
        if (!takes) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (dragged && takes) onDrop(dragged)
      }}
    >
      <header className="board-head">
        <h2 id={titleId}>{column.title}</h2>
        <span className="count">{format.number(column.count ?? column.cards.length)}</span>
        {column.hint ? <span className="board-hint">{column.hint}</span> : null}
      </header>
      <ul className="board-cards">{children}</ul>
      {more ? <div className="board-more">{more}</div> : null}
    </section>
  )
}

function firstCard<Card extends BoardCard>(columns: readonly BoardColumn<Card>[]): string | null {
  return columns.find(({ cards }) => cards.length > 0)?.cards[0]?.id ?? null
}

function findCard(board: HTMLElement | null, id: string): HTMLElement | null {
  return board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? null
}
