import type { Inputs } from '../../src/shared/contract.ts'
import type { EntityName } from '../../src/shared/features/history.ts'
import type { NewRow } from '../../src/data/writer.ts'
import type { TestApi } from './open-test-api.ts'

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

/** A row of another feature, written as its own would. */
export function put<E extends EntityName>({ database }: Pick<TestApi, 'database'>, entity: E, row: NewRow<E>) {
  return database.command('tests.put', (tx) => tx.write.insert(entity, row))
}

/** A cohort of a programme, its first day and its coordinator as given. */
export async function aCohort(
  test: Pick<TestApi, 'database'>,
  cohort: Partial<NewRow<'cohorts'>> = {},
): Promise<string> {
  const programmeId = await put(test, 'programmes', {
    kind: 'incubation',
    name: 'Lance ta boîte',
    sortKey: 'lance ta boite',
  })
  return put(test, 'cohorts', { programmeId, name: 'Promotion 2026-A', sortKey: 'promotion 2026 a', ...cohort })
}

export function aWorkshop(
  test: Pick<TestApi, 'database'>,
  cohortId: string,
  workshop: Partial<NewRow<'workshops'>> = {},
): Promise<string> {
  return put(test, 'workshops', {
    cohortId,
    kind: 'workshop',
    title: 'Fixer ses prix',
    heldOn: '2026-11-24',
    startTime: '14:00',
    endTime: '17:00',
    minutes: 180,
    ...workshop,
  })
}
