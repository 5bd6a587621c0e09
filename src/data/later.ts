import { laterContract } from '../shared/contract-later.ts'
import { laterHandlers } from './handlers-later.ts'
import { type ServerHost, createRouter } from './server.ts'

/** The routes that the first page does not need, in a file of their own. */
export const laterRoutes = (host: ServerHost) => createRouter(laterContract, laterHandlers, host)
