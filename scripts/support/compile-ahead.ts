import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { engineFlags } from '../../src/main/engine-flags.ts'
import { bindingEnvironment } from '../runtime/launch-environment.ts'
import { findRuntime } from '../runtime/find.ts'
import { openDisplay } from '../system/display.ts'
import { sandboxArguments } from '../system/sandbox.ts'
import { inRoot } from './root.ts'
import { run } from './run.ts'

const chunks = inRoot('out/main/chunks')

/** Keeps, beside the code of the data process, what the engine of the runtime at hand makes of it. */
export async function compileAhead(): Promise<void> {
  const file = (await readdir(chunks)).find((name) => /^data-[^.]+\.cjs$/.test(name))
  if (file === undefined) throw new Error('the build has no code of the data process')
  const runtime = await findRuntime()
  const display = await openDisplay()
  try {
    const app = [inRoot('scripts/compile-ahead'), join(chunks, file)]
    await run(runtime.electronPath, [...sandboxArguments(), `--js-flags=${engineFlags}`, ...app], {
      env: { ...display.env, ...bindingEnvironment(runtime) },
      timeout: 60_000,
    })
  } finally {
    await display.close()
  }
}
