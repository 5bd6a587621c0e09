import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { RPCHandler } from '@orpc/server/message-port'
import type { FromData, ToData } from '../shared/processes.ts'
import { newestSchema } from './migrations.ts'
import { createRoutes } from './router.ts'
import { rehearse } from './rehearse.ts'
import { createEventBus } from './session/events.ts'
import { memberLifecycle, spaceLifecycle } from './session/lifecycle.ts'
import { mainChannel } from './session/main-channel.ts'
import { createSession } from './session/session.ts'
import { clearPrivateCopies, copiesIn } from './files/private-copies.ts'
import { realDependencies } from './space/dependencies.ts'

// The data process: it waits for its configuration, then serves every port it is handed.
const parent = process.parentPort
const tell = (message: FromData) => parent.postMessage(message)
const main = mainChannel(tell)

/** `compiled`: this code was compiled when the application was built. */
export function begin(compiled: boolean): void {
  parent.on('message', ({ data, ports }) => {
    const message = data as ToData
    if (message.type === 'start') start(message.config, compiled)
    else if (message.type === 'port') {
      const [port] = ports
      if (port) serve(port)
    } else if (message.type === 'stop') void stop()
    else main.receive(message, ports)
  })
}

let close: () => Promise<void> = () => Promise.resolve()
let handler: RPCHandler<Record<never, never>> | null = null
const waiting: Electron.MessagePortMain[] = []
let wasAsked = false

/** A page that asks meanwhile waits, rather than show for an instant that the space is locked; but not for a migration. */
const patience = 1500 // ms

function start(config: Extract<ToData, { type: 'start' }>['config'], compiled: boolean): void {
  void clearPrivateCopies(copiesIn(config.userData)) // a process that was killed, as at a lock, left its own behind
  const events = createEventBus()
  const session = createSession({
    userData: config.userData,
    resources: config.resources,
    dependencies: realDependencies({
      deviceFile: join(config.userData, 'device.json'),
      newestSchema,
      verifyWorker: config.verifyWorker,
      nativeBinding: config.nativeBinding ?? undefined,
    }),
    openReader: main.openReader,
    events,
    onState: (state, lockAfterMinutes) =>
      tell({
        type: 'state',
        state: state.state === 'updating' ? 'locked' : state.state,
        name: state.state === 'none' ? '' : state.space.name,
        demo: state.state !== 'none' && state.space.demo,
        lockAfterMinutes,
      }),
  })
  const lifecycle = spaceLifecycle(session, {
    keychain: main.keychain,
    endAfterLock: () => tell({ type: 'end-after-lock' }),
    fillDemo: async (...demo) => (await import('./demo/fill-demo.ts')).fillDemo(...demo),
  })
  const routes = createRoutes(
    { space: lifecycle, members: memberLifecycle(session), events },
    {
      current: session.database,
      log: (name, error) => process.stderr.write(`[${name}] ${error instanceof Error ? error.stack : ''}\n`),
    },
  )
  // the demo has no passphrase to ask for: it is open before the window is
  const ready = config.afterLock ? Promise.resolve() : session.openIfDemo().catch(() => undefined)
  close = session.close
  void Promise.race([ready, setTimeout(patience)]).then(() => {
    handler = new RPCHandler(routes)
    for (const port of waiting.splice(0)) serve(port)
  })
  void ready.then(async () => {
    tell({ type: 'ready', compiled })
    const open = session.database()
    if (handler && open && !wasAsked) await rehearse(handler, open.read().space.kind)
  })
}

function serve(port: Electron.MessagePortMain): void {
  wasAsked = true
  if (!handler) waiting.push(port)
  else {
    handler.upgrade(port, { context: {} })
    port.start()
  }
}

/** The app quits: what was acknowledged is on the disk already; the lock is given back and the key wiped. */
async function stop(): Promise<void> {
  await close().catch(() => undefined)
  process.exit(0)
}
