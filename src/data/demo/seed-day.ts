import { dayGroups } from '../../shared/rules/day.ts'
import { addDays } from '../../shared/rules/days.ts'
import type { WriteContext } from '../context.ts'
import { day } from '../features/day.ts'
import { insertDocument } from '../features/documents.ts'
import { createSession } from '../features/session-write.ts'
import { supports } from '../features/supports.ts'
import { createTask } from '../features/tasks.ts'
import type { OpenDatabase } from '../open-database.ts'
import type { Chance } from './chance.ts'
import type { SeededPaper } from './seed-paper.ts'

interface Setting {
  readonly people: readonly string[]
  readonly paper: SeededPaper
}

const atOnce = 1000

/** What waits besides the clocks of referrals: reports, silences and papers in equal parts, then tasks up to the number. */
export async function seedDay(
  database: OpenDatabase,
  chance: Chance,
  { people, paper }: Setting,
  openItems: number,
): Promise<void> {
  const part = Math.floor(openItems / 8)
  const asked = [
    ...people.slice(0, part).map((personId) => (tx: WriteContext) => addReport(tx, chance, personId)),
    ...people.slice(part, part * 2).map((personId) => (tx: WriteContext) => addSilence(tx, chance, personId)),
    ...people.slice(part * 2, part * 3).map((personId) => (tx: WriteContext) => addPaper(tx, chance, personId, paper)),
  ]
  await inBatches(database, asked)
  const left = openItems - (await openNow(database))
  const tasks = Array.from({ length: Math.max(0, left) }, (_, index) => people[index % people.length] ?? null)
  await inBatches(
    database,
    tasks.map((personId) => (tx) => addTask(tx, chance, personId)),
  )
}

async function inBatches(
  database: OpenDatabase,
  works: readonly ((tx: WriteContext) => Promise<unknown>)[],
): Promise<void> {
  for (let from = 0; from < works.length; from += atOnce)
    await database.command('space.seed', async (tx) => {
      for (const work of works.slice(from, from + atOnce)) await work(tx)
    })
}

async function openNow(database: OpenDatabase): Promise<number> {
  const asked = { who: 'everyone' as const, axis: null, groups: [...dayGroups], limit: 1, offset: 0 }
  const { groups } = await day.list(database.read(), asked)
  return Object.values(groups).reduce((sum, count) => sum + count, 0)
}

function addReport(tx: WriteContext, chance: Chance, personId: string): Promise<unknown> {
  return createSession(tx, { personId, heldOn: addDays(tx.today(), -1 - chance.upTo(12)), startTime: '14:00' })
}

async function addSilence(tx: WriteContext, chance: Chance, personId: string): Promise<void> {
  if (tx.member === null) throw new Error('a base is seeded by a member')
  const startedOn = addDays(tx.today(), -30 - chance.upTo(60))
  await supports.open(tx, { personId, coachId: tx.member.id, programmeId: null, startedOn })
}

function addPaper(tx: WriteContext, chance: Chance, personId: string, paper: SeededPaper): Promise<unknown> {
  const until = { documentOn: addDays(tx.today(), -300), expiresOn: addDays(tx.today(), chance.upTo(50) - 25) }
  return insertDocument(tx, { owner: { personId }, kind: 'certificate', title: null, note: null, ...until, ...paper })
}

function addTask(tx: WriteContext, chance: Chance, personId: string | null): Promise<unknown> {
  const dueOn = addDays(tx.today(), chance.upTo(60) - 20)
  const assigneeId = chance.happens(0.5) ? (tx.member?.id ?? null) : null
  return createTask(tx, { title: 'Rappeler pour fixer un rendez-vous', kind: 'call', dueOn, assigneeId, personId })
}
