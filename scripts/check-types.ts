// Type-checks each folder with its own tsconfig, which gives it only the globals of its own process. Two folders at a time,
// each on one thread: the threads of one check share nothing they infer, and would infer most of it once each.
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { inRoot } from './support/root.ts'
import { attempt } from './support/run.ts'
import { main, Stop } from './support/say.ts'

const tsc = inRoot('node_modules/typescript/bin/tsc')

await main(async () => {
  const { references }: { references: { path: string }[] } = JSON.parse(readFileSync(inRoot('tsconfig.json'), 'utf8'))
  if (references.length === 0) throw new Stop('tsconfig.json references no project: nothing was checked.')
  const waiting = references.map(({ path }) => path)
  let failed = 0
  const lane = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const { code, output } = await attempt(process.execPath, [tsc, '--singleThreaded', '-p', path])
      if (code === 0) continue
      failed += 1
      console.log(`${path}\n${output}`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane))
  return failed === 0 ? 0 : 1
})
