import { AppError } from '../../shared/errors.ts'
import type { workshops as contract } from '../../shared/features/workshops.ts'
import { mayBeMarked } from '../../shared/rules/attendance.ts'
import type { FundedShare } from '../../shared/rules/hours.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { updateFields } from './conflicts.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { refuseGone } from './live-records.ts'
import { refuseSettledPeople, refuseSettledShares } from './settled-months.ts'
import { previewSeries } from './workshop-series.ts'
import {
  createWorkshop,
  followingColumns,
  followingOf,
  readWorkshopRow,
  setFundings,
  workshopColumns,
} from './workshop-write.ts'
import { attendanceCounts, readWorkshop, readWorkshops, workshopIdsOf } from './workshops-read.ts'

export const workshops: Handlers<typeof contract> = {
  async ofCohort({ db }, { cohortId }) {
    return readWorkshops(db, await workshopIdsOf(db, cohortId))
  },
  async get({ db }, { id }) {
    return readWorkshop(db, id)
  },
  async previewSeries(context, wanted) {
    return previewSeries(context, wanted)
  },
  async create(tx, input) {
    await refuseGone(tx.db, 'cohorts', input.cohortId)
    return readWorkshop(tx.db, await createWorkshop(tx, input, null))
  },
  async createSeries(tx, { lines, ...common }) {
    await refuseGone(tx.db, 'cohorts', common.cohortId)
    const seriesId = tx.newId()
    const ids: string[] = []
    for (const { title, minutes, ...line } of lines) {
      const own = { minutes: minutes ?? common.minutes, title: title === '' ? common.title : title }
      ids.push(await createWorkshop(tx, { ...common, ...line, ...own }, seriesId))
    }
    return readWorkshops(tx.db, ids)
  },
  async update(tx, { id, version, fields: { fundings, ...fields }, scope }) {
    const row = await readWorkshopRow(tx.db, id)
    const followers = scope === 'following' ? await followingOf(tx.db, row) : []
    const columns = await workshopColumns(tx, row, fields)
    await refuseSettledHours(tx, row, columns)
    await refuseCalledAhead(tx, row, columns)
    await updateFields(tx, 'workshops', id, columns, new Set(Object.keys(fields)), version)
    for (const follower of followers) {
      const patch = await followingColumns(tx, follower, row, fields)
      await refuseSettledHours(tx, follower, patch)
      await refuseCalledAhead(tx, follower, patch)
      await tx.write.update('workshops', follower.id, patch)
    }
    if (fundings !== undefined) {
      for (const one of [row, ...followers]) {
        await refuseOtherPay(tx, one, fundings)
        if (await setFundings(tx, one.id, one.cohortId, fundings)) await tx.write.touch('workshops', one.id)
      }
    }
    return { outcome: 'saved', record: await readWorkshop(tx.db, id) }
  },
  async cancel(tx, { id, on, reason, scope }) {
    refuseSensitiveNumbers({ reason })
    const { wanted } = await withoutAttendances(tx, id, scope)
    for (const one of wanted) await tx.write.update('workshops', one, { cancelledOn: on, cancelledReason: reason })
    return readWorkshop(tx.db, id)
  },
  async reinstate(tx, { id }) {
    await refuseHoursBack(tx, await readWorkshopRow(tx.db, id))
    await tx.write.update('workshops', id, { cancelledOn: null, cancelledReason: null })
    return readWorkshop(tx.db, id)
  },
  async trash(tx, { id, scope }) {
    const { wanted, kept } = await withoutAttendances(tx, id, scope)
    for (const one of wanted) await tx.write.trash('workshops', one)
    return { changed: wanted.length, kept }
  },
  async restore(tx, { id }) {
    const row = await tx.db.selectFrom('workshops').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw new AppError('notFound', { entity: 'workshops', id })
    await refuseGone(tx.db, 'cohorts', row.cohortId)
    await refuseHoursBack(tx, row)
    await tx.write.restore('workshops', id)
    return readWorkshop(tx.db, id)
  },
}

interface Counted {
  readonly id: string
  readonly heldOn: string
  readonly minutes: number
}

/** A day or a duration that validated hours rest on stays as it is, and nothing is moved into such a month. */
async function refuseSettledHours(tx: WriteContext, row: Counted, patch: Partial<Counted>): Promise<void> {
  const { heldOn, minutes } = { ...row, ...patch }
  if (heldOn === row.heldOn && minutes === row.minutes) return
  const personIds = await peopleThere(tx, row.id)
  for (const day of new Set([row.heldOn, heldOn])) await refuseSettledPeople(tx, personIds, day)
}

/** A workshop whose roll was called took place: it cannot be moved to a day to come. */
async function refuseCalledAhead(tx: WriteContext, row: Counted, { heldOn }: Partial<Counted>): Promise<void> {
  if (heldOn === undefined || heldOn === row.heldOn || mayBeMarked('present', heldOn, tx.today())) return
  const called = await tx.db
    .selectFrom('attendances')
    .select('id')
    .where('workshopId', '=', row.id)
    .where('state', '<>', 'excused')
    .where('deletedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (called) throw new AppError('invalid', { field: 'heldOn', reason: 'calledAhead', day: heldOn })
}

/** Hours that counted for nothing, at a workshop cancelled or thrown away, do not come back into a validated month. */
async function refuseHoursBack(tx: WriteContext, { id, heldOn }: Counted): Promise<void> {
  await refuseSettledPeople(tx, await peopleThere(tx, id), heldOn)
}

async function refuseOtherPay(
  tx: WriteContext,
  { id, heldOn }: Counted,
  shares: readonly FundedShare[],
): Promise<void> {
  await refuseSettledShares(tx, { id, shares, personIds: await peopleThere(tx, id), coachIds: [], heldOn })
}

async function peopleThere(tx: WriteContext, workshopId: string): Promise<readonly string[]> {
  const there = await tx.db
    .selectFrom('attendances')
    .select('personId')
    .distinct()
    .where('workshopId', '=', workshopId)
    .where('minutes', '>', 0)
    .where('deletedAt', 'is', null)
    .execute()
  return there.map(({ personId }) => personId)
}

/**
 * The workshop, and those of its series after it if asked, where nobody's presence is noted: what took place is
 * neither cancelled nor thrown away. Refused when that is the workshop itself.
 */
async function withoutAttendances(
  tx: WriteContext,
  id: string,
  scope: 'one' | 'following',
): Promise<{ readonly wanted: readonly string[]; readonly kept: number }> {
  const row = await readWorkshopRow(tx.db, id)
  const followers = scope === 'following' ? await followingOf(tx.db, row) : []
  const ids = [row, ...followers].map((one) => one.id)
  const noted = await attendanceCounts(tx.db, ids)
  const attendances = noted.get(id) ?? 0
  if (attendances > 0) {
    const label = await labelOf(tx.db, 'workshops', id)
    throw new AppError('inUse', { entity: 'workshops', id, label, attendances })
  }
  const wanted = ids.filter((one) => !noted.has(one))
  return { wanted, kept: ids.length - wanted.length }
}
