import type { ListDefinition } from '../list-definition.ts'
import { taskListFields } from '../../shared/rules/lists.ts'

const never = '9999-12-31' // after every date: what has no day comes last

/** How the list of tasks is filtered and sorted: by the day they are due, unless asked otherwise. */
export const taskList: ListDefinition<'tasks'> = {
  table: 'tasks',
  descriptions: taskListFields,
  defaultSort: { field: 'dueOn', direction: 'asc' },
  searched: (eb) => eb.ref('tasks.title'),
  foundThrough: [
    { table: 'people', link: (eb) => eb.ref('tasks.personId') },
    { table: 'organisations', link: (eb) => eb.ref('tasks.organisationId') },
    { table: 'referrals', link: (eb) => eb.ref('tasks.referralId') },
  ],
  fields: {
    title: { value: (eb) => eb.ref('tasks.title'), sortBy: (eb) => eb.fn<string>('fold', ['tasks.title']) },
    kind: { value: (eb) => eb.ref('tasks.kind') },
    dueOn: { value: (eb) => eb.ref('tasks.dueOn'), sortBy: (eb) => eb.fn.coalesce('tasks.dueOn', eb.val(never)) },
    assigneeName: {
      value: (eb) =>
        eb.selectFrom('members').select('members.name').whereRef('members.id', '=', 'tasks.assigneeId').$asScalar(),
    },
    assigneeId: { value: (eb) => eb.ref('tasks.assigneeId') },
    personName: {
      value: (eb) =>
        eb.selectFrom('people').select('people.sortKey').whereRef('people.id', '=', 'tasks.personId').$asScalar(),
      folded: true,
    },
    organisationName: {
      value: (eb) =>
        eb
          .selectFrom('organisations')
          .select('organisations.name')
          .whereRef('organisations.id', '=', 'tasks.organisationId')
          .$asScalar(),
    },
    recurrence: { value: (eb) => eb.ref('tasks.recurrence') },
    origin: { value: (eb) => eb.ref('tasks.origin') },
    doneOn: { value: (eb) => eb.ref('tasks.doneOn') },
    createdAt: { value: (eb) => eb.ref('tasks.createdAt') },
  },
}
