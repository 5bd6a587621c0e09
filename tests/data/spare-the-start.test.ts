import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/support/root.ts'

test('nothing that fetches from the network is loaded to tell that a message is no form, that an answer is no stream, or to name one', () => {
  const asked = `
    const named = [{} instanceof FormData, {} instanceof ReadableStream, typeof TransformStream]
    const loaded = process.moduleLoadList.filter((name) => /undici|webstreams/.test(name))
    console.log(JSON.stringify([...named, loaded]))`
  expect(answerTo(asked)).toEqual([false, false, 'function', []])
})

test('zod writes no code of its own', () => {
  const asked = `
    const written = []
    globalThis.Function = new Proxy(Function, { construct: () => written.push('code') })
    const { z } = await import('zod')
    const { success } = z.object({ name: z.string() }).safeParse({ name: 'Ada' })
    console.log(JSON.stringify([success, written]))`
  expect(answerTo(asked)).toEqual([true, []])
})

/** What that code prints, in a process of its own that was spared first. */
function answerTo(code: string): unknown {
  const whole = `await import(${JSON.stringify(inRoot('src/data/spare-the-start.ts'))})\n${code}`
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', whole], { encoding: 'utf8', cwd: inRoot('.') }),
  )
}
