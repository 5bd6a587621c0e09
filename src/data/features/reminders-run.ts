import { type IsoDay, addDays } from '../../shared/rules/days.ts'
import { type ReminderDateField, datesToRemind, reminderKey, reminderPrefix } from '../../shared/rules/reminders.ts'
import type { ReadContext, ReadDb, WriteContext } from '../context.ts'
import type { DatedRecord } from './reminders-dated.ts'
import { datedRecords } from './reminders-dates.ts'
import { createTask } from './tasks.ts'

interface Rule {
  readonly id: string
  readonly dateField: ReminderDateField
  readonly offsetDays: number
}

/** What a rule would remind of today, if it had never reminded of anything. */
export async function toMake(
  context: Pick<ReadContext, 'db' | 'today'>,
  rule: Rule,
  known?: readonly DatedRecord[],
): Promise<readonly DatedRecord[]> {
  const { from, to } = datesToRemind(rule, context.today())
  const records = known ?? (await datedRecords(context.db, rule.dateField, { from: null, to: null }))
  return records.filter(({ date }) => date !== '' && date <= to && (from === null || date >= from))
}

/** Makes the tasks whose day has come. One that waits already for the same record follows its date instead. */
export async function followRule(
  tx: WriteContext,
  rule: Rule & { readonly title: string },
  going: readonly DatedRecord[],
): Promise<{ readonly made: number; readonly moved: number }> {
  const tasks = await tasksOf(tx.db, rule.id)
  const keys = new Set(tasks.map(({ ruleKey }) => ruleKey))
  const waiting = new Map(tasks.filter(isOpen).map((task) => [recordOf(task.ruleKey, rule.id), task]))
  const moved = await followDates(tx, rule, waiting, going, keys)
  let made = 0
  for (const record of await toMake(tx, rule, going)) {
    const ruleKey = reminderKey(rule.id, record.recordId, record.date)
    if (waiting.has(record.recordId) || keys.has(ruleKey)) continue
    const input = {
      ...record.owner,
      title: rule.title,
      kind: 'followUp' as const,
      dueOn: addDays(record.date, rule.offsetDays),
      assigneeId: await stillActive(tx.db, record.assigneeId),
    }
    await createTask(tx, input, { origin: 'rule', ruleKey })
    made += 1
  }
  return { made, moved }
}

/** A date that moved takes its reminder along, unless someone gave that reminder a day of their own. */
async function followDates(
  tx: WriteContext,
  rule: Rule,
  waiting: ReadonlyMap<string, RuleTask>,
  going: readonly DatedRecord[],
  keys: ReadonlySet<string>,
): Promise<number> {
  let moved = 0
  for (const { recordId, date } of going) {
    const task = waiting.get(recordId)
    if (!task || date === '') continue
    const before = dateOf(task.ruleKey)
    const ruleKey = reminderKey(rule.id, recordId, date)
    if (before === date || keys.has(ruleKey) || task.dueOn !== addDays(before, rule.offsetDays)) continue
    await tx.write.update('tasks', task.id, { dueOn: addDays(date, rule.offsetDays), ruleKey })
    moved += 1
  }
  return moved
}

/** Takes back what waits for a record that is closed, cancelled or in the trash: nobody is reminded of it. */
export async function withdrawOver(tx: WriteContext, ruleId: string, going: readonly DatedRecord[]): Promise<number> {
  const still = new Set(going.map(({ recordId }) => recordId))
  const over = (await tasksOf(tx.db, ruleId)).filter(
    (task) => isOpen(task) && !still.has(recordOf(task.ruleKey, ruleId)),
  )
  for (const { id } of over) await tx.write.trash('tasks', id)
  return over.length
}

/** The same for those whose rule is gone, as when its making was undone. */
export async function withdrawOrphans(tx: WriteContext, rules: ReadonlySet<string>): Promise<number> {
  const rows = await tx.db
    .selectFrom('tasks')
    .select(['id', 'ruleKey'])
    .where('origin', '=', 'rule')
    .where('doneOn', 'is', null)
    .where('deletedAt', 'is', null)
    .execute()
  const orphans = rows.filter(({ ruleKey }) => ![...rules].some((id) => ruleKey?.startsWith(reminderPrefix(id))))
  for (const { id } of orphans) await tx.write.trash('tasks', id)
  return orphans.length
}

interface RuleTask {
  readonly id: string
  readonly ruleKey: string
  readonly dueOn: string | null
  readonly doneOn: string | null
  readonly deletedAt: string | null
}

async function tasksOf(db: ReadDb, ruleId: string): Promise<RuleTask[]> {
  const rows = await db
    .selectFrom('tasks')
    .select(['id', 'ruleKey', 'dueOn', 'doneOn', 'deletedAt'])
    .where('ruleKey', 'like', `${reminderPrefix(ruleId)}%`)
    .execute()
  return rows.map((row) => ({ ...row, ruleKey: row.ruleKey ?? '' }))
}

function isOpen({ doneOn, deletedAt }: RuleTask): boolean {
  return doneOn === null && deletedAt === null
}

const dayLength = 10

function dateOf(key: string): IsoDay {
  return key.slice(-dayLength)
}

function recordOf(key: string, ruleId: string): string {
  return key.slice(reminderPrefix(ruleId).length, -dayLength - 1)
}

async function stillActive(db: ReadDb, memberId: string | null): Promise<string | null> {
  if (memberId === null) return null
  const row = await db
    .selectFrom('members')
    .select('id')
    .where('id', '=', memberId)
    .where('active', '=', 1)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}
