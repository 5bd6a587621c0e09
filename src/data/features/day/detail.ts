import type { DayDetail, DayItem } from '../../../shared/features/day.ts'
import type { QueuedLine } from '../../../shared/rules/day.ts'
import { ageOn } from '../../../shared/rules/days.ts'
import type { BestTime, ContactAttemptResult, ContactChannel, ContactPreference } from '../../../shared/rules/values.ts'
import type { ReadContext } from '../../context.ts'
import { attemptsOf } from '../referral-clocks.ts'
import { qpvName } from '../territory.ts'
import { itemsOf } from './items.ts'
import { queueOf } from './queue.ts'

/** One line with what helps to act on it; null once it waits no more. */
export async function readDetail(context: ReadContext, key: string): Promise<DayDetail | null> {
  const isIt = (line: QueuedLine) => line.key === key
  const line = (await queueOf(context, 'mine')).find(isIt) ?? (await queueOf(context, 'everyone')).find(isIt)
  const [item] = line ? await itemsOf(context, [line]) : []
  if (!item) return null
  const card = item.person === null ? null : await cardOf(context, item.person.id)
  return { ...item, callOn: callOf(context, item), card, past: await pastOf(context, item) }
}

/** Attempts are noted on a referral while it is worked on, by the association alone. */
function callOf({ space }: ReadContext, { person, reason }: DayItem): DayDetail['callOn'] {
  if (person === null) return null
  switch (reason) {
    case 'firstContact':
    case 'contactAttempts':
    case 'decision':
    case 'waitlistReview':
      return space.kind === 'association' ? 'referral' : null
    case 'acknowledge':
    case 'feedback':
      return null
    case 'draftReferral':
    case 'sessionToWrite':
    case 'noNews':
    case 'absences':
    case 'proposal':
    case 'followUp':
    case 'sheet':
    case 'expiry':
    case 'consentRenewal':
    case 'consentMissing':
    case 'task':
      return 'person'
  }
}

async function cardOf(context: ReadContext, id: string): Promise<DayDetail['card']> {
  const { db, resources } = context
  const row = await db
    .selectFrom('people')
    .select(['birthDate', 'birthYear', 'city', 'qpvState', 'qpvCode', 'contactPreference', 'bestTimes', 'languageHelp'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    age: ageOf(row, context.today()),
    city: row.city,
    qpvName: row.qpvState === 'in' ? (qpvName(resources, row.qpvCode) ?? row.qpvCode) : null,
    preference: row.contactPreference as ContactPreference | null,
    bestTimes: JSON.parse(row.bestTimes) as BestTime[],
    languageHelp: row.languageHelp === 1,
  }
}

/** A year alone gives the age that is reached this year. */
function ageOf(
  { birthDate, birthYear }: { readonly birthDate: string | null; readonly birthYear: number | null },
  today: string,
): number | null {
  if (birthDate !== null) return ageOn(birthDate, today)
  return birthYear === null ? null : Number(today.slice(0, 4)) - birthYear
}

const mostPast = 6

async function pastOf({ db }: ReadContext, item: DayItem): Promise<DayDetail['past']> {
  if (item.reason === 'feedback') return []
  if (item.opens?.entity === 'referrals' && item.axis !== 'papers') {
    const attempts = await attemptsOf(db, [item.opens.id])
    return attempts.slice(-mostPast).map(({ id, at, channel, result }) => ({
      id,
      at,
      channel: channel as ContactChannel,
      result: result as ContactAttemptResult,
    }))
  }
  if (item.person === null) return []
  const calls = await db
    .selectFrom('interactions')
    .select(['id', 'at', 'kind', 'result'])
    .where('personId', '=', item.person.id)
    .where('kind', 'in', ['call', 'email'])
    .where('deletedAt', 'is', null)
    .orderBy('at', 'desc')
    .limit(mostPast)
    .execute()
  return calls.reverse().map(({ id, at, kind, result }) => ({
    id,
    at,
    channel: kind === 'email' ? ('email' as const) : ('phone' as const),
    result: result as ContactAttemptResult | null,
  }))
}
