import * as z from 'zod'
import { Nothing, Saved, command, query } from '../endpoint.ts'
import { contactAttemptResults, interactionKinds } from '../rules/values.ts'
import { ById } from './fields.ts'

export const InteractionFields = z.strictObject({
  kind: z.enum(interactionKinds),
  /** When it took place: an instant, never one to come. */
  at: z.iso.datetime({ offset: true }),
  minutes: z.number().int().min(1).max(600).nullable(),
  /** What a call gave; nothing else has a result. */
  result: z.enum(contactAttemptResults).nullable(),
  note: z.string().trim().max(500).nullable(),
})
export type InteractionFields = z.infer<typeof InteractionFields>

/** A call, an e-mail, a meeting, a letter, a note: with a person, an organisation, or someone there. */
export const Interaction = InteractionFields.extend({
  at: z.string(),
  id: z.string(),
  version: z.number().int(),
  personId: z.string().nullable(),
  organisationId: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  organisationName: z.string().nullable(),
  memberName: z.string().nullable(),
})
export type Interaction = z.infer<typeof Interaction>

export const interactions = {
  get: query(ById, Interaction),
  create: command(
    InteractionFields.partial().extend({
      kind: InteractionFields.shape.kind,
      at: InteractionFields.shape.at,
      personId: z.string().nullable().default(null),
      organisationId: z.string().nullable().default(null),
    }),
    Interaction,
  ),
  update: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: InteractionFields.partial() }),
    Saved(Interaction),
  ),
  remove: command(ById, Nothing),
}
