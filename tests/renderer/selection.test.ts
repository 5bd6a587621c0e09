import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countSelected,
  everythingSelected,
  headerState,
  isSelected,
  noSelection,
  select,
  toCommandSelection,
  toggle,
} from '../../src/renderer/ui/grid/selection'
import { emptyFilter } from '../../src/shared/rules/lists'

describe('a selection of rows', () => {
  test('taking everything, then letting go of one, is told as a filter and an exception', () => {
    const selection = toggle(everythingSelected, 'p7')
    expect(toCommandSelection(selection, { ...emptyFilter, search: 'ben' }, 1284)).toEqual({
      mode: 'allBut',
      filter: { ...emptyFilter, search: 'ben' },
      except: ['p7'],
      expected: 1283,
    })
    expect(headerState(selection, 1284)).toBe('some')
  })

  test('a few rows are told by their names', () => {
    const selection = select(noSelection, ['p1', 'p2'], true)
    expect(toCommandSelection(selection, emptyFilter, 1284)).toEqual({ mode: 'these', ids: ['p1', 'p2'] })
  })

  test('the box of the header is empty, in between, or full', () => {
    expect(headerState(noSelection, 3)).toBe('none')
    expect(headerState(select(noSelection, ['a'], true), 3)).toBe('some')
    expect(headerState(select(noSelection, ['a', 'b', 'c'], true), 3)).toBe('all')
    expect(headerState(everythingSelected, 3)).toBe('all')
    expect(headerState(everythingSelected, 0)).toBe('none')
  })

  test('whatever is clicked, each row is as it was last left, and the count is exact', () => {
    const rows = ['a', 'b', 'c', 'd', 'e']
    const acts = fc.array(fc.tuple(fc.subarray(rows), fc.boolean()), { maxLength: 12 })
    fc.assert(
      fc.property(acts, fc.boolean(), (steps, fromAll) => {
        let selection = fromAll ? everythingSelected : noSelection
        const expected = new Map(rows.map((row) => [row, fromAll]))
        for (const [touched, on] of steps) {
          selection = select(selection, touched, on)
          touched.forEach((row) => expected.set(row, on))
        }
        expect(rows.map((row) => isSelected(selection, row))).toEqual(rows.map((row) => expected.get(row)))
        expect(countSelected(selection, rows.length)).toBe([...expected.values()].filter(Boolean).length)
      }),
    )
  })
})
