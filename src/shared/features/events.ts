import * as z from 'zod'
import { watch } from '../endpoint.ts'
import { EntityName } from './history.ts'
import { Updating } from './space.ts'

/**
 * What the data process announces: what a command changed, that the space opened or closed, or how far its update has
 * come. The last carries its news: an answer could not be asked for while a long step holds the process.
 */
export const SpaceEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), entities: z.array(EntityName) }),
  z.object({ kind: z.literal('space'), state: z.enum(['none', 'locked', 'open']) }),
  z.object({ kind: z.literal('updating'), now: Updating }),
])
export type SpaceEvent = z.infer<typeof SpaceEvent>

export const events = watch(SpaceEvent)
