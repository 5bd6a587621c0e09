import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** Each test is a start of its own. */
let start: typeof import('./first-rows')
const frames: Array<() => void> = []

beforeEach(async () => {
  vi.resetModules()
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act))
  start = await import('./first-rows')
})
afterEach(() => {
  frames.splice(0)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function drawing(): string[] {
  const drawn: string[] = []
  for (const name of ['views', 'member']) start.afterFirstRows(() => drawn.push(name))
  return drawn
}

test('where no rows are awaited, an answer is drawn at once', () => {
  expect(drawing()).toEqual(['views', 'member'])
})

test('answers wait for the first rows, and are then drawn in the order they came', () => {
  start.awaitFirstRows()
  const drawn = drawing()
  start.firstRowsDrawn()
  expect(drawn).toEqual([])
  for (const act of frames.splice(0)) act()
  expect(drawn).toEqual(['views', 'member'])
  expect(drawing()).toEqual(['views', 'member'])
})

test('a list without rows, or that failed, keeps nothing waiting', () => {
  start.awaitFirstRows()
  const drawn = drawing()
  start.drawTheRest()
  expect(drawn).toEqual(['views', 'member'])
})

test('rows that do not come are not awaited for long', () => {
  start.awaitFirstRows()
  const drawn = drawing()
  vi.advanceTimersByTime(499)
  expect(drawn).toEqual([])
  vi.advanceTimersByTime(1)
  expect(drawn).toEqual(['views', 'member'])
})
