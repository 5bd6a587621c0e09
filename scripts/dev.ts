// npm run dev: the app reloaded as its sources change.
import { findRuntime } from './runtime/find.ts'
import { bindingEnvironment } from './runtime/launch-environment.ts'
import { electronVite } from './support/build.ts'
import { show } from './support/run.ts'
import { main } from './support/say.ts'
import { openDisplay } from './system/display.ts'
import { sandboxArguments } from './system/sandbox.ts'

await main(async () => {
  const runtime = await findRuntime()
  const display = await openDisplay()
  const withoutSandbox = sandboxArguments().length > 0 ? ['--noSandbox'] : []
  try {
    return await show(process.execPath, [electronVite, 'dev', ...withoutSandbox, ...process.argv.slice(2)], {
      env: { ...display.env, ...bindingEnvironment(runtime), ELECTRON_EXEC_PATH: runtime.electronPath },
    })
  } finally {
    await display.close()
  }
})
