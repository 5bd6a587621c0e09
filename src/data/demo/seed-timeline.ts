import { addDays } from '../../shared/rules/days.ts'
import type { WriteContext } from '../context.ts'
import { insertDocument } from '../features/documents.ts'
import { interactions } from '../features/interactions.ts'
import { readTimeline } from '../features/people-timeline.ts'
import { plans } from '../features/plans.ts'
import { createReferral } from '../features/referral-create.ts'
import { createSession } from '../features/session-write.ts'
import { supports } from '../features/supports.ts'
import type { Chance } from './chance.ts'
import { onDay } from './cohort-life.ts'
import { inventReferral, two } from './invent.ts'
import { walk } from './referral-path.ts'
import type { SeededPaper } from './seed-paper.ts'

interface Followed {
  readonly personId: string
  readonly landlordId: string
  readonly paper: SeededPaper
}

/** Three years of someone's life with the association, until so many things are told of it. */
export async function fillTimeline(
  tx: WriteContext,
  chance: Chance,
  { personId, landlordId, paper }: Followed,
  wanted: number,
): Promise<void> {
  await addReferral(tx, chance, personId, landlordId)
  await addSupport(tx, personId, Math.floor(wanted * 0.35))
  await addPlan(tx, personId, Math.floor(wanted * 0.05))
  for (let index = 0; index < wanted * 0.1; index += 1)
    await insertDocument(tx, { owner: { personId }, kind: 'other', title: null, ...dates(tx, index), ...paper })
  const told = await readTimeline(tx.db, personId, wanted + 1)
  for (let index = told.length; index < wanted; index += 1) {
    const at = `${addDays(tx.today(), -chance.upTo(1000) - 1)}T${two(8 + chance.upTo(9))}:15:00.000Z`
    const what = { kind: 'call', at, minutes: 10, result: 'reached', note: 'A reçu le devis.' } as const
    await interactions.create(tx, { personId, organisationId: null, ...what })
  }
}

async function addReferral(tx: WriteContext, chance: Chance, personId: string, landlordId: string): Promise<void> {
  const began = addDays(tx.today(), -240)
  const what = { kind: 'association', began, draft: false, assignedToId: null } as const
  const id = await createReferral(tx, inventReferral(chance, { personId, landlordId, residenceId: null }, what))
  await walk(tx, chance, id, 'accepted', began)
}

async function addSupport(tx: WriteContext, personId: string, count: number): Promise<void> {
  const coachId = tx.member?.id
  if (coachId === undefined) throw new Error('a base is seeded by a member')
  const startedOn = addDays(tx.today(), -7 * count)
  await supports.open(tx, { personId, coachId, programmeId: null, startedOn })
  for (let week = 0; week < count; week += 1)
    await createSession(tx, {
      personId,
      heldOn: addDays(startedOn, 7 * week),
      startTime: '10:00',
      themes: ['project'],
      shareableNote: 'Point sur le projet : prix à revoir.',
      writtenUp: true,
    })
}

async function addPlan(tx: WriteContext, personId: string, count: number): Promise<void> {
  for (let index = 0; index < count / 2; index += 1) {
    const on = addDays(tx.today(), -30 * (index + 1))
    const then = onDay(tx, on)
    const goal = await plans.addGoal(then, { personId, title: 'Trouver un local', theme: null, targetOn: null })
    await plans.updateGoal(then, { id: goal.id, version: goal.version, fields: { state: 'reached' } })
    const openedOn = addDays(on, -60)
    const barrier = await plans.openBarrier(then, { personId, kind: 'childcare', openedOn, note: null })
    const closed = { closedOn: on, outcome: 'resolved' } as const
    await plans.updateBarrier(then, { id: barrier.id, version: barrier.version, fields: closed })
  }
}

function dates(tx: WriteContext, index: number) {
  return { documentOn: addDays(tx.today(), -10 * index), expiresOn: null, note: null }
}
