import * as z from 'zod'
import { Nothing, Saved, command, query } from '../endpoint.ts'
import { partnerRoles, programmeIndicators, programmeKinds } from '../rules/programmes.ts'
import { CohortSummary } from './cohorts.ts'
import { ById, Optional, Text } from './fields.ts'
import { IsoDate } from './people.ts'

export const ProgrammeFields = z.strictObject({
  kind: z.enum(programmeKinds),
  name: Text(200).min(1),
  startsOn: IsoDate.nullable(),
  endsOn: IsoDate.nullable(),
  aim: Optional(500),
  note: Optional(500),
})
export type ProgrammeFields = z.infer<typeof ProgrammeFields>

/** An organisation that takes part, and as what. */
export const ProgrammePartner = z.object({
  id: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  role: z.enum(partnerRoles),
})
export type ProgrammePartner = z.infer<typeof ProgrammePartner>

/** An action a funder pays for: how much of the programme, in percent, and the amount in cents. */
export const FundedActionFields = z.strictObject({
  funderId: z.string(),
  title: Text(200).min(1),
  code: Optional(60),
  share: z.number().int().min(1).max(100).nullable(),
  amountCents: z.number().int().min(0).max(100_000_000_00).nullable(),
  startsOn: IsoDate.nullable(),
  endsOn: IsoDate.nullable(),
})
export const FundedAction = FundedActionFields.extend({ id: z.string(), funderName: z.string() })
export type FundedAction = z.infer<typeof FundedAction>

/** What was promised, beside what the base counts today; `unknown`: people whose answer is not known. */
export const ProgrammeGoal = z.object({
  id: z.string(),
  indicator: z.enum(programmeIndicators),
  label: z.string().nullable(),
  target: z.number().int(),
  reached: z.number().int(),
  unknown: z.number().int(),
})
export type ProgrammeGoal = z.infer<typeof ProgrammeGoal>

export const Programme = ProgrammeFields.extend({
  id: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  partners: z.array(ProgrammePartner),
  fundedActions: z.array(FundedAction),
  goals: z.array(ProgrammeGoal),
  cohorts: z.array(CohortSummary),
})
export type Programme = z.infer<typeof Programme>

/** A programme as its list shows it. */
export const ProgrammeRow = z.object({
  id: z.string(),
  version: z.number().int(),
  kind: z.enum(programmeKinds),
  name: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  funders: z.array(z.string()),
  cohorts: z.array(CohortSummary),
})
export type ProgrammeRow = z.infer<typeof ProgrammeRow>

export const NewProgramme = ProgrammeFields.partial().extend({ kind: z.enum(programmeKinds), name: Text(200).min(1) })

/** Lists are given whole: those with their id change, those no longer there go, the others come. */
const Id = z.string().nullable().default(null)

export const programmes = {
  /** All of them: those that run first, then those to come, then those that are over. */
  list: query(Nothing, z.array(ProgrammeRow)),
  get: query(ById, Programme),
  create: command(NewProgramme, Programme),
  update: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: ProgrammeFields.partial() }),
    Saved(Programme),
  ),
  /** An organisation may take part in several ways, once in each. */
  setPartners: command(
    z.strictObject({
      id: z.string(),
      partners: z.array(z.strictObject({ organisationId: z.string(), role: z.enum(partnerRoles) })).max(50),
    }),
    Programme,
  ),
  /** An action that workshops or sessions count for does not go. */
  setFundedActions: command(
    z.strictObject({ id: z.string(), fundedActions: z.array(FundedActionFields.extend({ id: Id })).max(50) }),
    Programme,
  ),
  setGoals: command(
    z.strictObject({
      id: z.string(),
      goals: z
        .array(
          z.strictObject({
            id: Id,
            indicator: z.enum(programmeIndicators),
            label: Optional(120).default(null),
            target: z.number().int().min(1).max(1_000_000),
          }),
        )
        .max(30),
    }),
    Programme,
  ),
  /** Refused while it has cohorts. */
  trash: command(ById, z.object({ changed: z.number().int() })),
  restore: command(ById, Programme),
}
