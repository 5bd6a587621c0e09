import { expect, test } from 'vitest'
import { oneDialog } from './one-dialog.ts'

test('a second dialog is not opened over the first; the next one is, even after one that failed', async () => {
  const ask = oneDialog()
  let answer = (_text: string): void => undefined
  const asked = ask(
    () =>
      new Promise<string>((resolve) => {
        answer = resolve
      }),
  )
  expect(await ask(() => Promise.resolve('second'))).toBeNull()
  answer('first')
  expect(await asked).toBe('first')
  await expect(ask(() => Promise.reject(new Error('no display')))).rejects.toThrow('no display')
  expect(await ask(() => Promise.resolve('third'))).toBe('third')
})
