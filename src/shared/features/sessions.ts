import * as z from 'zod'
import { Saved, command, query } from '../endpoint.ts'
import { coachingThemes, sessionModes, sessionStates } from '../rules/coaching.ts'
import { ById, Optional } from './fields.ts'
import { IsoDate } from './people.ts'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What a funded action pays of a session, in percent; together never more than the whole. */
export const Funding = z.object({ fundedActionId: z.string(), share: z.number().int() })
export type Funding = z.infer<typeof Funding>

export const SessionFields = z.strictObject({
  supportId: z.string().nullable(),
  coachId: z.string(),
  state: z.enum(sessionStates),
  heldOn: IsoDate,
  startTime: Time.nullable(),
  minutes: z.number().int().min(0).max(720),
  mode: z.enum(sessionModes),
  place: Optional(200),
  themes: z.array(z.enum(coachingThemes)),
  /** For the team alone: never printed, never shared. */
  privateNote: Optional(500),
  /** May be read by the person and be quoted to a partner they agreed to; never sent by itself. */
  shareableNote: Optional(500),
  /** Becomes a task of the coach. */
  nextStep: Optional(200),
  nextStepOn: IsoDate.nullable(),
  writtenUp: z.boolean(),
  fundings: z.array(z.strictObject(Funding.shape)).max(10),
})
export type SessionFields = z.infer<typeof SessionFields>

export const Session = SessionFields.extend({
  id: z.string(),
  version: z.number().int(),
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  coachName: z.string(),
  writtenUpOn: z.string().nullable(),
  nextStepDone: z.boolean(),
  toWriteUp: z.boolean(),
  fundings: z.array(Funding.extend({ title: z.string() })),
  updatedAt: z.string(),
})
export type Session = z.infer<typeof Session>

/** Now, in person, held: what was not said is the usual. */
export const NewSession = SessionFields.partial().extend({ personId: z.string() })

/** An action that a funder pays for, running on the day of the session. */
export const FundedAction = z.object({
  id: z.string(),
  title: z.string(),
  programmeName: z.string(),
  funderName: z.string(),
})

export const sessions = {
  /** Newest first. */
  ofPerson: query(z.strictObject({ personId: z.string() }), z.array(Session)),
  get: query(ById, Session),
  /** Those whose report is still to be written, the oldest first; of one coach, or of all. */
  toWriteUp: query(
    z.strictObject({ coachId: z.string().nullable(), limit: z.number().int().max(500).default(200) }),
    z.object({ rows: z.array(Session), total: z.number().int() }),
  ),
  /** Those to come, the soonest first; of one coach, or of all. */
  planned: query(
    z.strictObject({ coachId: z.string().nullable(), limit: z.number().int().max(500).default(50) }),
    z.array(Session),
  ),
  /** Funded actions running on that day, those of the programme of the spell first. */
  fundedActions: query(z.strictObject({ on: IsoDate, supportId: z.string().nullable() }), z.array(FundedAction)),
  create: command(NewSession, Session),
  update: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: SessionFields.partial() }),
    Saved(Session),
  ),
  trash: command(ById, z.strictObject({})),
}
