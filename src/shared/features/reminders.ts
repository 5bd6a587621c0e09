import * as z from 'zod'
import { Nothing, Saved, command, query } from '../endpoint.ts'
import { reminderDateFields } from '../rules/reminders.ts'
import { ById } from './fields.ts'

export const ReminderFields = z.strictObject({
  title: z.string().trim().min(1).max(120),
  dateField: z.enum(reminderDateFields),
  /** Before the date when negative. */
  offsetDays: z.number().int().min(-365).max(365),
  active: z.boolean(),
})
export type ReminderFields = z.infer<typeof ReminderFields>

/** A rule, how many of its reminders wait, and when it last reminded. */
export const ReminderRule = ReminderFields.extend({
  id: z.string(),
  version: z.number().int(),
  openTasks: z.number().int(),
  lastOn: z.string().nullable(),
})
export type ReminderRule = z.infer<typeof ReminderRule>

export const reminders = {
  rules: query(Nothing, z.array(ReminderRule)),
  /** How many reminders this rule would make today, before it works. */
  preview: query(ReminderFields.pick({ dateField: true, offsetDays: true }), z.object({ tasks: z.number().int() })),
  createRule: command(ReminderFields, ReminderRule),
  updateRule: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: ReminderFields.partial() }),
    Saved(ReminderRule),
  ),
  removeRule: command(ById, Nothing),
  /**
   * Makes the tasks whose day has come, moves those whose date changed, takes back those whose record is over.
   * Asked when a space opens and when the day changes; asking twice makes nothing twice.
   */
  run: command(Nothing, z.object({ made: z.number().int(), moved: z.number().int(), withdrawn: z.number().int() })),
}
