import type { Inputs } from '../../src/shared/contract.ts'

let counter = 0

/** Something to do, other than all that was made before. */
export function aTask(task: Partial<Inputs['tasks']['create']> = {}): Inputs['tasks']['create'] {
  counter += 1
  return { title: `Rappeler le fournisseur ${counter}`, kind: 'call', dueOn: '2026-11-25', ...task }
}

/** A call that was answered this morning. */
export function anInteraction(
  interaction: Partial<Inputs['interactions']['create']> = {},
): Inputs['interactions']['create'] {
  return { kind: 'call', at: '2026-11-23T08:00:00.000Z', minutes: 12, result: 'reached', ...interaction }
}

export function aReminderRule(
  rule: Partial<Inputs['reminders']['createRule']> = {},
): Inputs['reminders']['createRule'] {
  return { title: 'Prendre des nouvelles', dateField: 'supportStart', offsetDays: 30, active: true, ...rule }
}
