/** A page of the sheet: the people on it, by their place in the list, and the lines left blank under them. */
export interface SheetPage {
  readonly people: readonly number[]
  readonly blanks: number
  /** The trainer's signature stands on the last page alone. */
  readonly signature: boolean
}

/** In millimetres, as the style sheet draws them; a page keeps a little to itself, since borders add up. */
export const measures = { page: 265, row: 9, part: 6.5, tableHead: 13, footer: 7, signature: 32 } as const

const fewestBlanks = 6
const mostBlanks = 12

/**
 * Shares people between pages whose first holds the head as well. The lines for walk-ins and the trainer's signature
 * end the sheet together, so that no page has a signature under nothing.
 */
export function sheetPages(people: number, headHeight: number): readonly SheetPage[] {
  const room = (first: boolean) => measures.page - measures.tableHead - measures.footer - (first ? headHeight : 0)
  const ending = measures.part + fewestBlanks * measures.row + measures.signature
  const pages: SheetPage[] = []
  let placed = 0
  for (;;) {
    const whole = room(pages.length === 0)
    const count = Math.min(people - placed, Math.max(0, Math.floor(whole / measures.row)))
    const left = whole - count * measures.row
    const here = Array.from({ length: count }, (_, index) => placed + index)
    placed += count
    const ended = placed === people
    if (ended && left >= ending) {
      const blanks = Math.floor((left - measures.part - measures.signature) / measures.row)
      return [...pages, { people: here, blanks: Math.min(mostBlanks, blanks), signature: true }]
    }
    pages.push({ people: here, blanks: 0, signature: false })
  }
}
