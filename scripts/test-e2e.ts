// npm run test:e2e: the journeys, in the real app. Arguments go to Playwright: npm run test:e2e -- referrals
import { findRuntime } from './runtime/find.ts'
import { bindingEnvironment } from './runtime/launch-environment.ts'
import { buildIfStale } from './support/build.ts'
import { inRoot } from './support/root.ts'
import { show } from './support/run.ts'
import { main } from './support/say.ts'
import { openDisplay } from './system/display.ts'
import { toKeepSecrets } from './system/needs.ts'
import { provideIfPossible } from './system/provide.ts'

await main(async () => {
  const runtime = await findRuntime()
  await buildIfStale()
  await provideIfPossible(toKeepSecrets, 'the journeys that need a real keychain are skipped')
  const display = await openDisplay()
  try {
    return await show(
      process.execPath,
      [inRoot('node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)],
      {
        env: { ...display.env, ...bindingEnvironment(runtime) },
      },
    )
  } finally {
    await display.close()
  }
})
