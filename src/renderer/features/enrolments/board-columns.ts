import type { EnrolmentRow } from '../../../shared/features/enrolments'
import { type EnrolmentStage, enrolmentMoveRule } from '../../../shared/rules/enrolment-stages'

/** The board has two faces: until the cohort is chosen, and once it runs. */
export const phases = ['choosing', 'running'] as const
export type Phase = (typeof phases)[number]
export type ColumnId = 'applied' | 'shortlisted' | 'waitlisted' | 'selected' | 'enrolled' | 'active' | 'done' | 'out'

interface ColumnStages {
  readonly id: ColumnId
  readonly stages: readonly EnrolmentStage[]
}

export const boardColumns: Readonly<Record<Phase, readonly ColumnStages[]>> = {
  choosing: [
    { id: 'applied', stages: ['applied'] },
    { id: 'shortlisted', stages: ['shortlisted'] },
    { id: 'waitlisted', stages: ['waitlisted'] },
    { id: 'selected', stages: ['selected'] },
    { id: 'out', stages: ['refused', 'withdrawn'] },
  ],
  running: [
    { id: 'selected', stages: ['selected'] },
    { id: 'enrolled', stages: ['enrolled'] },
    { id: 'active', stages: ['active'] },
    { id: 'done', stages: ['completed', 'alumnus'] },
    { id: 'out', stages: ['dropout'] },
  ],
}

/** Until someone has entered, one is choosing. */
export function phaseOf(rows: readonly Pick<EnrolmentRow, 'enrolledOn'>[]): Phase {
  return rows.some(({ enrolledOn }) => enrolledOn !== null) ? 'running' : 'choosing'
}

/** The first stage of a column that someone may move to from where they are. */
export function targetIn(
  columns: readonly ColumnStages[],
  columnId: string,
  row: Pick<EnrolmentRow, 'stage' | 'nextStages'>,
): EnrolmentStage | null {
  const column = columns.find(({ id }) => id === columnId)
  if (!column || column.stages.includes(row.stage)) return null
  return row.nextStages.find((stage) => column.stages.includes(stage)) ?? null
}

/** Whether a drop says it all, or the drawer must ask for reasons first. */
export function movesAtOnce(from: EnrolmentStage, to: EnrolmentStage): boolean {
  return enrolmentMoveRule(from, to)?.requires.length === 0
}
