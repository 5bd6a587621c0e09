import { AppError } from '../../shared/errors.ts'
import type { LibraryEntry, plans as contract } from '../../shared/features/plans.ts'
import type { CoachingTheme } from '../../shared/rules/coaching.ts'
import { fold } from '../../shared/rules/fold.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { usualActions } from './coaching-defaults.ts'
import { given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'

type LibraryHandlers = Pick<Handlers<typeof contract>, 'library' | 'seedLibrary' | 'addToLibrary' | 'updateLibrary'>

/** The actions proposed to every plan. A plan keeps the words it took: a change here rewrites no plan. */
export const planLibrary: LibraryHandlers = {
  async library({ db }) {
    return readLibrary(db)
  },
  async seedLibrary(tx, { locale }) {
    if ((await readLibrary(tx.db)).length > 0) throw new AppError('alreadyExists', { entity: 'actionLibrary' })
    for (const [position, action] of usualActions.entries())
      await tx.write.insert('actionLibrary', { title: action[locale], theme: action.theme, position })
    return readLibrary(tx.db)
  },
  async addToLibrary(tx, { title, theme }) {
    const known = await readLibrary(tx.db)
    refuseTitle(known, title, null)
    return entryOf(tx, await tx.write.insert('actionLibrary', { title, theme, position: known.length }))
  },
  async updateLibrary(tx, { id, version, fields }) {
    const known = await readLibrary(tx.db)
    if (!known.some((entry) => entry.id === id)) throw new AppError('notFound', { entity: 'actionLibrary', id })
    const { title, theme, retired } = fields
    if (title !== undefined) refuseTitle(known, title, id)
    const columns = { ...given({ title, theme }), ...(retired === undefined ? {} : { retired: retired ? 1 : 0 }) }
    await tx.write.update('actionLibrary', id, columns, version)
    return { outcome: 'saved', record: await entryOf(tx, id) }
  },
}

async function readLibrary(db: ReadDb): Promise<LibraryEntry[]> {
  const rows = await db
    .selectFrom('actionLibrary')
    .select(['id', 'version', 'title', 'theme', 'retired'])
    .select((eb) =>
      eb
        .selectFrom('actions')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('actions.libraryId', '=', 'actionLibrary.id')
        .where('actions.deletedAt', 'is', null)
        .as('uses'),
    )
    .where('deletedAt', 'is', null)
    .orderBy('retired')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ theme, retired, uses, ...row }) => ({
    ...row,
    theme: theme as CoachingTheme | null, // checked when it was written
    retired: retired === 1,
    uses: Number(uses ?? 0),
  }))
}

async function entryOf(tx: WriteContext, id: string): Promise<LibraryEntry> {
  const entry = (await readLibrary(tx.db)).find((one) => one.id === id)
  if (!entry) throw new AppError('notFound', { entity: 'actionLibrary', id })
  return entry
}

function refuseTitle(known: readonly LibraryEntry[], title: string, exceptId: string | null): void {
  refuseSensitiveNumbers({ title })
  const same = known.find((entry) => fold(entry.title) === fold(title) && entry.id !== exceptId)
  if (same) throw new AppError('alreadyExists', { field: 'title', id: same.id, label: same.title })
}
