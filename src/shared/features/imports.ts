import * as z from 'zod'
import { Nothing, command, job, query } from '../endpoint.ts'
import { FileShape } from '../reader.ts'
import { parseFailures, repairs } from '../rules/parsed.ts'
import { Words } from './exports.ts'
import { UndoResult } from './history.ts'
import { Locale } from './space.ts'

export const importKinds = ['people', 'organisations', 'residences', 'referrals'] as const
export const ImportKind = z.enum(importKinds)
export type ImportKind = z.infer<typeof ImportKind>

export const SourceColumn = z.object({
  index: z.number().int(),
  header: z.string(),
  samples: z.array(z.string()),
  distinct: z.number().int(),
  empty: z.number().int(),
  /** Why the column is never imported: it looks like social security numbers. */
  refused: z.enum(['nir']).nullable(),
})
export type SourceColumn = z.infer<typeof SourceColumn>

/** Where a column goes; `values` maps each distinct text of a closed list to its code (null leaves it empty). */
export const ColumnMapping = z.strictObject({
  column: z.number().int(),
  field: z.string().max(60).nullable(),
  values: z.record(z.string().max(200), z.string().max(60).nullable()).default({}),
  dateOrder: z.enum(['dmy', 'mdy']).nullable().default(null),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

export const importStrategies = ['skip', 'fillBlanks', 'update', 'create'] as const
export const effects = ['create', 'update', 'unchanged', 'duplicate', 'error', 'skip'] as const

/** The files two spaces exchange: a landlord's referrals for the association, and where they stand for the landlord. */
export const partnerFiles = ['forAssociation', 'forPartner'] as const

/** Why a cell, or its row, is refused. */
export const importProblems = [
  ...parseFailures,
  'tooLong',
  'unknownValue',
  'mixedDates',
  'futureDate',
  'sensitiveNumber',
  'required',
  'nameMissing',
  'landlordMissing',
  'unknownLandlord',
  'severalLandlords',
  'severalResidences',
  'agreementMissing',
  'agreementTooLate',
  'unknownNumber',
  'numberOfAnother',
  'impossibleMove',
  'refusedByRules',
  'unclosedQuote',
  'cellTooLong',
] as const
export type ImportProblem = (typeof importProblems)[number]

/** What was repaired, supposed or left aside in a cell, to be seen before it is applied. */
export const importFlags = [
  ...repairs,
  'cedex',
  'abroad',
  'communeToChoose',
  'communeUnknown',
  'qpvWithoutCode',
  'assumed',
  'willBeCreated',
  'leftOut',
  'nothingToWithdraw',
  'decidedHere',
] as const
export type ImportFlag = (typeof importFlags)[number]

/** A field a column can go to; `values` are the codes of its closed list. */
export const TargetField = z.object({
  field: z.string(),
  required: z.boolean(),
  kind: z.enum([
    'text',
    'phone',
    'email',
    'date',
    'number',
    'choice',
    'siren',
    'siret',
    'postcode',
    'boolean',
    'list',
    'qpv',
  ]),
  choices: z.string().nullable(),
  values: z.array(z.string()),
})
export type TargetField = z.infer<typeof TargetField>

export const ImportDraft = z.object({
  id: z.string(),
  kind: ImportKind,
  fileName: z.string(),
  shape: FileShape,
  sheets: z.array(z.string()),
  rows: z.number().int(),
  columns: z.array(SourceColumn),
  mapping: z.array(ColumnMapping),
  fields: z.array(TargetField),
  strategy: z.enum(importStrategies),
  /** By column: its different texts, when they are few enough to be mapped or checked one by one. */
  distinctValues: z.record(z.string(), z.array(z.string())),
  remembered: z.boolean(),
  /** The day a file of the very same bytes was imported. */
  alreadyImportedOn: z.string().nullable(),
  /** A file that another Palier wrote for this one. */
  partnerFile: z.enum(partnerFiles).nullable(),
})
export type ImportDraft = z.infer<typeof ImportDraft>

/**
 * A cell as it will be written: a date as an ISO day, a code of a closed list as that code, anything else as text.
 * `before` is what it replaces, '' where nothing stood, null when it replaces nothing. A cell with a problem
 * keeps the text of the file.
 */
export const PreviewCell = z.object({
  field: z.string(),
  text: z.string(),
  before: z.string().nullable(),
  repaired: z.enum(importFlags).nullable(),
  problem: z.enum(importProblems).nullable(),
})
export type PreviewCell = z.infer<typeof PreviewCell>
export const PreviewRow = z.object({
  line: z.number().int(),
  effect: z.enum(effects),
  label: z.string(),
  recordId: z.string().nullable(),
  cells: z.array(PreviewCell),
  problems: z.array(z.enum(importProblems)),
  duplicate: z
    .object({
      id: z.string().nullable(),
      line: z.number().int().nullable(),
      label: z.string(),
      level: z.enum(['same', 'likely', 'hint']),
      reasons: z.array(z.string()),
    })
    .nullable(),
  decision: z.enum(['same', 'different', 'ignore']).nullable(),
  strategy: z.enum(importStrategies).nullable(),
  /** The fields whose value in the record stays, whatever the row says. */
  kept: z.array(z.string()),
})
export type PreviewRow = z.infer<typeof PreviewRow>
export const PreviewCounts = z.object({
  create: z.number().int(),
  update: z.number().int(),
  unchanged: z.number().int(),
  duplicate: z.number().int(),
  error: z.number().int(),
  skip: z.number().int(),
})
export type PreviewCounts = z.infer<typeof PreviewCounts>

export const ImportRun = z.object({
  id: z.string(),
  kind: ImportKind,
  fileName: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  batchId: z.string().nullable(),
  undoneAt: z.string().nullable(),
})
export type ImportRun = z.infer<typeof ImportRun>

export const imports = {
  /** Reads the file into staging. `path` was chosen in the system's dialog. */
  read: job(
    z.strictObject({ kind: ImportKind, path: z.string(), shape: FileShape.nullable().default(null) }),
    ImportDraft,
  ),
  draft: query(z.strictObject({ id: z.string() }), ImportDraft),
  /** Keeps the mapping and works out the effect of every row. */
  plan: job(
    z.strictObject({ id: z.string(), mapping: z.array(ColumnMapping), strategy: z.enum(importStrategies) }),
    PreviewCounts,
  ),
  preview: query(
    z.strictObject({
      id: z.string(),
      effect: z.enum(effects).nullable().default(null),
      offset: z.number().int().min(0),
      limit: z.number().int().max(500),
    }),
    z.object({ rows: z.array(PreviewRow), total: z.number().int(), counts: PreviewCounts }),
  ),
  /** Corrects a cell in the staging, settles a duplicate, or gives one row its own strategy. */
  editRow: command(
    z.strictObject({
      id: z.string(),
      line: z.number().int(),
      cell: z
        .strictObject({ field: z.string(), text: z.string().max(2000) })
        .nullable()
        .default(null),
      decision: z.enum(['same', 'different', 'ignore']).nullable().default(null),
      strategy: z.enum(importStrategies).nullable().default(null),
      /** The fields whose value in the record is to stay, whatever the row says; null changes nothing of it. */
      keep: z.array(z.string().max(60)).max(100).nullable().default(null),
    }),
    z.object({ row: PreviewRow, counts: PreviewCounts }),
  ),
  apply: job(z.strictObject({ id: z.string() }), ImportRun),
  cancel: command(z.strictObject({ id: z.string() }), Nothing),
  runs: query(z.strictObject({}), z.array(ImportRun)),
  undo: command(z.strictObject({ id: z.string() }), UndoResult),
  /** Writes the refused rows of a run, each with its reason, as an Excel file; `words.importProblem` words the reasons. */
  refused: job(
    z.strictObject({ id: z.string(), path: z.string(), locale: Locale, words: Words }),
    z.object({ path: z.string(), rows: z.number().int() }),
  ),
}
