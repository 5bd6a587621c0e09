import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import { fillDemo } from '../../src/data/demo/fill-demo.ts'
import { newestSchema } from '../../src/data/migrations.ts'
import { createRoutes } from '../../src/data/router.ts'
import type { OpenDatabase } from '../../src/data/open-database.ts'
import { createEventBus } from '../../src/data/session/events.ts'
import { memberLifecycle, spaceLifecycle } from '../../src/data/session/lifecycle.ts'
import { createSession } from '../../src/data/session/session.ts'
import { realDependencies, type SpaceDependencies } from '../../src/data/space/dependencies.ts'
import { portLost, usePort } from '../../src/renderer/connection.ts'
import { AppError } from '../../src/shared/errors.ts'
import { whenTestEnds } from './closing.ts'
import { openTestReader } from './reader.ts'
import { leastCost, verifyWorker } from './space-costs.ts'

/** The data process without its process: real sessions on real encrypted files, asked over a real port by the renderer's own connection. */
export interface TestDataProcess {
  /** The open space, to write what no screen makes yet. */
  readonly database: () => OpenDatabase
  readonly userData: string
  /** It dies as a crash would have it, and another takes its place; the page is told as main would tell it. */
  readonly die: () => Promise<void>
  readonly startAgain: () => void
  /** The space is locked and its key wiped: main would end this process. */
  readonly ended: () => boolean
}

export function startDataProcess(): TestDataProcess {
  const userData = mkdtempSync(join(tmpdir(), 'palier-renderer-'))
  let ended = false
  let current = serve(userData, () => (ended = true))
  whenTestEnds(async () => {
    portLost()
    await current.stop()
    rmSync(userData, { recursive: true, force: true })
  })
  return {
    userData,
    database: () => current.database(),
    die: async () => {
      await current.stop()
      portLost()
    },
    startAgain: () => {
      current = serve(userData, () => (ended = true))
    },
    ended: () => ended,
  }
}

export function dependenciesIn(userData: string): SpaceDependencies {
  return {
    ...realDependencies({
      deviceFile: join(userData, 'device.json'),
      newestSchema,
      verifyWorker,
      nativeBinding: undefined,
    }),
    cost: leastCost,
  }
}

interface Served {
  readonly stop: () => Promise<void>
  readonly database: () => OpenDatabase
}

function serve(userData: string, endAfterLock: () => void): Served {
  const events = createEventBus()
  const session = createSession({
    userData,
    resources: resolve('resources'),
    dependencies: dependenciesIn(userData),
    openReader: openTestReader,
    events,
    onState: () => undefined,
  })
  const lifecycle = spaceLifecycle(session, {
    keychain: () => Promise.reject(new AppError('keychainUnavailable')), // as where the system has none
    endAfterLock,
    fillDemo,
  })
  const routes = createRoutes(
    { space: lifecycle, members: memberLifecycle(session), events },
    {
      current: session.database,
      log: (name, error) => {
        if (error !== null) console.error(`[${name}]`, error)
      },
    },
  )
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(routes).upgrade(port1, { context: {} })
  port1.start()
  usePort(port2)
  return {
    database: () => {
      const found = session.database()
      if (!found) throw new Error('no space is open')
      return found
    },
    stop: async () => {
      port1.close()
      await session.close()
    },
  }
}
