import * as z from 'zod'
import { watch } from '../endpoint.ts'
import { EntityName } from './history.ts'

/** What the data process announces: what a command changed, or that the space opened or closed. */
export const SpaceEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), entities: z.array(EntityName) }),
  z.object({ kind: z.literal('space'), state: z.enum(['none', 'locked', 'open']) }),
])
export type SpaceEvent = z.infer<typeof SpaceEvent>

export const events = watch(SpaceEvent)
