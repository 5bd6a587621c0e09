export interface BoardCard {
  readonly id: string
}

export interface BoardColumn<Card extends BoardCard> {
  readonly id: string
  readonly title: string
  /** The rule of the column, in a few words: « 3 essais en 10 jours ». */
  readonly hint?: string
  readonly cards: readonly Card[]
  /** How many there are in truth, when not all are shown. */
  readonly count?: number
}

export interface CardPlace {
  readonly column: number
  readonly index: number
}

type Columns = readonly { readonly cards: readonly BoardCard[] }[]

export function placeOf(columns: Columns, id: string | null): CardPlace | null {
  for (const [column, { cards }] of columns.entries()) {
    const index = cards.findIndex((card) => card.id === id)
    if (index >= 0) return { column, index }
  }
  return null
}

/** The card an arrow leads to: along the column, or across to the nearest column that has cards. */
export function neighbour(columns: Columns, from: CardPlace, key: string): string | null {
  const along = { ArrowUp: -1, ArrowDown: 1 }[key]
  if (along !== undefined) return columns[from.column]?.cards[from.index + along]?.id ?? null
  if (key === 'Home') return columns[from.column]?.cards[0]?.id ?? null
  if (key === 'End') return columns[from.column]?.cards.at(-1)?.id ?? null
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key]
  if (across === undefined) return null
  for (let column = from.column + across; column >= 0 && column < columns.length; column += across) {
    const cards = columns[column]?.cards ?? []
    if (cards.length > 0) return cards[Math.min(from.index, cards.length - 1)]?.id ?? null
  }
  return null
}

/** The next column in a direction that takes the card; columns that refuse it are stepped over. */
export function nextColumn<Card extends BoardCard>(
  columns: readonly BoardColumn<Card>[],
  from: number,
  way: -1 | 1,
  takes: (column: BoardColumn<Card>) => boolean,
): BoardColumn<Card> | null {
  for (let index = from + way; index >= 0 && index < columns.length; index += way) {
    const column = columns[index]
    if (column && takes(column)) return column
  }
  return null
}
