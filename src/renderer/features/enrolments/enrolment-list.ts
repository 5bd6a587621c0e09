import type { EnrolmentRow } from '../../../shared/features/enrolments'
import type { Condition, Filter, Sort } from '../../../shared/features/lists'
import { enrolmentStages } from '../../../shared/rules/enrolment-stages'
import { fold, sortKey } from '../../../shared/rules/fold'
import { genders, outcomeClasses, qpvStates } from '../../../shared/rules/values'
import type { FieldDescription } from '../../../shared/rules/lists'
import { type RowSelection, isSelected } from '../../ui/grid/selection'

/** What a list of a cohort can be narrowed by. A cohort is read whole: this is done on the screen's side. */
export const enrolmentListFields = {
  stage: { kind: 'choice', values: enrolmentStages, choices: 'enrolmentStage' },
  qpvState: { kind: 'choice', values: qpvStates, choices: 'qpvState' },
  gender: { kind: 'choice', values: genders, choices: 'gender' },
  outcomeClass: { kind: 'choice', values: outcomeClasses, choices: 'outcomeClass' },
  messageSentOn: { kind: 'date' },
} as const satisfies Record<string, FieldDescription>

export function keptRows(rows: readonly EnrolmentRow[], { search, conditions }: Filter): readonly EnrolmentRow[] {
  const words = fold(search).split(' ').filter(Boolean)
  return rows.filter((row) => {
    const text = ` ${fold([row.lastName, row.firstName, row.communeName, row.referralNumber].join(' '))}`
    return words.every((word) => text.includes(` ${word}`)) && conditions.every((condition) => holds(row, condition))
  })
}

function holds(row: EnrolmentRow, { field, operator, value }: Condition): boolean {
  const own = valueOf(row, field)
  const given = (Array.isArray(value) ? value : [value]).map(String)
  switch (operator) {
    case 'isEmpty':
      return own === null
    case 'isNotEmpty':
      return own !== null
    case 'isAnyOf':
      return own !== null && given.includes(own)
    case 'isNoneOf':
      return own === null || !given.includes(own)
    case 'after':
      return own !== null && own > (given[0] ?? '')
    case 'before':
      return own !== null && own < (given[0] ?? '')
    case 'between':
      return own !== null && own >= (given[0] ?? '') && own <= (given[1] ?? '')
    case 'contains':
    case 'startsWith':
    case 'is':
    case 'isNot':
    case 'atLeast':
    case 'atMost':
      return true // asked of no field of this list
  }
}

function valueOf(row: EnrolmentRow, field: string): string | null {
  switch (field) {
    case 'stage':
      return row.stage
    case 'qpvState':
      return row.qpvState
    case 'gender':
      return row.gender
    case 'outcomeClass':
      return row.outcomeClass
    case 'messageSentOn':
      return row.messageSentOn
    default:
      return null
  }
}

/** In the order asked, else in that of the stages; what is empty comes last. */
export function sortedRows(rows: readonly EnrolmentRow[], [sort]: readonly Sort[]): readonly EnrolmentRow[] {
  if (!sort) return rows
  const way = sort.direction === 'asc' ? 1 : -1
  return rows.toSorted((left, right) => {
    const [a, b] = [sortValue(left, sort.field), sortValue(right, sort.field)]
    if (a === b) return 0
    if (a === null || b === null) return a === null ? 1 : -1
    return (a < b ? -1 : 1) * way
  })
}

function sortValue(row: EnrolmentRow, field: string): string | number | null {
  switch (field) {
    case 'name':
      return sortKey(row.lastName, row.firstName)
    case 'stage':
      return enrolmentStages.indexOf(row.stage)
    case 'stageSince':
      return row.stageSince
    case 'rank':
      return row.rank
    case 'mean':
      return row.review?.mean ?? null
    case 'communeName':
      return row.communeName === null ? null : fold(row.communeName)
    case 'age':
      return row.age
    case 'enrolledOn':
      return row.enrolledOn
    case 'messageSentOn':
      return row.messageSentOn
    default:
      return null
  }
}

/** The selected rows, in the order they stand on screen. */
export function selectedRows(rows: readonly EnrolmentRow[], selection: RowSelection): readonly EnrolmentRow[] {
  return rows.filter(({ id }) => isSelected(selection, id))
}
