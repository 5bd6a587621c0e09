import { expect, test } from 'vitest'
import { oneDialog } from './one-dialog.ts'

test('a second dialog is not opened over the first; the next one is, even after one that failed', async () => {
  const ask = oneDialog()
  const first = Promise.withResolvers<string>()
  const asked = ask(() => first.promise)
  expect(await ask(() => Promise.resolve('second'))).toBeNull()
  first.resolve('first')
  expect(await asked).toBe('first')
  await expect(ask(() => Promise.reject(new Error('no display')))).rejects.toThrow('no display')
  expect(await ask(() => Promise.resolve('third'))).toBe('third')
})
