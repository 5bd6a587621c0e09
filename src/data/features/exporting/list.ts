import { AppError } from '../../../shared/errors.ts'
import type { Progress } from '../../../shared/endpoint.ts'
import type { ListExport } from '../../../shared/features/exports.ts'
import type { Filter, ListName, Selection, Sort } from '../../../shared/features/lists.ts'
import type { FieldDescription } from '../../../shared/rules/lists.ts'
import type { JobContext, ReadContext } from '../../context.ts'
import type { TableColumn, TableRow } from '../../files/table.ts'
import { allIds, countOf, idsOfSelection } from '../../list.ts'
import type { ListDefinition, ListTable } from '../../list-definition.ts'
import { organisationList, readOrganisationRows } from '../organisations-list.ts'
import { peopleList, readPersonRows } from '../people-list.ts'
import { referralList, referralRows } from '../referral-list.ts'
import { taskList } from '../tasks-list.ts'
import { taskExportRows } from '../tasks-read.ts'
import { readResidenceRows, residenceList } from '../residences.ts'
import { type ExportedRow, cellOf, typeOf } from './cells.ts'
import { exportCards } from './cards.ts'
import { filterInWords } from './filter-words.ts'
import { type Left, letLeave } from './write-table.ts'

/** A list as an export needs it: the same definition and the same rows as its screen. */
interface Exportable {
  readonly descriptions: Readonly<Record<string, FieldDescription>>
  readonly selected: (context: ReadContext, selection: Selection) => Promise<readonly string[]>
  readonly count: (context: ReadContext, filter: Filter) => Promise<number>
  readonly ids: (context: ReadContext, filter: Filter, sort: readonly Sort[]) => AsyncGenerator<readonly string[]>
  readonly rows: (context: ReadContext, ids: readonly string[]) => Promise<readonly ExportedRow[]>
}

function exportable<T extends ListTable, Row extends object>(
  definition: ListDefinition<T>,
  rows: (context: ReadContext, ids: readonly string[]) => Promise<readonly Row[]>,
): Exportable {
  return {
    descriptions: definition.descriptions,
    selected: (context, selection) => idsOfSelection(context, definition, selection),
    count: (context, filter) => countOf(context, definition, filter),
    ids: (context, filter, sort) => allIds(context, definition, filter, sort),
    rows: async (context, ids) =>
      (await rows(context, ids)).map((row): ExportedRow => Object.fromEntries(Object.entries(row))),
  }
}

const exportables: Readonly<Record<ListName, Exportable>> = {
  people: exportable(peopleList, readPersonRows),
  organisations: exportable(organisationList, readOrganisationRows),
  residences: exportable(residenceList, readResidenceRows),
  referrals: exportable(referralList, referralRows),
  tasks: exportable(taskList, taskExportRows),
}

/** Exactly the rows and columns on screen, in their order. */
export async function* exportList(
  job: JobContext,
  request: ListExport,
  signal: AbortSignal,
): AsyncGenerator<Progress, Left, undefined> {
  const list = exportables[request.list]
  const { filter, selection, format } = request
  const chosen = selection === null ? null : new Set(await list.selected(job, selection))
  const shown = selection?.mode === 'allBut' ? selection.filter : filter
  if (format === 'vcf') {
    const ids = idsAsked(job, list, request, shown, chosen)
    return yield* exportCards(job, { ...request, ids, total: chosen?.size ?? (await list.count(job, shown)) }, signal)
  }
  const columns = request.columns.map(({ field, header }): TableColumn => ({
    header,
    type: typeOf(field, list.descriptions[field]),
  }))
  return yield* letLeave(
    job,
    {
      what: request.list,
      path: request.path,
      format,
      locale: request.locale,
      columns,
      rows: rowsOf(job, list, request, shown, chosen),
      total: chosen?.size ?? (await list.count(job, shown)),
      leftOut: () => 0,
      filter: filterInWords(shown, {
        locale: request.locale,
        words: request.words,
        descriptions: list.descriptions,
        headers: new Map(request.columns.map(({ field, header }) => [field, header])),
      }),
      recipient: request.recipient,
      purpose: request.purpose,
    },
    signal,
  )
}

/** The rows of the filter, in the order of the screen; of a selection, those that are in it. */
async function* idsAsked(
  job: JobContext,
  list: Exportable,
  { sort }: ListExport,
  filter: Filter,
  chosen: ReadonlySet<string> | null,
): AsyncGenerator<readonly string[]> {
  for await (const page of list.ids(job, filter, sort)) {
    const ids = chosen === null ? page : page.filter((id) => chosen.has(id))
    if (ids.length > 0) yield ids
  }
}

async function* rowsOf(
  job: JobContext,
  list: Exportable,
  request: ListExport,
  filter: Filter,
  chosen: ReadonlySet<string> | null,
): AsyncGenerator<readonly TableRow[]> {
  for await (const ids of idsAsked(job, list, request, filter, chosen)) {
    const rows = await list.rows(job, ids)
    const [first] = rows
    const unknown = request.columns.find(
      ({ field }) => list.descriptions[field] === undefined && first !== undefined && !Object.hasOwn(first, field),
    )
    if (unknown) throw new AppError('invalid', { field: unknown.field })
    yield rows.map((row) =>
      request.columns.map(({ field }) => cellOf(row, field, list.descriptions[field], request.words)),
    )
  }
}
