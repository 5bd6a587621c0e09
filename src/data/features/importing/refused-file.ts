import type { Progress } from '../../../shared/endpoint.ts'
import type { ImportProblem } from '../../../shared/features/imports.ts'
import type { ReadCell } from '../../../shared/reader.ts'
import type { JobContext } from '../../context.ts'
import type { TableColumn, TableRow } from '../../files/table.ts'
import { type WordsOf, wordOf } from '../exporting/cells.ts'
import { fileWords } from '../exporting/file-words.ts'
import { writeTable } from '../exporting/write-table.ts'
import { cellText } from './cell-text.ts'
import { type Draft, findDraft } from './drafts.ts'
import { previewOf } from './plan.ts'

interface Asked {
  readonly id: string
  readonly path: string
  readonly locale: 'fr' | 'en'
  readonly words: WordsOf
}

/** The rows left aside, as they stood in the file, each with its line and its reason: to be corrected and given again. */
export async function* writeRefusedRows(
  job: JobContext,
  asked: Asked,
  signal: AbortSignal,
): AsyncGenerator<Progress, { path: string; rows: number }, undefined> {
  const draft = await findDraft(job.db, asked.id)
  const words = fileWords[asked.locale]
  const kept = draft.columns.filter(({ refused }) => refused === null)
  const columns: TableColumn[] = [
    ...kept.map(({ header }) => ({ header, type: 'text' }) as const),
    { header: words.line, type: 'number' },
    { header: words.reason, type: 'text' },
  ]
  const { rows } = yield* writeTable(
    job,
    {
      what: 'refused',
      path: asked.path,
      format: 'xlsx',
      locale: asked.locale,
      columns,
      total: null,
      filter: draft.fileName,
      recipient: '',
      purpose: '',
      rows: refusedRows(
        job,
        draft,
        kept.map(({ index }) => index),
        asked.words,
      ),
      leftOut: () => 0,
    },
    signal,
  )
  return { path: asked.path, rows }
}

async function* refusedRows(
  job: JobContext,
  draft: Draft,
  columns: readonly number[],
  words: WordsOf,
): AsyncGenerator<readonly TableRow[]> {
  for (let after = 0; ;) {
    const rows = await job.db
      .selectFrom('importRows')
      .selectAll()
      .where('importId', '=', draft.id)
      .where('effect', 'in', ['error', 'duplicate'])
      .where('line', '>', after)
      .orderBy('line')
      .limit(500)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    after = last.line
    yield rows.map((row): TableRow => {
      const cells = JSON.parse(row.cells) as ReadCell[]
      return [...columns.map((index) => cellText(cells[index])), row.line, reasonOf(draft, previewOf(row), words)]
    })
  }
}

/** `Téléphone : chiffres perdus`: the column, where one is to blame, and the problem in words. */
function reasonOf(draft: Draft, row: ReturnType<typeof previewOf>, words: WordsOf): string {
  const word = (problem: ImportProblem) => wordOf(words, ['importProblem'], problem)
  if (row.effect === 'duplicate')
    return [wordOf(words, ['importEffect'], 'duplicate'), row.duplicate?.label ?? '']
      .filter((part) => part !== '')
      .join(' : ')
  const blamed = row.cells.flatMap(({ field, problem }) => (problem === null ? [] : [{ field, problem }]))
  const headers = new Map(draft.mapping.map(({ column, field }) => [field, draft.columns[column]?.header ?? '']))
  const ofCells = blamed.map(({ field, problem }) => `${headers.get(field) ?? field} : ${word(problem)}`)
  const ofRow = row.problems.filter((problem) => !blamed.some((cell) => cell.problem === problem)).map(word)
  return [...ofCells, ...ofRow].join(' ; ')
}
