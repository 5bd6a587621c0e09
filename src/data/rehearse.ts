import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { RPCHandler } from '@orpc/server/message-port'
import type { Api } from '../shared/contract.ts'
import type { SpaceKind } from '../shared/rules/values.ts'

/**
 * While the window is still being made, the process asks itself what the first screen will ask: the schemas on the way
 * are compiled, the queries prepared, and the pages of the database they read are in memory when the question comes.
 * The answer is thrown away, and so is a failure: it will be told when somebody asks.
 */
export async function rehearse(handler: RPCHandler<Record<never, never>>, kind: SpaceKind): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  handler.upgrade(port1, { context: {} })
  const api: Api = createORPCClient(new RPCLink({ port: port2 }))
  port1.start()
  port2.start()
  const list = kind === 'landlord' ? api.referrals.list : api.people.list
  try {
    await Promise.all([api.space.state({}), list({ offset: 0, limit: 100 })])
  } catch {
    // it will be told when somebody asks
  } finally {
    port1.close()
    port2.close()
  }
}
