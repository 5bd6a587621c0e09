import type { WriteContext } from '../context.ts'
import { reminders } from '../features/reminders.ts'

const title = { fr: 'Renouveler la pièce qui expire', en: 'Renew the paper about to expire' }

/** One rule at work, with the reminders of the papers that expire within the month. */
export async function fillReminders(tx: WriteContext, locale: 'fr' | 'en'): Promise<void> {
  await reminders.createRule(tx, { title: title[locale], dateField: 'documentExpiry', offsetDays: -30, active: true })
  await reminders.run(tx, {})
}
