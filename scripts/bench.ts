// npm run bench: each figure beside a floor measured in the same run. `-- --json` prints one object and nothing else.
import { seededUserData } from '../tests/bench/base.ts'
import { table } from '../tests/bench/figures.ts'
import { measureQueries } from '../tests/bench/queries.ts'
import { measureWindow } from '../tests/bench/window.ts'
import { findRuntime } from './runtime/find.ts'
import { buildIfStale } from './support/build.ts'
import { main } from './support/say.ts'
import { openDisplay } from './system/display.ts'

await main(async () => {
  const json = process.argv.includes('--json')
  const say = (line: string) => console.error(line)
  await findRuntime()
  await buildIfStale()
  const userData = await seededUserData(say)
  const display = await openDisplay()
  Object.assign(process.env, display.env)
  try {
    // first, while the disk is at rest: the questions are asked on a copy of the base, a gigabyte to be written
    say('starting windows …')
    const windows = await measureWindow(userData)
    say('asking …')
    const figures = [...windows, ...(await measureQueries(userData))]
    console.log(json ? JSON.stringify({ figures }, null, 2) : table(figures))
    return 0
  } finally {
    await display.close()
  }
})
