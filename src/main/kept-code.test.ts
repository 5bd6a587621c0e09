import { expect, test } from 'vitest'
import { followKeptCode } from './kept-code.ts'

test('code is forgotten when starts become of the other kind, and only then', () => {
  let opensByItself = false
  let forgotten = 0
  const memory = {
    read: () => ({ opensByItself }),
    keep: (change: { readonly opensByItself: boolean }) => void ({ opensByItself } = change),
  }
  const follow = followKeptCode(memory, async () => void (forgotten += 1))
  const after = (told: boolean) => {
    follow(told)
    return [opensByItself, forgotten]
  }
  expect(after(false)).toEqual([false, 0])
  expect(after(true)).toEqual([true, 1])
  expect(after(true)).toEqual([true, 1])
  expect(after(false)).toEqual([false, 2])
})

test('a failure to forget stops nothing', async () => {
  const kept: boolean[] = []
  const memory = {
    read: () => ({ opensByItself: false }),
    keep: (change: { readonly opensByItself: boolean }) => void kept.push(change.opensByItself),
  }
  followKeptCode(memory, () => Promise.reject(new Error('no disk')))(true)
  await new Promise((resolve) => setTimeout(resolve)) // a promise that nobody caught would fail this file
  expect(kept).toEqual([true])
})
