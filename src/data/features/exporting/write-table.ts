import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Progress } from '../../../shared/endpoint.ts'
import { AppError } from '../../../shared/errors.ts'
import { formatDate } from '../../../shared/rules/dates.ts'
import type { JobContext } from '../../context.ts'
import { writeCsv } from '../../files/csv-file.ts'
import { writeNewFile } from '../../files/new-file.ts'
import type { Table, TableColumn, TableRow } from '../../files/table.ts'
import { writeXlsx } from '../../files/xlsx-file.ts'
import { letOthersGo } from '../../letting-go.ts'
import { progressing } from '../../progressing.ts'
import { asFileError } from './file-errors.ts'
import { type ExportedThing, fileWords } from './file-words.ts'

/** A file that leaves: what is in it, for whom and why. */
export interface Leaving {
  readonly what: ExportedThing
  readonly path: string
  readonly format: 'xlsx' | 'csv'
  readonly locale: 'fr' | 'en'
  readonly columns: readonly TableColumn[]
  /** Batches of rows, as they are read. */
  readonly rows: AsyncIterable<readonly TableRow[]>
  readonly total: number | null
  /** Rows that no agreement lets out. */
  readonly leftOut: () => number
  readonly filter: string | null
  readonly recipient: string
  readonly purpose: string
}

export interface Left {
  readonly path: string
  readonly rows: number
  readonly leftOut: number
}

/** Writes a file and notes that it left: to whom, why, how many rows and which columns. Nothing leaves unnoted. */
export async function* letLeave(
  job: JobContext,
  leaving: Leaving,
  signal: AbortSignal,
): AsyncGenerator<Progress, Left, undefined> {
  const written = yield* writeTable(job, leaving, signal)
  const columns = leaving.columns.filter(({ hidden }) => hidden !== true).map(({ header }) => header)
  await noteLeft(job, leaving, { ...written, columns })
  return { path: leaving.path, rows: written.rows, leftOut: leaving.leftOut() }
}

/** The line of a file among those that left. One that cannot be noted does not stay. */
export async function noteLeft(
  job: JobContext,
  { what, path, recipient, purpose }: Pick<Leaving, 'what' | 'path' | 'recipient' | 'purpose'>,
  written: { readonly rows: number; readonly sha256: string; readonly columns: readonly string[] },
): Promise<void> {
  const { rows, sha256, columns } = written
  try {
    await job.transaction((tx) =>
      tx.write.insert('exports', {
        what,
        rows,
        columns: JSON.stringify(columns),
        recipient,
        purpose,
        fileName: basename(path),
        sha256,
        memberId: tx.member?.id ?? null,
      }),
    )
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Writes the file alone: rows that came from a file and go back to one leave nothing of ours. */
export function writeTable(
  job: JobContext,
  leaving: Leaving,
  signal: AbortSignal,
): AsyncGenerator<Progress, { readonly rows: number; readonly sha256: string }, undefined> {
  return progressing(async (report) => {
    let rows = 0
    const words = fileWords[leaving.locale]
    const about: [string, string][] = []
    const table: Table = {
      name: words.sheet[leaving.what],
      columns: leaving.columns,
      rows: following(leaving, signal, (done) => {
        rows = done
        report({ step: 'write', done, total: leaving.total })
      }),
      about: { name: words.about, lines: about },
    }
    // a sheet on the file is written after its rows: it counts them
    const fill = () => about.splice(0, about.length, ...aboutLines(job, leaving, rows))
    const sha256 = await writeNewFile(leaving.path, async (file) => {
      await (leaving.format === 'csv'
        ? writeCsv(file, table)
        : writeXlsx(file, {
            ...table,
            about: {
              name: words.about,
              get lines() {
                fill()
                return about
              },
            },
          }))
    }).catch((error: unknown) => {
      throw asFileError(error)
    })
    return { rows, sha256 }
  })
}

async function* following(
  leaving: Leaving,
  signal: AbortSignal,
  report: (done: number) => void,
): AsyncGenerator<TableRow> {
  let done = 0
  report(done)
  for await (const batch of leaving.rows) {
    if (signal.aborted) throw new AppError('cancelled')
    yield* batch
    done += batch.length
    report(done)
    await letOthersGo()
  }
}

function aboutLines(job: JobContext, leaving: Leaving, rows: number): [string, string][] {
  const words = fileWords[leaving.locale]
  const lines: [string, string][] = [
    [words.contents, words.oneRow[leaving.what]],
    [words.rows, String(rows)],
  ]
  if (leaving.leftOut() > 0) lines.push([words.leftOut, String(leaving.leftOut())])
  if (leaving.filter !== null) lines.push([words.filter, leaving.filter])
  lines.push([words.on, formatDate(job.today(), leaving.locale)], [words.organisation, job.space.organisationName])
  if (job.member) lines.push([words.by, job.member.name])
  if (leaving.recipient !== '') lines.push([words.recipient, leaving.recipient])
  if (leaving.purpose !== '') lines.push([words.purpose, leaving.purpose])
  return lines
}
