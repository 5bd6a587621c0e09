import { AppError } from '../../shared/errors.ts'
import type { ReminderRule, reminders as contract } from '../../shared/features/reminders.ts'
import { type ReminderDateField, reminderPrefix } from '../../shared/rules/reminders.ts'
import type { Handlers, ReadDb } from '../context.ts'
import { given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { datedRecords } from './reminders-dates.ts'
import { followRule, toMake, withdrawOrphans, withdrawOver } from './reminders-run.ts'

export const reminders: Handlers<typeof contract> = {
  async rules({ db }) {
    const rows = await db
      .selectFrom('reminderRules')
      .select('id')
      .where('deletedAt', 'is', null)
      .orderBy('createdAt')
      .orderBy('id')
      .execute()
    return Promise.all(rows.map(({ id }) => readRule(db, id)))
  },
  async preview(context, rule) {
    return { tasks: (await toMake(context, { ...rule, id: '' })).length }
  },
  async createRule(tx, { active, ...fields }) {
    refuseSensitiveNumbers({ title: fields.title })
    const id = await tx.write.insert('reminderRules', { ...fields, active: Number(active) })
    return readRule(tx.db, id)
  },
  async updateRule(tx, { id, version, fields }) {
    await readRule(tx.db, id)
    const { active, ...others } = given(fields)
    refuseSensitiveNumbers({ title: others.title })
    const patch = { ...others, ...(active === undefined ? {} : { active: Number(active) }) }
    await tx.write.update('reminderRules', id, patch, version)
    return { outcome: 'saved', record: await readRule(tx.db, id) }
  },
  async removeRule(tx, { id }) {
    await readRule(tx.db, id)
    await tx.write.trash('reminderRules', id)
    await withdrawOver(tx, id, []) // what it had asked for goes with it
    return {}
  },
  async run(tx) {
    const rules = await tx.db.selectFrom('reminderRules').selectAll().where('deletedAt', 'is', null).execute()
    const sums = { made: 0, moved: 0, withdrawn: await withdrawOrphans(tx, new Set(rules.map(({ id }) => id))) }
    for (const { id, title, offsetDays, active, ...rule } of rules) {
      const dateField = rule.dateField as ReminderDateField
      const going = await datedRecords(tx.db, dateField, { from: null, to: null })
      sums.withdrawn += await withdrawOver(tx, id, going)
      if (active !== 1) continue
      const { made, moved } = await followRule(tx, { id, title, dateField, offsetDays }, going)
      sums.made += made
      sums.moved += moved
    }
    return sums
  },
}

async function readRule(db: ReadDb, id: string): Promise<ReminderRule> {
  const row = await db
    .selectFrom('reminderRules')
    .select(['id', 'version', 'title', 'dateField', 'offsetDays', 'active'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'reminderRules', id })
  const made = db.selectFrom('tasks').where('ruleKey', 'like', `${reminderPrefix(id)}%`)
  const open = await made
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('doneOn', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const last = await made.select((eb) => eb.fn.max('createdAt').as('at')).executeTakeFirstOrThrow()
  return {
    ...row,
    dateField: row.dateField as ReminderDateField,
    active: row.active === 1,
    openTasks: Number(open.count),
    lastOn: last.at,
  }
}
