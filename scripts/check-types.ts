// Type-checks each folder with its own tsconfig, which gives it only the globals of its own process.
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { inRoot } from './support/root.ts'
import { attempt } from './support/run.ts'
import { main, Stop } from './support/say.ts'

await main(async () => {
  const { references }: { references: { path: string }[] } = JSON.parse(readFileSync(inRoot('tsconfig.json'), 'utf8'))
  if (references.length === 0) throw new Stop('tsconfig.json references no project: nothing was checked.')
  const waiting = references.map(({ path }) => path)
  let failed = 0
  const lane = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const { code, output } = await attempt(process.execPath, [inRoot('node_modules/typescript/bin/tsc'), '-p', path])
      if (code === 0) continue
      failed += 1
      console.log(`${path}\n${output}`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane))
  return failed === 0 ? 0 : 1
})
