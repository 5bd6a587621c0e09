// npm run fix: what a machine can put right by itself.
import { inRoot } from './support/root.ts'
import { show } from './support/run.ts'
import { main } from './support/say.ts'

const repairs = [
  [inRoot('node_modules/oxlint/bin/oxlint'), '--type-aware', '--fix'],
  [inRoot('node_modules/oxfmt/bin/oxfmt')],
  ['scripts/check-lockfile.ts', '--fix'],
]

await main(async () => {
  const codes: number[] = []
  for (const repair of repairs) codes.push(await show(process.execPath, repair))
  return Math.max(...codes)
})
