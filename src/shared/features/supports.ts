import * as z from 'zod'
import { Saved, command, query } from '../endpoint.ts'
import {
  actionWhos,
  barrierKinds,
  barrierOutcomes,
  coachingThemes,
  goalStates,
  sessionModes,
  supportEndReasons,
} from '../rules/coaching.ts'
import { ById, Optional } from './fields.ts'
import { IsoDate } from './people.ts'
import { ScaleRating } from './scales.ts'

/** What may be changed of a spell; its coach changes by handing it over, which begins another one. */
export const SupportFields = z.strictObject({
  programmeId: z.string().nullable(),
  startedOn: IsoDate,
  /** Only of a spell that is over: a new one begins instead of reopening it. */
  endedOn: IsoDate,
  endReason: z.enum(supportEndReasons),
  endNote: Optional(500),
  personWords: Optional(500),
  coachWords: Optional(500),
})
export type SupportFields = z.infer<typeof SupportFields>

/** A spell of individual support: one person, one coach, from a day to another. Open while `endedOn` is null. */
export const Support = z.object({
  id: z.string(),
  version: z.number().int(),
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  coachId: z.string(),
  coachName: z.string(),
  programmeId: z.string().nullable(),
  programmeName: z.string().nullable(),
  startedOn: z.string(),
  endedOn: z.string().nullable(),
  endReason: z.enum(supportEndReasons).nullable(),
  endNote: z.string().nullable(),
  previousId: z.string().nullable(),
  handoverNote: z.string().nullable(),
  personWords: z.string().nullable(),
  coachWords: z.string().nullable(),
  /** Sessions that were held, and their minutes. */
  sessions: z.number().int(),
  minutes: z.number().int(),
  lastSessionOn: z.string().nullable(),
  nextSessionOn: z.string().nullable(),
})
export type Support = z.infer<typeof Support>

/** An open spell in a coach's list: when they last met, or spoke, and how long ago. */
export const CaseloadRow = Support.extend({ phone: z.string().nullable(), quietDays: z.number().int() })
export type CaseloadRow = z.infer<typeof CaseloadRow>

export const CoachLoad = z.object({
  coachId: z.string(),
  coachName: z.string(),
  active: z.boolean(),
  open: z.number().int(),
  sessionsThisMonth: z.number().int(),
  minutesThisMonth: z.number().int(),
  withoutNews: z.number().int(),
  toWriteUp: z.number().int(),
})
export type CoachLoad = z.infer<typeof CoachLoad>

/** What handing over would do to one spell: it goes on with the other coach, or simply ends since they follow the person already. */
export const HandOverLine = z.object({
  supportId: z.string(),
  version: z.number().int(),
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  startedOn: z.string(),
  plannedSessions: z.number().int(),
  effect: z.enum(['goesOn', 'alreadyFollowed']),
})
export type HandOverLine = z.infer<typeof HandOverLine>

/** All that a spell of support leaves behind, computed from what was noted; private notes are no part of it. */
export const SupportSummary = z.object({
  organisationName: z.string(),
  support: Support,
  until: z.string(),
  byMode: z.array(z.object({ mode: z.enum(sessionModes), sessions: z.number().int(), minutes: z.number().int() })),
  themes: z.array(z.object({ theme: z.enum(coachingThemes), sessions: z.number().int() })),
  missed: z.number().int(),
  goals: z.array(z.object({ title: z.string(), state: z.enum(goalStates), stateOn: z.string() })),
  actionsDone: z.number().int(),
  actionsLeft: z.array(
    z.object({
      title: z.string(),
      who: z.enum(actionWhos),
      whoName: z.string().nullable(),
      dueOn: z.string().nullable(),
    }),
  ),
  barriers: z.array(
    z.object({
      kind: z.enum(barrierKinds),
      openedOn: z.string(),
      closedOn: z.string().nullable(),
      outcome: z.enum(barrierOutcomes).nullable(),
    }),
  ),
  scales: z.array(ScaleRating),
  nextSteps: z.array(z.object({ title: z.string(), dueOn: z.string().nullable() })),
})
export type SupportSummary = z.infer<typeof SupportSummary>

/** From how many days without a session, a workshop or an exchange someone counts as without news. */
const QuietDays = z.number().int().min(1).max(365).default(30)

export const supports = {
  /** The open spells first, then those that ended, the last to end first. */
  ofPerson: query(z.strictObject({ personId: z.string() }), z.array(Support)),
  get: query(ById, Support),
  /** The open spells of a coach, the longest without news first. */
  caseload: query(z.strictObject({ coachId: z.string() }), z.array(CaseloadRow)),
  loads: query(z.strictObject({ quietDays: QuietDays }), z.array(CoachLoad)),
  /** The programmes a spell can be part of. */
  programmes: query(z.strictObject({}), z.array(z.object({ id: z.string(), name: z.string() }))),
  open: command(
    z.strictObject({
      personId: z.string(),
      coachId: z.string(),
      programmeId: z.string().nullable().default(null),
      startedOn: IsoDate,
    }),
    Support,
  ),
  update: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: SupportFields.partial() }),
    Saved(Support),
  ),
  end: command(
    z.strictObject({
      id: z.string(),
      endedOn: IsoDate,
      endReason: z.enum(supportEndReasons),
      endNote: Optional(500).default(null),
    }),
    Support,
  ),
  /** One that was opened by mistake; refused once something hangs on it. */
  trash: command(ById, z.strictObject({})),
  previewHandOver: query(z.strictObject({ fromId: z.string(), toId: z.string() }), z.array(HandOverLine)),
  handOver: command(
    z.strictObject({
      fromId: z.string(),
      toId: z.string(),
      on: IsoDate,
      lines: z
        .array(z.strictObject({ supportId: z.string(), note: Optional(500).default(null) }))
        .min(1)
        .max(1000),
    }),
    z.object({ goneOn: z.number().int(), ended: z.number().int(), sessions: z.number().int() }),
  ),
  summary: query(ById, SupportSummary),
}
