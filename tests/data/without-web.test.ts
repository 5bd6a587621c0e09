import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/support/root.ts'

test('nothing that fetches from the network is loaded to tell that a message is no form', () => {
  const asked = `
    await import(${JSON.stringify(inRoot('src/data/without-web.ts'))})
    const loaded = process.moduleLoadList.filter((name) => name.includes('undici'))
    console.log(JSON.stringify([{} instanceof FormData, loaded]))`
  const answer = execFileSync(process.execPath, ['--input-type=module', '--eval', asked], { encoding: 'utf8' })
  expect(JSON.parse(answer)).toEqual([false, []])
})
