import { expect, test } from 'vitest'
import { type Graphics, rememberGraphics } from './graphics.ts'
import type { Remembered } from './memory.ts'

const day = 24 * 60 * 60 * 1000
const start = Date.parse('2026-11-26T08:00:00Z')

/** A computer, from one start to the next: what its runtime finds of its card, and what was kept. */
function computer() {
  let kept: Pick<Remembered, 'withoutGraphics'> = { withoutGraphics: null }
  const startWith = (found: string | null, now = start, runtime = '45.4.1') => {
    let tried = true
    let tell: () => void = () => undefined
    const graphics: Graphics = {
      disableHardwareAcceleration: () => (tried = false),
      getGPUFeatureStatus: () => ({ gpu_compositing: found ?? 'disabled_software' }),
      once: (_event, listener) => (tell = listener),
    }
    const memory = { read: () => kept, keep: (change: typeof kept) => (kept = change) }
    const keep = rememberGraphics(memory, graphics, { now, runtime })
    if (found !== null) tell()
    keep()
    return tried
  }
  return { startWith, kept: () => kept.withoutGraphics }
}

test('a card that works is used at each start', () => {
  const { startWith, kept } = computer()
  expect([startWith('enabled'), startWith('enabled')]).toEqual([true, true])
  expect(kept()).toBeNull()
})

test('one that does not is tried again after a month, or by another runtime', () => {
  const { startWith } = computer()
  expect(startWith('disabled_software')).toBe(true)
  expect(startWith('disabled_software', start + 29 * day)).toBe(false)
  expect(startWith('disabled_software', start + 29 * day, '46.0.0')).toBe(true)
  expect(startWith('disabled_software', start + 30 * day, '46.0.0')).toBe(false)
  expect(startWith('enabled', start + 60 * day, '46.0.0')).toBe(true)
  expect(startWith('enabled', start + 61 * day, '46.0.0')).toBe(true)
})

test('a clock that was set back does not keep the card away', () => {
  const { startWith } = computer()
  startWith('disabled_software')
  expect(startWith('disabled_software', start - day)).toBe(true)
})

test('a window closed before anything is known of the card says nothing of it', () => {
  const { startWith, kept } = computer()
  startWith(null)
  expect(kept()).toBeNull()
})
