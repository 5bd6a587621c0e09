import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measures, sheetPages } from './sheet-pages'

test('everyone has one line, in order, and no page holds more than its height', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.integer({ min: 40, max: 140 }), (people, head) => {
      const pages = sheetPages(people, head)
      expect(pages.flatMap((page) => page.people)).toEqual(Array.from({ length: people }, (_, index) => index))
      for (const [index, page] of pages.entries()) {
        const last = index === pages.length - 1
        expect(page.signature).toBe(last)
        expect(page.blanks >= 6).toBe(last)
        const rows = (page.people.length + page.blanks) * measures.row
        const others = measures.tableHead + measures.footer + (index === 0 ? head : 0)
        const ending = last ? measures.part + measures.signature : 0
        expect(rows + others + ending).toBeLessThanOrEqual(measures.page)
      }
    }),
  )
})

test('a cohort of 150 is signed on seven pages', () => {
  expect(sheetPages(150, 80)).toHaveLength(7)
  expect(sheetPages(0, 80)).toEqual([{ people: [], blanks: 12, signature: true }])
})
