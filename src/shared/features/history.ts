import * as z from 'zod'
import { command, query } from '../endpoint.ts'

export const changeOrigins = ['screen', 'import', 'package', 'undo'] as const
export const entityNames = [
  'space',
  'members',
  'settings',
  'people',
  'participantProfiles',
  'contactPoints',
  'tags',
  'taggings',
  'consents',
  'organisations',
  'affiliations',
  'residences',
  'referrals',
  'referralMoves',
  'contactAttempts',
  'referralFeedbacks',
  'programmes',
  'programmePartners',
  'fundedActions',
  'programmeGoals',
  'cohorts',
  'cohortQuotas',
  'enrolments',
  'enrolmentMoves',
  'selectionCriteria',
  'selectionReviews',
  'workshops',
  'workshopFundings',
  'supports',
  'sessions',
  'sessionFundings',
  'goals',
  'actions',
  'actionLibrary',
  'barriers',
  'scaleThemes',
  'goalReviews',
  'tasks',
  'snoozes',
  'reminderRules',
  'interactions',
  'letterModels',
  'documents',
  'attendances',
  'attendanceSheets',
  'certificates',
  'hourStatements',
  'hourCorrections',
  'imports',
  'exports',
] as const
export const EntityName = z.enum(entityNames)
export type EntityName = z.infer<typeof EntityName>

/** Records that stand by themselves: each has a trash to come out of, and counts when one act wrote several. */
export const standingEntities = [
  'people',
  'organisations',
  'residences',
  'referrals',
  'programmes',
  'cohorts',
  'workshops',
  'enrolments',
  'tasks',
] as const satisfies readonly EntityName[]

/** One command as the history tells it: who, when, and the fields it touched on this record. */
export const HistoryEntry = z.object({
  batchId: z.string(),
  command: z.string(),
  /** The command that this one took back, or did again. */
  undoes: z.string().nullable(),
  origin: z.enum(changeOrigins),
  at: z.string(),
  by: z.string().nullable(),
  undone: z.boolean(),
  undoable: z.boolean(),
  /** Records besides this one that it wrote, and that undoing it would put back too. */
  others: z.number().int(),
  changes: z.array(
    z.object({
      entity: EntityName,
      recordId: z.string(),
      operation: z.enum(['create', 'update', 'delete']),
      fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
  /** What the records that the fields name are called, by id. */
  names: z.record(z.string(), z.string()),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** What an undo could not put back, because it changed since: kept as it is, and said. */
export const KeptItem = z.object({
  entity: EntityName,
  recordId: z.string(),
  label: z.string(),
  field: z.string().nullable(),
  reason: z.enum(['changedSince', 'hasChildren', 'missing', 'conflictsWithAnother']),
})
export type KeptItem = z.infer<typeof KeptItem>
export const UndoResult = z.object({
  batchId: z.string(),
  command: z.string(),
  undone: z.number().int(),
  kept: z.array(KeptItem),
})
export type UndoResult = z.infer<typeof UndoResult>

export const TrashedItem = z.object({
  entity: EntityName,
  id: z.string(),
  label: z.string(),
  deletedAt: z.string(),
  by: z.string().nullable(),
})

export const history = {
  ofRecord: query(
    z.strictObject({ entity: EntityName, id: z.string(), limit: z.number().int().max(500).default(100) }),
    z.array(HistoryEntry),
  ),
  /** What Ctrl+Z and Ctrl+Shift+Z would do now, for the member at the keyboard. */
  next: query(z.strictObject({}), z.object({ undo: z.string().nullable(), redo: z.string().nullable() })),
  undoLast: command(z.strictObject({}), UndoResult),
  redoLast: command(z.strictObject({}), UndoResult),
  undoBatch: command(z.strictObject({ batchId: z.string() }), UndoResult),
  trash: query(z.strictObject({ limit: z.number().int().max(500).default(200) }), z.array(TrashedItem)),
  /** Recomputes the whole chain of hashes of this space; says where it breaks, if it does. */
  verify: query(z.strictObject({}), z.object({ changes: z.number().int(), brokenAt: z.number().int().nullable() })),
}
