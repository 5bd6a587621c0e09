import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRuntime } from '../../scripts/runtime/find.ts'
import { bindingEnvironment } from '../../scripts/runtime/launch-environment.ts'
import { root } from '../../scripts/support/root.ts'
import { sandboxArguments } from '../../scripts/system/sandbox.ts'

export type LaunchOptions = {
  /** Where the app keeps what it knows; a folder of its own by default, removed at the end. */
  readonly userData?: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** A packaged app instead of the build in out/. */
  readonly packaged?: string
}

export type Palier = {
  readonly app: ElectronApplication
  readonly window: Page
  readonly userData: string
  close(): Promise<void>
}

/** Starts the built app as a person would, on data of its own, and waits for its first window. */
export async function launchPalier(options: LaunchOptions = {}): Promise<Palier> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'palier-e2e-')))
  const sandbox = sandboxArguments()
  const runtime = options.packaged === undefined ? await findRuntime() : undefined
  const app = await _electron.launch({
    executablePath: options.packaged ?? runtime?.electronPath ?? '',
    args: [...sandbox, ...(runtime === undefined ? [] : [root]), ...(options.args ?? [])],
    // Playwright would otherwise take the sandbox away on Linux, whoever runs it.
    chromiumSandbox: sandbox.length === 0,
    cwd: root,
    env: {
      ...present(process.env),
      ...(runtime === undefined ? {} : present(bindingEnvironment(runtime))),
      PALIER_USER_DATA: userData,
      ...options.env,
    },
  })
  const close = async () => {
    await app.close()
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return { app, window: await app.firstWindow(), userData, close }
  } catch (error) {
    await close()
    throw error
  }
}

function present(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
