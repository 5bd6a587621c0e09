import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openMemory } from './memory.ts'

const first = {
  locale: 'fr',
  theme: 'system',
  zoom: 1,
  maximised: false,
  bounds: null,
  withoutGraphics: null,
  opensByItself: false,
}
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palier-memory-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what was kept is there at the next start', () => {
  const bounds = { x: -1200, y: 20, width: 1100, height: 700 }
  openMemory(folder).keep({ bounds, theme: 'dark', opensByItself: true })
  const withoutGraphics = { runtime: '45.4.1', since: 1_795_000_000_000 }
  openMemory(folder).keep({ locale: 'en', withoutGraphics })
  expect(openMemory(folder).read()).toEqual({
    ...first,
    bounds,
    theme: 'dark',
    locale: 'en',
    withoutGraphics,
    opensByItself: true,
  })
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '3',
  '{"locale":"de","theme":1,"zoom":90,"maximised":"yes","bounds":{"x":1},"withoutGraphics":{"since":"x"},"opensByItself":1}',
])('a damaged file (%s) is worth no message', (content) => {
  writeFileSync(join(folder, 'window.json'), content)
  expect(openMemory(folder).read()).toEqual(first)
})

test('a disk that takes nothing does not stop the window', () => {
  const memory = openMemory(join(folder, 'missing'))
  memory.keep({ theme: 'light' })
  expect(memory.read().theme).toBe('light')
})
