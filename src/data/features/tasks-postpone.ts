import { AppError } from '../../shared/errors.ts'
import { type Postponement, postponedTo } from '../../shared/rules/tasks.ts'
import type { ReadContext } from '../context.ts'

interface Postponed {
  readonly changed: number
  readonly kept: number
  readonly moves: { id: string; title: string; before: string | null; after: string }[]
}

const readAtOnce = 1000

/** From which day to which each open task would go, in the order of their days; done ones, and those there already, stay. */
export async function movesOf(
  context: Pick<ReadContext, 'db' | 'space' | 'today'>,
  ids: readonly string[],
  to: Postponement,
): Promise<Postponed> {
  const today = context.today()
  if ('on' in to && to.on < today) throw new AppError('invalid', { field: 'on' })
  const { region } = context.space.settings.serviceLevels
  const moves: Postponed['moves'] = []
  for (let start = 0; start < ids.length; start += readAtOnce) {
    const rows = await context.db
      .selectFrom('tasks')
      .select(['id', 'title', 'dueOn'])
      .where('id', 'in', ids.slice(start, start + readAtOnce))
      .where('doneOn', 'is', null)
      .execute()
    for (const { id, title, dueOn } of rows) {
      const after = postponedTo(dueOn, today, to, region)
      if (after !== dueOn) moves.push({ id, title, before: dueOn, after })
    }
  }
  moves.sort((a, b) => (a.before ?? '').localeCompare(b.before ?? '') || a.title.localeCompare(b.title))
  return { changed: moves.length, kept: ids.length - moves.length, moves }
}
