import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../shared/errors'
import type { Barrier, Goal, Plan, PlanAction } from '../../../shared/features/plans'
import { isIsoDay } from '../../../shared/rules/days'
import { type InputOf, ask } from '../../api'
import type { FieldWords } from '../../forms/field-words'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'

export interface PlanUpdates {
  readonly goal: (goal: Goal, fields: InputOf<'plans.updateGoal'>['fields']) => Promise<boolean>
  readonly action: (action: PlanAction, fields: InputOf<'plans.updateAction'>['fields']) => Promise<boolean>
  readonly barrier: (barrier: Barrier, fields: InputOf<'plans.updateBarrier'>['fields']) => Promise<boolean>
  /** Runs one command of the plan, and says what it did or why not. */
  readonly run: (work: () => Promise<unknown>, done?: string) => Promise<void>
  /** What someone else changed meanwhile, field by field. */
  readonly dialog: ReactNode
}

/** Everything a plan is changed by, its conflicts settled in one place. */
export function usePlanUpdates(personId: string): PlanUpdates {
  const told = useTold()
  const said = usePlanWords()
  const words = { fieldLabel: said.label, valueLabel: said.value }
  const read = async <Kind extends 'goals' | 'actions' | 'barriers'>(kind: Kind, id: string) => {
    const rows: readonly Plan[Kind][number][] = (await ask('plans.ofPerson', { personId }))[kind]
    const found = rows.find((row) => row.id === id)
    if (!found) throw new AppError('notFound', { id })
    return found
  }
  const goal = useRecordUpdate<Goal, InputOf<'plans.updateGoal'>['fields']>({
    read: (id) => read('goals', id),
    write: (input) => ask('plans.updateGoal', input),
    ...words,
  })
  const action = useRecordUpdate<PlanAction, InputOf<'plans.updateAction'>['fields']>({
    read: (id) => read('actions', id),
    write: (input) => ask('plans.updateAction', input),
    ...words,
  })
  const barrier = useRecordUpdate<Barrier, InputOf<'plans.updateBarrier'>['fields']>({
    read: (id) => read('barriers', id),
    write: (input) => ask('plans.updateBarrier', input),
    ...words,
  })
  return {
    goal: goal.save,
    action: action.save,
    barrier: barrier.save,
    async run(work, done) {
      try {
        await work()
        if (done !== undefined) told.done(done)
      } catch (problem) {
        told.failed(problem)
      }
    },
    dialog: (
      <>
        {goal.dialog}
        {action.dialog}
        {barrier.dialog}
      </>
    ),
  }
}

const labels = {
  title: 'plans.titleOf',
  theme: 'plans.theme',
  targetOn: 'plans.targetOn',
  state: 'plans.state',
  who: 'plans.who',
  whoName: 'plans.whoName',
  dueOn: 'plans.dueOn',
  doneOn: 'plans.doneOn',
  kind: 'plans.kind',
  openedOn: 'plans.openedOn',
  closedOn: 'plans.closedOn',
  outcome: 'plans.outcome',
  note: 'plans.note',
} as const
const lists: Readonly<Record<string, string>> = {
  theme: 'coachingTheme',
  state: 'goalState',
  who: 'actionWho',
  kind: 'barrierKind',
  outcome: 'barrierOutcome',
}

function usePlanWords(): FieldWords {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  return useMemo(
    () => ({
      label: (field: string) => (field in labels ? t(labels[field as keyof typeof labels]) : field),
      value(field: string, value: unknown): string {
        if (typeof value !== 'string') return ''
        const list = lists[field]
        if (list) return choice(list, value)
        return isIsoDay(value) ? format.day(value) : value
      },
    }),
    [t, choice, format],
  )
}
