import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { Board } from '../../src/renderer/ui/Board'
import { show } from '../support/show'

interface Card {
  readonly id: string
  readonly name: string
}
const start = [
  {
    id: 'received',
    title: 'Reçues',
    cards: [
      { id: 'a', name: 'Assa' },
      { id: 'b', name: 'Bintou' },
    ],
  },
  { id: 'full', title: 'Complètes', cards: [] as Card[] },
  { id: 'met', title: 'Rencontrées', cards: [{ id: 'c', name: 'Chloé' }] },
]

function cardsAfter(column: (typeof start)[number], card: Card, columnId: string): Card[] {
  const others = column.cards.filter(({ id }) => id !== card.id)
  return column.id === columnId ? [...others, card] : others
}

/** A board whose middle column takes no card, and that moves a card unless it is told to refuse. */
function TestBoard({
  refuses = false,
  onOpen = () => undefined,
}: {
  refuses?: boolean
  onOpen?: (card: Card) => void
}) {
  const [columns, setColumns] = useState(start)
  return (
    <Board<Card>
      label="Orientations"
      columns={columns}
      cardLabel={(card) => card.name}
      renderCard={(card) => <span>{card.name}</span>}
      canMove={(_, columnId) => columnId !== 'full'}
      onOpen={onOpen}
      onMove={async (card, columnId) => {
        if (refuses) return false
        setColumns((before) => before.map((column) => ({ ...column, cards: cardsAfter(column, card, columnId) })))
        return true
      }}
    />
  )
}

const cardNamed = (name: string) => screen.getByText(name).closest('button') as HTMLButtonElement
const namesIn = (title: string) =>
  within(screen.getByRole('region', { name: title }))
    .queryAllByRole('listitem')
    .map((item) => item.textContent)

describe('a board, by keyboard', () => {
  test('arrows go from card to card, over an empty column', async () => {
    const { user } = show(<TestBoard />)
    cardNamed('Assa').focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(cardNamed('Bintou'))
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(cardNamed('Chloé'))
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement).toBe(cardNamed('Assa'))
  })

  test('Ctrl and an arrow moves the card past a column that refuses it, says so, and keeps the focus on it', async () => {
    const { user } = show(<TestBoard />)
    cardNamed('Assa').focus()
    await user.keyboard('{Control>}{ArrowRight}{/Control}')
    expect(namesIn('Reçues')).toEqual(['Bintou'])
    expect(namesIn('Complètes')).toEqual([])
    expect(namesIn('Rencontrées')).toEqual(['Chloé', 'Assa'])
    expect(screen.getByRole('status').textContent).toBe('Assa\u00A0: déplacement vers Rencontrées')
    expect(document.activeElement).toBe(cardNamed('Assa'))
  })

  test('a move that did not happen is said too', async () => {
    const { user } = show(<TestBoard refuses />)
    cardNamed('Assa').focus()
    await user.keyboard('{Control>}{ArrowRight}{/Control}')
    expect(namesIn('Reçues')).toEqual(['Assa', 'Bintou'])
    expect(screen.getByRole('status').textContent).toBe('Assa n’a pas bougé')
  })

  test('the menu of a card proposes only the columns that take it', async () => {
    const { user } = show(<TestBoard />)
    await user.click(screen.getByRole('button', { name: 'Déplacer Bintou' }))
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Rencontrées'])
    await user.click(screen.getByRole('menuitem', { name: 'Rencontrées' }))
    expect(namesIn('Rencontrées')).toEqual(['Chloé', 'Bintou'])
  })

  test('Enter opens the card, and Tab reaches one card only', async () => {
    const opened: string[] = []
    const { user } = show(<TestBoard onOpen={({ name }) => opened.push(name)} />)
    await user.tab()
    expect(document.activeElement).toBe(cardNamed('Assa'))
    await user.keyboard('{Enter}')
    expect(opened).toEqual(['Assa'])
    expect(cardNamed('Chloé').tabIndex).toBe(-1)
  })
})
