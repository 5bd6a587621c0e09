// Palier's own data server on the seeded base, asked over a MessagePort.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { RPCHandler } from '@orpc/server/message-port'
import { firstHandlers } from '../../src/data/handlers-first.ts'
import { laterHandlers } from '../../src/data/handlers-later.ts'
import { createRouter } from '../../src/data/server.ts'
import { contract } from '../../src/shared/contract.ts'
import { sessionAt } from '../../scripts/support/invented-space.ts'

const { userData, folder } = workerData as { userData: string; folder: string }
const session = sessionAt(userData)
await session.select(folder)
await session.open({ kind: 'clear' })
// what the bench asks: the rest of the contract needs the process that main talks to
const { people, search, referrals, day, attendances, cohorts, workshops } = contract
const asked = { people, search, referrals, day, attendances, cohorts, workshops }
const router = createRouter(
  asked,
  { ...firstHandlers, ...laterHandlers },
  {
    current: session.database,
    log: (name, error) => console.error(name, error),
  },
)
parentPort?.once('message', ({ port }: { port: MessagePort }) => {
  new RPCHandler(router).upgrade(port as never, { context: {} })
  port.start()
})
parentPort?.once('close', () => void session.close())
parentPort?.postMessage('ready')
