import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { Funding, NewSession, SessionFields } from '../../shared/features/sessions.ts'
import { type SessionState, mayBeInState } from '../../shared/rules/coaching.ts'
import { fundingProblem } from '../../shared/rules/funding-shares.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import type { Patch } from '../writer.ts'
import { refuseInactiveCoach, refuseMissingPerson } from './coaching-checks.ts'
import { updateFields } from './conflicts.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { refuseSettled, refuseSettledShares } from './settled-months.ts'
import { dropNextStep, keepNextStep } from './session-next-step.ts'

type SessionPatch = z.output<ReturnType<typeof SessionFields.partial>>

/** A session as it is logged: held today, in person, by whoever is at the keyboard, unless said otherwise. */
export async function createSession(tx: WriteContext, input: z.output<typeof NewSession>): Promise<string> {
  const { personId, fundings = [], nextStepOn = null, writtenUp = false, ...said } = input
  await refuseMissingPerson(tx.db, personId)
  const coachId = said.coachId ?? tx.member?.id
  if (coachId === undefined) throw new AppError('noMember')
  await refuseInactiveCoach(tx.db, coachId, 'coachId')
  const supportId = said.supportId === undefined ? await openSpell(tx.db, personId, coachId) : said.supportId
  const { state = 'held', heldOn = tx.today(), mode = 'inPerson', minutes = 60 } = said
  refuseImpossible(tx, state, heldOn)
  await refuseSettledHours(tx, null, { personId, coachId, state, heldOn, minutes })
  await refuseOtherSpell(tx.db, supportId, personId)
  await refuseShares(tx.db, fundings)
  const nextStep = emptyAsNull(said.nextStep ?? null)
  const id = await tx.write.insert('sessions', {
    personId,
    ...textsOf(said),
    ...given({ startTime: said.startTime }),
    supportId,
    coachId,
    state,
    heldOn,
    mode,
    minutes,
    themes: JSON.stringify(said.themes ?? []),
    writtenUpOn: writtenUp ? tx.today() : null,
  })
  await setFundings(tx, id, fundings)
  await keepNextStep(tx, { id, personId, coachId }, { title: nextStep, dueOn: nextStepOn })
  return id
}

export async function updateSession(
  tx: WriteContext,
  id: string,
  fields: SessionPatch,
  basedOn: number,
): Promise<void> {
  const row = await liveSession(tx.db, id)
  const { fundings, nextStepOn, writtenUp, supportId, coachId, startTime, minutes, mode, state, heldOn } = fields
  if (state !== undefined || heldOn !== undefined)
    refuseImpossible(tx, state ?? (row.state as SessionState), heldOn ?? row.heldOn)
  if (supportId !== undefined) await refuseOtherSpell(tx.db, supportId, row.personId)
  if (coachId !== undefined && coachId !== row.coachId) await refuseInactiveCoach(tx.db, coachId, 'coachId')
  if (fundings) await refuseShares(tx.db, fundings)
  await refuseSettledHours(tx, row, { ...row, ...given({ coachId, state, heldOn, minutes }) })
  const columns: Patch<'sessions'> = {
    ...textsOf(fields),
    ...given({ supportId, coachId, startTime, minutes, mode, state, heldOn }),
    ...(fields.themes === undefined ? {} : { themes: JSON.stringify(fields.themes) }),
    ...(writtenUp === undefined ? {} : { writtenUpOn: writtenUp ? (row.writtenUpOn ?? tx.today()) : null }),
  }
  const changed = await updateFields(tx, 'sessions', id, columns, new Set(Object.keys(fields)), basedOn)
  if (fundings) {
    const { personId, heldOn } = row
    await refuseSettledShares(tx, { id, shares: fundings, personIds: [personId], coachIds: [row.coachId], heldOn })
  }
  const paid = fundings ? await setFundings(tx, id, fundings) : false
  const { nextStep } = columns
  const stepSaid = nextStep !== undefined || nextStepOn !== undefined
  const owner = { id, personId: row.personId, coachId: coachId ?? row.coachId }
  const moved = stepSaid
    ? await keepNextStep(tx, owner, { title: nextStep === undefined ? row.nextStep : nextStep, dueOn: nextStepOn })
    : false
  if (!changed && (paid || moved)) await tx.write.touch('sessions', id)
}

/** With what it promised, if that is not done, and what paid for it. */
export async function trashSession(tx: WriteContext, id: string): Promise<void> {
  await refuseSettledHours(tx, await liveSession(tx.db, id), null)
  await setFundings(tx, id, [])
  await dropNextStep(tx, id)
  await tx.write.trash('sessions', id)
}

async function liveSession(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'sessions', id })
  return row
}

type Texts = { [Name in 'place' | 'privateNote' | 'shareableNote' | 'nextStep']?: string | null }

function textsOf(said: SessionPatch): Texts {
  const { place, privateNote, shareableNote, nextStep } = said
  const texts = given({ place, privateNote, shareableNote, nextStep })
  refuseSensitiveNumbers(texts)
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, emptyAsNull(text)]))
}

function refuseImpossible(tx: WriteContext, state: SessionState, heldOn: string): void {
  if (!mayBeInState(state, heldOn, tx.today())) throw new AppError('invalid', { field: 'heldOn', reason: 'future' })
}

interface Counted {
  readonly personId: string
  readonly coachId: string
  readonly state: string
  readonly heldOn: string
  readonly minutes: number
}

/** Hours that were validated stay as they are, on both sides of a move; notes and themes are still written. */
async function refuseSettledHours(tx: WriteContext, before: Counted | null, after: Counted | null): Promise<void> {
  const counted = [before, after].map((one) => (one?.state === 'held' && one.minutes > 0 ? one : null))
  const [old, wanted] = counted
  const same = old?.heldOn === wanted?.heldOn && old?.minutes === wanted?.minutes && old?.coachId === wanted?.coachId
  if (same) return
  for (const one of counted) if (one) await refuseSettled(tx, one)
}

/** The open spell it belongs to by itself. */
async function openSpell(db: ReadDb, personId: string, coachId: string): Promise<string | null> {
  const row = await db
    .selectFrom('supports')
    .select('id')
    .where('personId', '=', personId)
    .where('coachId', '=', coachId)
    .where('endedOn', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

async function refuseOtherSpell(db: ReadDb, id: string | null, personId: string): Promise<void> {
  if (id === null) return
  const row = await db
    .selectFrom('supports')
    .select('personId')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (row?.personId !== personId) throw new AppError('invalid', { field: 'supportId' })
}

async function refuseShares(db: ReadDb, fundings: readonly Funding[]): Promise<void> {
  const problem = fundingProblem(fundings)
  if (problem !== null) throw new AppError('invalid', { field: 'fundings', reason: problem })
  if (fundings.length === 0) return
  const known = await db
    .selectFrom('fundedActions')
    .select('id')
    .where(
      'id',
      'in',
      fundings.map(({ fundedActionId }) => fundedActionId),
    )
    .where('deletedAt', 'is', null)
    .execute()
  if (known.length < fundings.length) throw new AppError('invalid', { field: 'fundings', reason: 'unknown' })
}

/** Writes only what differs; says whether anything did. */
async function setFundings(tx: WriteContext, sessionId: string, fundings: readonly Funding[]): Promise<boolean> {
  const rows = await tx.db
    .selectFrom('sessionFundings')
    .select(['id', 'fundedActionId', 'share'])
    .where('sessionId', '=', sessionId)
    .where('deletedAt', 'is', null)
    .execute()
  const wanted = new Map(fundings.map(({ fundedActionId, share }) => [fundedActionId, share]))
  let changed = false
  for (const row of rows) {
    const share = wanted.get(row.fundedActionId)
    if (share === row.share) continue
    changed = true
    if (share === undefined) await tx.write.trash('sessionFundings', row.id)
    else await tx.write.update('sessionFundings', row.id, { share })
  }
  for (const { fundedActionId, share } of fundings) {
    if (rows.some((row) => row.fundedActionId === fundedActionId)) continue
    changed = true
    await tx.write.insert('sessionFundings', { sessionId, fundedActionId, share })
  }
  return changed
}
