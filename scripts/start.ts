// npm start: the built app, on the display that is here or on a virtual one.
import { findRuntime } from './runtime/find.ts'
import { bindingEnvironment } from './runtime/launch-environment.ts'
import { buildIfStale } from './support/build.ts'
import { root } from './support/root.ts'
import { show } from './support/run.ts'
import { main, say } from './support/say.ts'
import { openDisplay } from './system/display.ts'
import { sandboxArguments } from './system/sandbox.ts'

await main(async () => {
  const runtime = await findRuntime()
  await buildIfStale()
  const display = await openDisplay()
  if (display.virtual !== undefined) {
    say(`there is no display here: Palier runs on a virtual one (${display.virtual})`)
    say(`to stop it: Ctrl+C, or kill ${process.pid}`)
    say('to see it: npm run tour, which leaves pictures of it in tour/')
  }
  try {
    say(`Palier on Electron ${runtime.version}${runtime.official ? '' : ' (for development and tests only)'}`)
    return await show(runtime.electronPath, [...sandboxArguments(), root, ...process.argv.slice(2)], {
      env: { ...display.env, ...bindingEnvironment(runtime) },
    })
  } finally {
    await display.close()
  }
})
