import { daysOfMonth, monthOf } from '../../shared/rules/hours.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import type { Row } from '../writer.ts'
import { groupBy } from './attendance-reading.ts'
import { type ReadLine, readHourLines } from './hour-lines.ts'
import { type ValidatedLine, linesOf, monthSettled, shareKey } from './settled-months.ts'

/** A change of the history that is about to be taken back. */
export interface ChangeToInvert {
  readonly entity: string
  readonly recordId: string
  readonly before: Row | null
  readonly after: Row | null
}

/**
 * Runs an undo, and refuses it whole when the hours of a validated statement are no longer those validated and
 * corrected since, or are paid by others: whatever the command that is taken back, or done again.
 */
export async function refusingSettled<Result>(
  tx: WriteContext,
  changes: readonly ChangeToInvert[],
  undo: () => Promise<Result>,
): Promise<Result> {
  const months = await monthsTouched(tx.db, changes)
  if (months.length === 0) return undo()
  const before = new Map((await heldBy(tx.db, months)).map((held) => [held.statement.id, held]))
  const result = await undo()
  for (const held of await heldBy(tx.db, months)) {
    const was = before.get(held.statement.id)
    if (held.hours !== (was?.hours ?? held.validatedHours)) throw await monthSettled(tx, held.statement)
    if (was ? paidOtherwise(was, held) : held.unpaid > 0) throw await monthSettled(tx, held.statement, 'shares')
  }
  return result
}

interface Held {
  readonly statement: { readonly id: string; month: string; personId: string | null; coachId: string | null }
  /** The minutes of each line today, without what was corrected: to be those validated. */
  readonly hours: string
  readonly validatedHours: string
  /** By line, the shares that were validated and still stand, with their funder; how many no longer do. */
  readonly paid: ReadonlyMap<string, string>
  readonly unpaid: number
}

/** Of the lines there are on both sides: one corrected to nothing is paid by nobody. */
function paidOtherwise(one: Held, other: Held): boolean {
  return [...one.paid].some(([id, said]) => other.paid.has(id) && other.paid.get(id) !== said)
}

async function heldBy(db: ReadDb, months: readonly string[]): Promise<readonly Held[]> {
  const statements = await db
    .selectFrom('hourStatements')
    .select(['id', 'month', 'personId', 'coachId', 'lines'])
    .where('month', 'in', [...months])
    .where('deletedAt', 'is', null)
    .execute()
  if (statements.length === 0) return []
  const corrected = await correctionsOf(
    db,
    statements.map(({ id }) => id),
  )
  const funders = new Map(
    (await db.selectFrom('fundedActions').select(['id', 'funderId']).execute()).map(({ id, funderId }) => [
      id,
      funderId,
    ]),
  )
  const found: Held[] = []
  for (const [month, own] of groupBy(statements, (statement) => statement.month)) {
    const lines = await readHourLines(db, daysOfMonth(month))
    const byPerson = groupBy(lines, ({ personId }) => personId)
    const byCoach = groupBy(lines, ({ coachId }) => coachId ?? '')
    for (const statement of own) {
      const { personId, coachId } = statement
      const today = (personId === null ? byCoach.get(coachId ?? '') : byPerson.get(personId)) ?? []
      const validated = linesOf(statement)
      found.push({
        statement,
        hours: minutesSaid(today, corrected.get(statement.id)),
        validatedHours: minutesSaid(validated),
        ...paidOf(validated, today, funders),
      })
    }
  }
  return found
}

type Corrections = readonly { readonly lineId: string | null; readonly minutes: number }[]

function minutesSaid(lines: readonly ValidatedLine[] | readonly ReadLine[], corrected: Corrections = []): string {
  const minutes = new Map(lines.map((line) => [line.id, line.minutes]))
  for (const { lineId, minutes: more } of corrected)
    if (lineId !== null) minutes.set(lineId, (minutes.get(lineId) ?? 0) - more)
  return [...minutes]
    .filter(([, left]) => left !== 0)
    .map(([id, left]) => `${id} ${left}`)
    .sort()
    .join()
}

function paidOf(
  validated: readonly ValidatedLine[],
  today: readonly ReadLine[],
  funders: ReadonlyMap<string, string>,
): Pick<Held, 'paid' | 'unpaid'> {
  const now = new Map(today.map((line) => [line.id, new Set(line.shares.map(shareKey))]))
  const paid = new Map<string, string>()
  let unpaid = 0
  for (const { id, shares } of validated) {
    const standing = now.get(id)
    if (standing === undefined) continue
    const kept = shares.filter((share) => standing.has(shareKey(share)))
    unpaid += shares.length - kept.length
    paid.set(id, kept.map((share) => `${shareKey(share)} ${funders.get(share.fundedActionId) ?? ''}`).join())
  }
  return { paid, unpaid }
}

async function correctionsOf(db: ReadDb, statementIds: readonly string[]): Promise<ReadonlyMap<string, Corrections>> {
  const rows = await db
    .selectFrom('hourCorrections')
    .select(['statementId', 'sessionId', 'attendanceId', 'beforeMinutes', 'afterMinutes'])
    .where('statementId', 'in', [...statementIds])
    .where('deletedAt', 'is', null)
    .execute()
  const said = rows.map(({ statementId, sessionId, attendanceId, beforeMinutes, afterMinutes }) => ({
    statementId,
    lineId: sessionId ?? attendanceId,
    minutes: afterMinutes - beforeMinutes,
  }))
  return groupBy(said, ({ statementId }) => statementId)
}

/** The months whose hours these changes have to do with, by the days before and after them. */
async function monthsTouched(db: ReadDb, changes: readonly ChangeToInvert[]): Promise<readonly string[]> {
  const own = (entity: string) => changes.filter((change) => change.entity === entity).map(({ recordId }) => recordId)
  const said = (field: string) =>
    changes
      .flatMap(({ before, after }) => [before?.[field], after?.[field]])
      .filter((value) => typeof value === 'string')
  const fundedActionIds = own('fundedActions')
  const workshopIds = [
    ...own('workshops'),
    ...said('workshopId'),
    ...(await parentsOf(db, 'attendances', 'workshopId', own('attendances'))),
    ...(await parentsOf(db, 'workshopFundings', 'workshopId', own('workshopFundings'))),
    ...(await parentsOf(db, 'workshopFundings', 'workshopId', fundedActionIds, 'fundedActionId')),
  ]
  const sessionIds = [
    ...own('sessions'),
    ...said('sessionId'),
    ...(await parentsOf(db, 'sessionFundings', 'sessionId', own('sessionFundings'))),
    ...(await parentsOf(db, 'sessionFundings', 'sessionId', fundedActionIds, 'fundedActionId')),
  ]
  const days = [
    ...said('heldOn'),
    ...(await parentsOf(db, 'workshops', 'heldOn', workshopIds)),
    ...(await parentsOf(db, 'sessions', 'heldOn', sessionIds)),
  ]
  return [...new Set([...days.map(monthOf), ...said('month')])]
}

type Counted = 'attendances' | 'workshops' | 'workshopFundings' | 'sessions' | 'sessionFundings'

/** What some rows of these tables hold in one of their columns. */
async function parentsOf(
  db: ReadDb,
  table: Counted,
  column: 'workshopId' | 'sessionId' | 'heldOn',
  ids: readonly string[],
  by: 'id' | 'fundedActionId' = 'id',
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  // each call names a column that its table has
  const rows = await db
    .selectFrom(table as 'workshopFundings')
    .select(column as 'workshopId')
    .distinct()
    .where(by, 'in', [...new Set(ids)])
    .execute()
  return rows.flatMap((row) => Object.values(row))
}
