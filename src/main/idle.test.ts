import { expect, test } from 'vitest'
import { createIdleClock } from './idle.ts'

const interval = 5_000
const tenMinutes = 600_000

function world() {
  const state = { now: 0, idleSeconds: 0, lastSeen: -tenMinutes, limit: tenMinutes as number | null }
  const clock = createIdleClock(
    {
      now: () => state.now,
      idleSeconds: () => state.idleSeconds,
      lastSeen: () => state.lastSeen,
      limit: () => state.limit,
    },
    interval,
  )
  const after = (milliseconds: number, idleSeconds: number) => {
    state.now += milliseconds
    state.idleSeconds = idleSeconds
    return clock.tick()
  }
  return { state, after }
}

test('locks once the system has been idle for the limit, and not before', () => {
  const { after } = world()
  expect([after(interval, 0), after(interval, 599), after(interval, 600)]).toEqual([false, false, true])
})

test('a sleep of the computer counts as idleness, though a key is the first thing that comes after', () => {
  const { after } = world()
  expect(after(tenMinutes, 0)).toBe(true)
})

test('a key in our window is presence, though the system heard none', () => {
  const { state, after } = world()
  state.lastSeen = 0
  expect(after(interval, 6000)).toBe(false)
})

test('work in another window is presence, though ours saw none', () => {
  const { state, after } = world()
  state.lastSeen = -tenMinutes * 2
  expect(after(interval, 3)).toBe(false)
})

test('a tick that is merely late does not', () => {
  const { after } = world()
  expect(after(interval * 3, 0)).toBe(false)
})

test('nothing to lock, nothing is locked', () => {
  const { state, after } = world()
  state.limit = null
  expect(after(tenMinutes, 6000)).toBe(false)
})

test('the time spent before a space was opened does not count against it', () => {
  const { state, after } = world()
  state.limit = null
  after(tenMinutes, 6000)
  state.limit = tenMinutes
  expect(after(interval, 1)).toBe(false)
})
