import type { Progress } from '../../../shared/endpoint.ts'
import { AppError } from '../../../shared/errors.ts'
import type { PartnerExport } from '../../../shared/features/exports.ts'
import { agreedTo, landlordFeedbackOf } from '../../../shared/rules/consent.ts'
import { type ReferralState, refusalReasons } from '../../../shared/rules/referral-transitions.ts'
import type { OutcomeClass } from '../../../shared/rules/values.ts'
import type { JobContext, ReadContext, ReadDb } from '../../context.ts'
import type { TableCell, TableRow } from '../../files/table.ts'
import { entryDaysOf } from '../enrolment-entry-days.ts'
import { wordOf } from './cells.ts'
import type { PartnerColumn } from './file-words.ts'
import { type Teller, agreementsByReferral, columnsFor, createTeller, joined, referralPages } from './partner-rows.ts'
import { type Left, letLeave } from './write-table.ts'

/** Where referrals stand, for their landlord: what `landlordFeedbackOf` lets out, and nothing else. */
export async function* exportForPartner(
  job: JobContext,
  request: PartnerExport,
  signal: AbortSignal,
): AsyncGenerator<Progress, Left, undefined> {
  if (job.space.kind !== 'association') throw new AppError('invalid', { field: 'space' })
  const told = createTeller()
  const { recipients, rows: total } = await previewForPartner(job, request)
  return yield* letLeave(
    job,
    {
      ...request,
      what: 'forPartner',
      columns: columnsFor(feedbackColumns, 'forPartner', request.locale),
      rows: feedbackRows(job, request, told),
      total,
      leftOut: told.leftOut,
      filter: null,
      recipient: recipients.join(', '),
    },
    signal,
  )
}

/** How many rows would leave, how many may not, and to whom they speak. */
export async function previewForPartner(context: ReadContext, request: Pick<PartnerExport, 'filter' | 'landlordId'>) {
  const told = createTeller()
  const recipients = new Set<string>()
  let rows = 0
  for await (const page of referralPages(context, request)) {
    const agreements = await agreementsByReferral(
      context.db,
      page.map(({ id }) => id),
    )
    for (const row of page) {
      if (!told.mayTell(agreedTo(agreements.get(row.id) ?? [], 'statusBack', context.today()))) continue
      rows += 1
      if (row.landlordName !== null) recipients.add(row.landlordName)
    }
  }
  return { rows, leftOut: told.leftOut(), recipients: [...recipients].sort((a, b) => a.localeCompare(b, 'fr')) }
}

const feedbackColumns: readonly PartnerColumn[] = [
  'number',
  'state',
  'sentOn',
  'receivedOn',
  'metOn',
  'decidedOn',
  'closedOn',
  'reasons',
  'outcomeClass',
]

async function* feedbackRows(
  job: JobContext,
  request: PartnerExport,
  told: Teller,
): AsyncGenerator<readonly TableRow[]> {
  const { words } = request
  for await (const page of referralPages(job, request)) {
    const ids = page.map(({ id }) => id)
    const agreements = await agreementsByReferral(job.db, ids)
    const met = await daysMet(job.db, ids)
    const entered = await entryDaysOf(job.db, ids)
    yield page.flatMap((row): TableRow[] => {
      const feedback = landlordFeedbackOf(
        {
          number: row.number,
          state: row.state as ReferralState,
          sentOn: row.sentOn,
          receivedOn: row.receivedOn,
          metOn: met.get(row.id) ?? null,
          decidedOn: row.decidedOn,
          enteredOn: entered.get(row.id) ?? null,
          closedOn: row.closedOn,
          refusalReasons: refusalReasons.filter((reason) => (JSON.parse(row.reasons) as string[]).includes(reason)),
          outcomeClass: row.outcomeClass as OutcomeClass | null,
        },
        agreements.get(row.id) ?? [],
        job.today(),
      )
      if (!told.mayTell(feedback !== null) || feedback === null) return []
      const cells: Partial<Record<PartnerColumn, TableCell>> = {
        number: feedback.number,
        state: wordOf(words, ['referralState'], feedback.state),
        sentOn: feedback.sentOn,
        receivedOn: feedback.receivedOn,
        metOn: feedback.metOn,
        decidedOn: feedback.decidedOn,
        closedOn: feedback.closedOn,
        reasons: joined(words, 'refusalReason', feedback.refusalReasons),
        outcomeClass: feedback.outcomeClass && wordOf(words, ['outcomeClass'], feedback.outcomeClass),
      }
      return [[...feedbackColumns.map((column) => cells[column] ?? null), job.space.organisationName]]
    })
  }
}

/** The day of the first meeting of each, as the moves tell it. */
async function daysMet(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('referralMoves')
    .select((eb) => ['referralId', eb.fn.min('movedOn').as('on')])
    .where('referralId', 'in', ids)
    .where('toState', '=', 'met')
    .where('deletedAt', 'is', null)
    .groupBy('referralId')
    .execute()
  return new Map(rows.map(({ referralId, on }) => [referralId, on]))
}
