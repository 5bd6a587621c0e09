import { AppError } from '../../shared/errors.ts'
import type { plans as contract } from '../../shared/features/plans.ts'
import type { Handlers } from '../context.ts'
import { refuseBackwards, refuseFuture, refuseMissingPerson } from './coaching-checks.ts'
import { updateFields } from './conflicts.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { readBarrier } from './plan-read.ts'

type BarrierHandlers = Pick<Handlers<typeof contract>, 'openBarrier' | 'updateBarrier' | 'removeBarrier'>

/** What stands in the way of someone: opened on a day, closed on another with what came of it. */
export const planBarriers: BarrierHandlers = {
  async openBarrier(tx, { personId, kind, openedOn, note }) {
    await refuseMissingPerson(tx.db, personId)
    refuseFuture(tx, 'openedOn', openedOn)
    refuseSensitiveNumbers({ note })
    const id = await tx.write.insert('barriers', { personId, kind, openedOn, note: emptyAsNull(note) })
    return readBarrier(tx.db, id)
  },
  async updateBarrier(tx, { id, version, fields }) {
    const row = await readBarrier(tx.db, id)
    const { kind, openedOn, closedOn, note } = fields
    const closes = closedOn === undefined ? row.closedOn : closedOn
    // an outcome goes with the day it closed: one that is opened again has none
    const outcome = closes === null ? null : fields.outcome === undefined ? row.outcome : fields.outcome
    if (closes !== null && outcome === null) throw new AppError('invalid', { field: 'outcome' })
    refuseFuture(tx, 'openedOn', openedOn)
    refuseFuture(tx, 'closedOn', closedOn)
    refuseBackwards('closedOn', openedOn ?? row.openedOn, closes)
    refuseSensitiveNumbers({ note })
    const columns = {
      ...given({ kind, openedOn, closedOn }),
      outcome,
      ...(note === undefined ? {} : { note: emptyAsNull(note) }),
    }
    await updateFields(tx, 'barriers', id, columns, new Set(Object.keys(fields)), version)
    return { outcome: 'saved', record: await readBarrier(tx.db, id) }
  },
  async removeBarrier(tx, { id }) {
    await readBarrier(tx.db, id)
    await tx.write.trash('barriers', id)
    return {}
  },
}
