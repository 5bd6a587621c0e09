import type { DayPage, day as contract } from '../../shared/features/day.ts'
import { type DayAxis, type DayGroup, axisOfReason, dayAxes, dayGroups, waitingGroups } from '../../shared/rules/day.ts'
import type { Handlers } from '../context.ts'
import { appointmentsOf } from './day/appointments.ts'
import { readDetail } from './day/detail.ts'
import { itemsOf } from './day/items.ts'
import { type Queue, queueOf } from './day/queue.ts'
import { snoozeLine, unsnoozeLine } from './day/snoozes.ts'
import { addTask, completeTask, refuseMissingPerson } from './day/task-acts.ts'
import { signature } from './referral-row.ts'

/** Ma journée: one queue over everything that waits. */
export const day: Handlers<typeof contract> = {
  async list(context, { who, axis, groups, limit, offset }) {
    const whole = await queueOf(context, who)
    const ofAxis = axis === null ? whole : whole.filter(({ reason }) => axisOfReason[reason] === axis)
    const wanted = groups.length === dayGroups.length ? ofAxis : ofAxis.filter(({ group }) => groups.includes(group))
    const next = ofAxis.find(({ group }) => group === 'later')
    const page = wanted.slice(offset, offset + limit)
    const items = await itemsOf(context, next ? [...page, next] : page)
    return {
      items: items.slice(0, page.length),
      next: next ? (items.at(-1) ?? null) : null,
      groups: countByGroup(ofAxis),
      ...waitingByAxis(whole),
    }
  },
  async counts(context) {
    const queue = await queueOf(context, 'mine')
    const { waiting } = waitingByAxis(queue)
    return { waiting, late: queue.filter(({ group }) => group === 'late').length }
  },
  async get(context, { key }) {
    return readDetail(context, key)
  },
  async appointments(context, { who }) {
    return appointmentsOf(context, who)
  },
  async snooze(tx, { key, until }) {
    await snoozeLine(tx, key, until)
    return {}
  },
  async unsnooze(tx, { key }) {
    await unsnoozeLine(tx, key)
    return {}
  },
  async noteCall(tx, { personId, result }) {
    await refuseMissingPerson(tx, personId)
    const at = tx.now().toISOString()
    await tx.write.insert('interactions', { personId, kind: 'call', at, result, memberId: signature(tx) })
    return {}
  },
  async addTask(tx, input) {
    return { id: await addTask(tx, input) }
  },
  async completeTask(tx, { id }) {
    await completeTask(tx, id)
    return {}
  },
}

function countByGroup(queue: Queue): DayPage['groups'] {
  const counts: Record<DayGroup, number> = { late: 0, today: 0, week: 0, later: 0, snoozed: 0 }
  for (const { group } of queue) counts[group] += 1
  return counts
}

/** What waits until the end of the week: what comes later is not before anyone yet. */
function waitingByAxis(queue: Queue): Pick<DayPage, 'axes' | 'waiting'> {
  const axes = Object.fromEntries(dayAxes.map((axis) => [axis, 0])) as Record<DayAxis, number>
  let waiting = 0
  for (const { reason, group } of queue) {
    if (!waitingGroups.some((one) => one === group)) continue
    axes[axisOfReason[reason]] += 1
    waiting += 1
  }
  return { axes, waiting }
}
