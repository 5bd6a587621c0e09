import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataFlags } from '../../src/main/engine-flags.ts'
import type { DataConfig } from '../../src/shared/processes.ts'
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
  const userData = await mkdtemp(join(tmpdir(), 'palier-compile-'))
  try {
    // it loads the database's addon, which a build that is not stale has no use for
    const { inventSpace } = await import('./invented-space.ts')
    await inventSpace(userData, {
      folder: 'compile',
      organisationName: 'Essai',
      counts: { people: 200, referrals: 40 },
    })
    const config = {
      userData,
      resources: inRoot('resources'),
      nativeBinding: runtime.nativeBinding ?? null,
      locale: 'fr',
      appVersion: '',
      afterLock: false,
      deviceFile: join(userData, 'device.json'),
      verifyWorker: '',
    } satisfies DataConfig
    const app = [inRoot('scripts/compile-ahead'), join(chunks, file), JSON.stringify({ config, flags: dataFlags })]
    await run(runtime.electronPath, [...sandboxArguments(), ...app], {
      env: display.env,
      timeout: 60_000,
    })
  } finally {
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
    await display.close()
  }
}
