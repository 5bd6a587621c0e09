import type { hours as contract } from '../../shared/features/hours.ts'
import type { Handlers } from '../context.ts'
import { correctHours } from './hour-corrections.ts'
import { readStatement, validateMonth } from './hour-statements.ts'
import { readHoursOfMonth } from './hours-of-month.ts'

export const hours: Handlers<typeof contract> = {
  ofMonth: ({ db }, { month }) => readHoursOfMonth(db, month),
  statement: (context, { month, holder }) => readStatement(context, month, holder),
  async validate(tx, { month, holder }) {
    await validateMonth(tx, month, holder)
    return readStatement(tx, month, holder)
  },
  async correct(tx, input) {
    return { outcome: 'saved', record: { corrections: await correctHours(tx, input) } }
  },
}
