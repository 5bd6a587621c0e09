// npm test: the checks, a fresh build, some kills inside writes, then the journeys in the real app. The first that fails ends it.
import { rm } from 'node:fs/promises'
import { inRoot } from './support/root.ts'
import { show } from './support/run.ts'
import { main } from './support/say.ts'

await main(async () => {
  await rm(inRoot('test-results'), { recursive: true, force: true })
  for (const step of [['check'], ['build'], ['test-faults', '--few'], ['test-e2e']]) {
    const [name, ...args] = step
    const code = await show(process.execPath, [`scripts/${name}.ts`, ...args])
    if (code !== 0) return code
  }
  return 0
})
