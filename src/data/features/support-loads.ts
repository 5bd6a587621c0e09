import type { CaseloadRow, CoachLoad } from '../../shared/features/supports.ts'
import { daysBetween } from '../../shared/rules/days.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { contactPointsOf, firstValue } from './contact-points.ts'
import { lastInTouch } from './in-touch.ts'
import { toWriteUp } from './session-read.ts'
import { readSupports } from './support-read.ts'

/** The open spells of a coach, the longest without news first. */
export async function readCaseload(context: ReadContext, coachId: string): Promise<CaseloadRow[]> {
  const rows = await readSupports(context, (query) =>
    query
      .where('supports.coachId', '=', coachId)
      .where('supports.endedOn', 'is', null)
      .where('people.deletedAt', 'is', null)
      .orderBy('people.sortKey'),
  )
  const news = await lastInTouch(context.db, followed(context.db))
  const points = await contactPointsOf(
    context.db,
    'personId',
    rows.map(({ personId }) => personId),
  )
  return rows
    .map((row) => ({
      ...row,
      phone: firstValue(points.get(row.personId) ?? [], 'phone'),
      quietDays: quietDays(context, row, news),
    }))
    .sort((a, b) => b.quietDays - a.quietDays)
}

/** What each coach carries now; a member who neither coaches nor did this month is left out, unless they are active. */
export async function readLoads(context: ReadContext, quietFrom: number): Promise<CoachLoad[]> {
  const { db, today } = context
  const coaches = await db
    .selectFrom('members')
    .select(['id', 'name', 'active'])
    .where('deletedAt', 'is', null)
    .orderBy('name')
    .execute()
  const open = await openSpells(db)
  const news = await lastInTouch(db, followed(db))
  const month = await sessionsOfMonth(db, today().slice(0, 7))
  const unwritten = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .select((eb) => ['sessions.coachId', eb.fn.countAll<number>().as('count')])
    .where('sessions.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .where((eb) => toWriteUp(eb, today()))
    .groupBy('sessions.coachId')
    .execute()
  return coaches
    .map(({ id, name, active }) => {
      const spells = open.filter(({ coachId }) => coachId === id)
      const held = month.filter(({ coachId }) => coachId === id)
      return {
        coachId: id,
        coachName: name,
        active: active === 1,
        open: spells.length,
        sessionsThisMonth: held.length,
        minutesThisMonth: held.reduce((sum, { minutes }) => sum + minutes, 0),
        withoutNews: spells.filter((spell) => quietDays(context, spell, news) >= quietFrom).length,
        toWriteUp: Number(unwritten.find(({ coachId }) => coachId === id)?.count ?? 0),
      }
    })
    .filter((load) => load.active || load.open + load.sessionsThisMonth + load.toWriteUp > 0)
}

async function openSpells(db: ReadDb) {
  return db
    .selectFrom('supports')
    .innerJoin('people', 'people.id', 'supports.personId')
    .select(['supports.coachId', 'supports.personId', 'supports.startedOn'])
    .where('supports.endedOn', 'is', null)
    .where('supports.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .execute()
}

/** Those held since the first of the month: few enough to be added up here, and found by their day. */
async function sessionsOfMonth(db: ReadDb, month: string) {
  return db
    .selectFrom('sessions')
    .select(['coachId', 'minutes'])
    .where('state', '=', 'held')
    .where('deletedAt', 'is', null)
    .where('heldOn', '>=', `${month}-01`)
    .where('heldOn', '<=', `${month}-31`)
    .execute()
}

function followed(db: ReadDb) {
  return db
    .selectFrom('supports')
    .select('supports.personId')
    .where('supports.endedOn', 'is', null)
    .where('supports.deletedAt', 'is', null)
    .$asScalar()
}

function quietDays(
  { today }: Pick<ReadContext, 'today'>,
  spell: { readonly personId: string; readonly startedOn: string },
  news: ReadonlyMap<string, string>,
): number {
  const last = news.get(spell.personId) ?? ''
  return Math.max(0, daysBetween(last > spell.startedOn ? last : spell.startedOn, today()))
}
