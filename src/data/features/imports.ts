import { AppError } from '../../shared/errors.ts'
import type { imports as contract } from '../../shared/features/imports.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { unlogged } from './drafts.ts'
import { applyDraft } from './importing/apply.ts'
import { dropDraft, findDraft, readDraft } from './importing/drafts.ts'
import { countsOf, planContext, planDraft, previewRows, rowAt } from './importing/plan.ts'
import { readIntoStaging } from './importing/read.ts'
import { withKept } from './importing/kept-fields.ts'
import { replanLine } from './importing/replan.ts'
import { writeRefusedRows } from './importing/refused-file.ts'
import { readRun, readRuns } from './importing/runs.ts'
import { applyInverse } from './undo.ts'

export const imports: Handlers<typeof contract> = {
  async *read(job, asked, signal) {
    return yield* readIntoStaging(job, asked, signal)
  },
  async draft({ db }, { id }) {
    return readDraft(db, id)
  },
  async *plan(job, { id, mapping, strategy }, signal) {
    await findDraft(job.db, id)
    await job.staging((db) =>
      db
        .updateTable('importDrafts')
        .set({ mapping: JSON.stringify(mapping), strategy, plannedAt: null })
        .where('id', '=', id)
        .execute(),
    )
    return yield* planDraft(job, id, signal)
  },
  async preview({ db }, { id, ...page }) {
    const counts = await countsOf(db, id)
    const total =
      page.effect === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[page.effect]
    return { rows: await previewRows(db, id, page), total, counts }
  },
  async editRow(tx, { id, line, cell, decision, strategy, keep }) {
    await keepEdit(tx, { id, line, cell, decision, strategy, keep })
    const draft = await findDraft(tx.db, id)
    await replanLine(await planContext(tx, draft), unlogged(tx), draft, line)
    const counts = await countsOf(tx.db, id)
    const [planned] = await previewRows(tx.db, id, { line })
    if (!planned) throw new AppError('notFound', { entity: 'imports', id })
    return { row: planned, counts }
  },
  async *apply(job, { id }, signal) {
    return yield* applyDraft(job, id, signal)
  },
  async cancel(tx, { id }) {
    await dropDraft(unlogged(tx), id)
    return {}
  },
  async runs({ db }) {
    return readRuns(db)
  },
  async undo(tx, { id }) {
    const { batchId, undoneAt } = await readRun(tx.db, id)
    if (batchId === null || undoneAt !== null) throw new AppError('nothingToUndo')
    return applyInverse(tx, batchId)
  },
  async *refused(job, asked, signal) {
    return yield* writeRefusedRows(job, asked, signal)
  },
}

interface Edit {
  readonly id: string
  readonly line: number
  readonly cell: { readonly field: string; readonly text: string } | null
  readonly decision: 'same' | 'different' | 'ignore' | null
  readonly strategy: 'skip' | 'fillBlanks' | 'update' | 'create' | null
  readonly keep: readonly string[] | null
}

/** What is corrected is kept beside what the file says, which stays as it was read. */
async function keepEdit(tx: WriteContext, { id, line, cell, decision, strategy, keep }: Edit): Promise<void> {
  const row = await rowAt(tx.db, id, line)
  if (!row) throw new AppError('notFound', { entity: 'imports', id })
  const before = JSON.parse(row.edits) as Record<string, string>
  const edits = withKept(cell ? { ...before, [cell.field]: cell.text } : before, keep)
  const kept = {
    ...(cell || keep ? { edits: JSON.stringify(edits) } : {}),
    ...(decision ? { decision } : {}),
    ...(strategy ? { strategy } : {}),
  }
  if (Object.keys(kept).length === 0) return
  await unlogged(tx).updateTable('importRows').set(kept).where('importId', '=', id).where('line', '=', line).execute()
}
