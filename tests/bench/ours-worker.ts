// Palier's own data server on the seeded base, asked over a MessagePort.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { RPCHandler } from '@orpc/server/message-port'
import { handlers } from '../../src/data/router.ts'
import { createRouter } from '../../src/data/server.ts'
import { contract } from '../../src/shared/contract.ts'
import { sessionAt } from './base.ts'

const { userData, folder } = workerData as { userData: string; folder: string }
const session = sessionAt(userData)
await session.select(folder)
await session.open({ kind: 'clear' })
// what the bench asks: the rest of the contract needs the process that main talks to
const { people, search, referrals, day, attendances, cohorts, workshops } = contract
const router = createRouter({ people, search, referrals, day, attendances, cohorts, workshops }, handlers, {
  current: session.database,
  log: (name, error) => console.error(name, error),
})
parentPort?.once('message', ({ port }: { port: MessagePort }) => {
  new RPCHandler(router).upgrade(port as never, { context: {} })
  port.start()
})
parentPort?.once('close', () => void session.close())
parentPort?.postMessage('ready')
