import type { Progress } from '../../../shared/endpoint.ts'
import { AppError } from '../../../shared/errors.ts'
import { type ImportKind, type ImportRun, effects } from '../../../shared/features/imports.ts'
import type { Db, JobContext, WriteContext } from '../../context.ts'
import { letOthersGo } from '../../letting-go.ts'
import { progressing } from '../../progressing.ts'
import type { Applied, ApplyContext } from './applied.ts'
import { type Draft, findDraft, rememberMapping } from './drafts.ts'
import { type OrganisationPlan, applyOrganisation } from './organisations.ts'
import { type PersonPlan, applyPerson } from './people.ts'
import { countsOf, planDraft } from './plan.ts'
import type { ReadRecord } from './planned.ts'
import { type ReferralPlan, applyReferral } from './referrals.ts'
import { type ResidencePlan, applyResidence } from './residences.ts'
import { readRun } from './runs.ts'

const rowsAtOnce = 200
const rowsBetweenPauses = 25
const mostAttempts = 50

type Apply = (
  tx: WriteContext,
  context: ApplyContext,
  line: number,
  strategy: ReadRecord['strategy'],
  plan: never,
) => Promise<Applied>

const appliers: Readonly<Record<ImportKind, Apply>> = {
  people: (tx, context, line, strategy, plan: PersonPlan) => applyPerson(tx, context, line, strategy, plan),
  organisations: (tx, context, line, strategy, plan: OrganisationPlan) =>
    applyOrganisation(tx, context, line, strategy, plan),
  residences: (tx, context, line, strategy, plan: ResidencePlan) => applyResidence(tx, context, line, strategy, plan),
  referrals: (tx, context, line, strategy, plan: ReferralPlan) => applyReferral(tx, context, line, strategy, plan),
}

/** A row that the rules of its record refuse, although its plan was good. */
class RowRefused extends Error {
  readonly line: number
  constructor(line: number, options: ErrorOptions) {
    super('row refused', options)
    this.line = line
  }
}

/**
 * Writes every row that is to be created or updated: one transaction, one batch of the history, all or nothing.
 * A row that its record refuses is set aside and the whole begins again without it.
 */
export async function* applyDraft(
  job: JobContext,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<Progress, ImportRun, undefined> {
  const draft = await findDraft(job.db, id)
  if (draft.appliedAt !== null) throw new AppError('alreadyExists', { entity: 'imports', id })
  if (draft.plannedAt !== job.engine.dataVersion()) yield* planAgain(job, id, signal)
  yield { step: 'backup', done: 0, total: null }
  await job.backUp()
  for (let attempt = 1; ; attempt += 1) {
    try {
      yield* progressing((report) =>
        job.transaction((tx) => applyRows(tx, draft, report, signal), {
          origin: 'import',
          batchId: batchOf(draft),
          onDerived: (done, total) => {
            report({ step: 'index', done, total })
            if (signal.aborted) throw new AppError('cancelled')
          },
        }),
      )
      break
    } catch (error) {
      if (!(error instanceof RowRefused) || attempt === mostAttempts) throw error
      await job.staging((db) => setAside(db, id, error.line))
    }
  }
  await job.staging((db) => tidyUp(db, draft, job.now().toISOString()))
  return readRun(job.db, id)
}

/**
 * What changed in the base since the preview may change what a row does. When other counts than those previewed come
 * out, nothing is written: they are kept, to be seen and asked again.
 */
async function* planAgain(job: JobContext, id: string, signal: AbortSignal): AsyncGenerator<Progress, void, undefined> {
  const previewed = await countsOf(job.db, id)
  const found = yield* planDraft(job, id, signal)
  if (effects.some((effect) => found[effect] !== previewed[effect])) throw new AppError('previewChanged')
}

/** The run, its draft and its batch bear one id: each is found from the others. */
function batchOf(draft: Draft): string {
  return draft.id
}

async function applyRows(
  tx: WriteContext,
  draft: Draft,
  report: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const context: ApplyContext = { personOfLine: new Map(), recordOfLine: new Map(), newLandlords: new Map() }
  const counts = await countsOf(tx.db, draft.id)
  const total = counts.create + counts.update
  const did = { created: 0, updated: 0, unchanged: counts.unchanged + counts.skip }
  let done = 0
  for (let after = 0; ;) {
    const rows = await rowsToApply(tx, draft.id, after)
    const last = rows.at(-1)
    if (!last) break
    after = last.line
    for (const row of rows) {
      if (done % rowsBetweenPauses === 0) {
        report({ step: 'apply', done, total })
        await letOthersGo()
        if (signal.aborted) throw new AppError('cancelled')
      }
      const applied = await applyRow(tx, context, draft, row)
      did[applied.did] += 1
      done += 1
    }
  }
  report({ step: 'apply', done, total })
  const { id, kind, fileName, sha256, strategy } = draft
  const { shape, mapping } = draft
  await tx.write.insert('imports', {
    id,
    kind,
    fileName,
    sha256,
    strategy,
    ...did,
    refused: counts.error + counts.duplicate,
    shape: JSON.stringify(shape),
    mapping: JSON.stringify(mapping),
    batchId: tx.write.batch.id,
    memberId: tx.member?.id ?? null,
  })
}

interface RowToApply {
  readonly line: number
  readonly plan: string | null
  readonly strategy: string | null
}

function rowsToApply(tx: WriteContext, importId: string, after: number): Promise<RowToApply[]> {
  return tx.db
    .selectFrom('importRows')
    .select(['line', 'plan', 'strategy'])
    .where('importId', '=', importId)
    .where('effect', 'in', ['create', 'update'])
    .where('line', '>', after)
    .orderBy('line')
    .limit(rowsAtOnce)
    .execute()
}

async function applyRow(tx: WriteContext, context: ApplyContext, draft: Draft, row: RowToApply): Promise<Applied> {
  const { values } = JSON.parse(row.plan ?? '{}') as { readonly values?: never }
  if (values === undefined) throw new RowRefused(row.line, {})
  try {
    return await appliers[draft.kind](
      tx,
      context,
      row.line,
      (row.strategy ?? draft.strategy) as ReadRecord['strategy'],
      values,
    )
  } catch (error) {
    if (error instanceof AppError && error.code !== 'cancelled') throw new RowRefused(row.line, { cause: error })
    throw error
  }
}

async function setAside(db: Db, importId: string, line: number): Promise<void> {
  await db
    .updateTable('importRows')
    .set({ effect: 'error', problems: JSON.stringify(['refusedByRules']) })
    .where('importId', '=', importId)
    .where('line', '=', line)
    .execute()
}

/** Of an import that was applied only the rows left aside stay, for a few days, so that they can be written to a file. */
async function tidyUp(db: Db, draft: Draft, now: string): Promise<void> {
  await db
    .deleteFrom('importRows')
    .where('importId', '=', draft.id)
    .where('effect', 'not in', ['error', 'duplicate'])
    .execute()
  await db.deleteFrom('importKeys').where('importId', '=', draft.id).execute()
  await db.updateTable('importDrafts').set({ appliedAt: now, savedAt: now }).where('id', '=', draft.id).execute()
  await rememberMapping(db, draft, now)
}
