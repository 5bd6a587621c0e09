import { describe, expect, test } from 'vitest'
import {
  completeColumnStates,
  type GridColumn,
  type GridRow,
  initialColumnStates,
  moveColumn,
  sameColumnStates,
  showColumn,
} from '../../src/renderer/ui/grid/columns'

const column = (field: string, hiddenAtFirst = false): GridColumn<GridRow> => ({
  field,
  header: field,
  text: (row) => row.id,
  width: 100,
  hiddenAtFirst,
})
const columns = [column('name'), column('phone'), column('note', true)]
const fields = (states: readonly { field: string }[]) => states.map(({ field }) => field)

describe('the columns of a view', () => {
  test('begin as the list describes them, some hidden', () => {
    expect(initialColumnStates(columns).map(({ hidden }) => hidden)).toEqual([false, false, true])
  })

  test('kept before a column existed, show it last; one that left is dropped', () => {
    const kept = [
      { field: 'gone', width: 80, hidden: false },
      { field: 'phone', width: 120, hidden: false },
    ]
    expect(completeColumnStates(kept, columns)).toEqual([
      { field: 'phone', width: 120, hidden: false },
      { field: 'name', width: null, hidden: false },
      { field: 'note', width: null, hidden: true },
    ])
  })

  test('move by one place, and stay within the list', () => {
    const states = initialColumnStates(columns)
    expect(fields(moveColumn(states, 'phone', -1))).toEqual(['phone', 'name', 'note'])
    expect(fields(moveColumn(states, 'name', -1))).toEqual(['name', 'phone', 'note'])
    expect(fields(moveColumn(states, 'note', 1))).toEqual(['name', 'phone', 'note'])
  })

  test('are the same only when order, width and visibility are', () => {
    const states = initialColumnStates(columns)
    expect(sameColumnStates(states, initialColumnStates(columns))).toBe(true)
    expect(sameColumnStates(states, showColumn(states, 'note', true))).toBe(false)
    expect(sameColumnStates(states, moveColumn(states, 'phone', -1))).toBe(false)
  })
})
