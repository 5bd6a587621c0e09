import { QueryObserver } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { queryClient, refresh } from '../../src/renderer/api'

test('a first answer that was read before a change does not stand after it', async () => {
  queryClient.clear()
  const asked: ((answer: string) => void)[] = []
  const shown = new QueryObserver(queryClient, {
    queryKey: ['workshops'],
    queryFn: () => new Promise<string>((resolve) => asked.push(resolve)),
  })
  onTestFinished(shown.subscribe(() => undefined))
  const refreshed = refresh()
  asked[0]?.('none yet')
  await expect.poll(() => asked.length).toBe(2)
  asked[1]?.('a series of ten')
  await refreshed
  expect(shown.getCurrentResult().data).toBe('a series of ten')
})

test('what is shown already stays until its next answer', async () => {
  queryClient.clear()
  let times = 0
  const shown = new QueryObserver(queryClient, { queryKey: ['people'], queryFn: () => Promise.resolve((times += 1)) })
  onTestFinished(shown.subscribe(() => undefined))
  await expect.poll(() => shown.getCurrentResult().data).toBe(1)
  const refreshed = refresh()
  expect(shown.getCurrentResult()).toMatchObject({ data: 1, status: 'success' })
  await refreshed
  expect(shown.getCurrentResult().data).toBe(2)
})
