import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { WorkshopFields } from '../../shared/features/workshops.ts'
import { addDays, daysBetween } from '../../shared/rules/days.ts'
import { type FundingShare, fundingProblem } from '../../shared/rules/funding-shares.ts'
import { minutesBetween } from '../../shared/rules/programmes.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { refuseGone } from './live-records.ts'
import { setParts } from './set-parts.ts'

export type WorkshopPatch = z.output<ReturnType<typeof WorkshopFields.partial>>
type WorkshopRow = Awaited<ReturnType<typeof readWorkshopRow>>

interface NewWorkshop extends WorkshopPatch {
  readonly cohortId: string
  readonly kind: WorkshopFields['kind']
  readonly title: string
  readonly heldOn: string
  readonly startTime: string
  readonly endTime: string
  readonly fundings: readonly FundingShare[]
}

/** Writes one workshop with what it counts for, and gives its id. Its minutes are those from start to end, unless said. */
export async function createWorkshop(
  tx: WriteContext,
  { cohortId, fundings, ...fields }: NewWorkshop,
  seriesId: string | null,
): Promise<string> {
  const times = timesOf(fields, null)
  const { kind, title, heldOn } = fields
  const columns = await columnsOf(tx, fields)
  const id = await tx.write.insert('workshops', {
    cohortId,
    seriesId,
    position: 0,
    compulsory: 0,
    ...columns,
    ...times,
    kind,
    title: title.trim(),
    heldOn,
  })
  await setFundings(tx, id, cohortId, fundings)
  return id
}

/** What changes of a workshop, times and minutes together: they depend on each other. */
export async function workshopColumns(tx: WriteContext, row: WorkshopRow, fields: WorkshopPatch) {
  const { startTime, endTime, minutes } = fields
  const times = startTime === undefined && endTime === undefined && minutes === undefined ? {} : timesOf(fields, row)
  return { ...(await columnsOf(tx, fields)), ...times }
}

/** The others of a series after this one, of those that still take place. */
export async function followingOf(db: ReadDb, row: WorkshopRow): Promise<readonly WorkshopRow[]> {
  if (row.seriesId === null) return []
  const rows = await db
    .selectFrom('workshops')
    .selectAll()
    .where('seriesId', '=', row.seriesId)
    .where('cancelledOn', 'is', null)
    .where('deletedAt', 'is', null)
    .where('heldOn', '>=', row.heldOn)
    .orderBy('heldOn')
    .orderBy('startTime')
    .execute()
  return rows.filter(
    ({ id, heldOn, startTime }) => id !== row.id && `${heldOn}${startTime}` >= `${row.heldOn}${row.startTime}`,
  )
}

/**
 * What changes of one that follows: its day moves by as many days as the first one's. Where its hours are others,
 * it counts its own minutes.
 */
export async function followingColumns(
  tx: WriteContext,
  follower: WorkshopRow,
  first: WorkshopRow,
  { heldOn, minutes, ...fields }: WorkshopPatch,
) {
  const sameHours = spanOf(fields, follower) === spanOf(fields, first)
  const columns = await workshopColumns(tx, follower, { ...fields, minutes: sameHours ? minutes : undefined })
  return heldOn === undefined
    ? columns
    : { ...columns, heldOn: addDays(follower.heldOn, daysBetween(first.heldOn, heldOn)) }
}

/** The funded actions that a workshop counts for: those of its programme, 100 percent together at most. */
export async function setFundings(
  tx: WriteContext,
  workshopId: string,
  cohortId: string,
  fundings: readonly FundingShare[],
): Promise<boolean> {
  const problem = fundingProblem(fundings)
  if (problem !== null) throw new AppError('invalid', { field: 'fundings', reason: problem })
  const known = new Set(await actionsOf(tx.db, cohortId))
  const stranger = fundings.find(({ fundedActionId }) => !known.has(fundedActionId))
  if (stranger) throw new AppError('notFound', { entity: 'fundedActions', id: stranger.fundedActionId })
  const before = await tx.db
    .selectFrom('workshopFundings')
    .select(['id', 'fundedActionId'])
    .where('workshopId', '=', workshopId)
    .where('deletedAt', 'is', null)
    .execute()
  const already = new Map(before.map(({ id, fundedActionId }) => [fundedActionId, id]))
  return setParts(tx, {
    entity: 'workshopFundings',
    before,
    wanted: fundings.map(({ fundedActionId, share }) => ({
      id: already.get(fundedActionId) ?? null,
      row: { workshopId, fundedActionId, share },
    })),
  })
}

export async function readWorkshopRow(db: ReadDb, id: string) {
  await refuseGone(db, 'workshops', id)
  return db.selectFrom('workshops').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function columnsOf(tx: WriteContext, said: WorkshopPatch) {
  const { title, theme, place, link, trainerName, note, compulsory, kind, heldOn, trainerOrganisationId } = said
  refuseSensitiveNumbers({ title, theme, place, trainerName, note })
  const address = link === undefined ? undefined : emptyAsNull(link)
  if (address && !/^https?:\/\/\S+$/i.test(address))
    throw new AppError('invalid', { field: 'link', reason: 'notALink' })
  if (trainerOrganisationId) await refuseGone(tx.db, 'organisations', trainerOrganisationId)
  const text = (value: string | null | undefined) => (value === undefined ? undefined : emptyAsNull(value))
  return given({
    kind,
    title: title?.trim(),
    theme: text(theme),
    heldOn,
    place: text(place),
    link: address,
    trainerName: text(trainerName),
    trainerOrganisationId,
    compulsory: compulsory === undefined ? undefined : Number(compulsory),
    note: text(note),
  })
}

function spanOf({ startTime, endTime }: WorkshopPatch, row: WorkshopRow): number | null {
  return minutesBetween(startTime ?? row.startTime, endTime ?? row.endTime)
}

type Times = Pick<WorkshopRow, 'startTime' | 'endTime' | 'minutes'>

/** Minutes never exceed the time from start to end; new hours count whole, unless a break was taken off before. */
function timesOf(said: WorkshopPatch, row: Times | null): Times {
  const startTime = said.startTime ?? row?.startTime ?? ''
  const endTime = said.endTime ?? row?.endTime ?? ''
  const span = minutesBetween(startTime, endTime)
  if (span === null) throw new AppError('invalid', { field: 'endTime', reason: 'beforeStart' })
  if (said.minutes !== undefined && said.minutes > span)
    throw new AppError('invalid', { field: 'minutes', reason: 'tooLong' })
  const pause = row === null ? 0 : (minutesBetween(row.startTime, row.endTime) ?? row.minutes) - row.minutes
  return { startTime, endTime, minutes: said.minutes ?? Math.max(1, span - pause) }
}

async function actionsOf(db: ReadDb, cohortId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('fundedActions')
    .innerJoin('cohorts', 'cohorts.programmeId', 'fundedActions.programmeId')
    .select('fundedActions.id')
    .where('cohorts.id', '=', cohortId)
    .where('fundedActions.deletedAt', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
