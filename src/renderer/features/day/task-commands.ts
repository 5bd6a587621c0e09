import { ask } from '../../api'

/** What the day writes of tasks, in one place. */
export async function addTask(title: string, dueOn: string | null): Promise<void> {
  await ask('day.addTask', { title, dueOn })
}

export async function completeTask(id: string): Promise<void> {
  await ask('day.completeTask', { id })
}
