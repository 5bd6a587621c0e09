import type { day as contract } from '../../shared/features/day.ts'
import type { Handlers } from '../context.ts'
import { appointmentsOf } from './day/appointments.ts'
import { readDetail } from './day/detail.ts'
import { itemsOf } from './day/items.ts'
import { nextOf, pageOf, partOf, waitingOf } from './day/parts.ts'
import { queueOf } from './day/queue.ts'
import { snoozeLine, unsnoozeLine } from './day/snoozes.ts'
import { refuseGone } from './live-records.ts'
import { signature } from './referral-row.ts'

/** Ma journée: one queue over everything that waits. */
export const day: Handlers<typeof contract> = {
  async list(context, { who, axis, groups, limit, offset }) {
    const queue = await queueOf(context, who)
    const part = partOf(queue, axis)
    const page = pageOf(part, groups, offset, limit)
    const next = nextOf(part)
    const items = await itemsOf(context, next ? [...page, next] : page)
    return {
      items: items.slice(0, page.length),
      next: next ? (items.at(-1) ?? null) : null,
      groups: part.groups,
      ...waitingOf(queue),
    }
  },
  async counts(context) {
    const queue = await queueOf(context, 'mine')
    return { waiting: waitingOf(queue).waiting, late: partOf(queue, null).groups.late }
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
    await refuseGone(tx.db, 'people', personId)
    const at = tx.now().toISOString()
    await tx.write.insert('interactions', { personId, kind: 'call', at, result, memberId: signature(tx) })
    return {}
  },
}
