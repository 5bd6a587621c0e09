import type { DayItem } from '../../../shared/features/day.ts'
import { type DayAct, type DayReason, type QueuedLine, axisOfReason } from '../../../shared/rules/day.ts'
import { daysBetween } from '../../../shared/rules/days.ts'
import type { SpaceKind } from '../../../shared/rules/values.ts'
import type { ReadContext } from '../../context.ts'
import { contactPointsOf, firstValue } from '../contact-points.ts'
import { sources } from './queue.ts'
import { type Said, nothingSaid } from './source.ts'

/** The lines of a page with all they show: a question for each reason, whatever their number. */
export async function itemsOf(context: ReadContext, lines: readonly QueuedLine[]): Promise<DayItem[]> {
  if (lines.length === 0) return []
  const said = await saidOf(context, lines)
  const people = await peopleOf(context, lines)
  const today = context.today()
  return lines.map((line) => {
    const { opens, otherPhone, ...facts } = said.get(line.key) ?? nothingSaid
    const { reason, recordId, personId, dueOn, dueTime, key, group, snoozedUntil, others } = line
    const known = personId === null ? undefined : people.get(personId)
    return {
      key,
      reason,
      group,
      dueOn,
      dueTime,
      snoozedUntil,
      others,
      recordId,
      opens,
      facts,
      axis: axisOfReason[reason],
      act: actOf(reason, facts.code, context.space.kind),
      person: known?.person ?? null,
      phone: otherPhone === undefined ? (known?.phone ?? null) : otherPhone,
      daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
    }
  })
}

async function saidOf(context: ReadContext, lines: readonly QueuedLine[]): Promise<ReadonlyMap<string, Said>> {
  const all = new Map<string, Said>()
  for (const { reasons, said } of sources) {
    const own = lines.filter(({ reason }) => reasons.includes(reason))
    if (own.length === 0) continue
    const found = await said(
      context,
      own.map(({ recordId }) => recordId),
    )
    for (const { key, recordId } of own) all.set(key, found.get(recordId) ?? nothingSaid)
  }
  return all
}

interface Reachable {
  readonly person: NonNullable<DayItem['person']>
  readonly phone: string | null
}

async function peopleOf({ db }: ReadContext, lines: readonly QueuedLine[]) {
  const ids = [...new Set(lines.flatMap(({ personId }) => personId ?? []))]
  if (ids.length === 0) return new Map<string, Reachable>()
  const people = await db.selectFrom('people').select(['id', 'lastName', 'firstName']).where('id', 'in', ids).execute()
  const points = await contactPointsOf(db, 'personId', ids)
  return new Map<string, Reachable>(
    people.map((person) => [person.id, { person, phone: firstValue(points.get(person.id), 'phone') }]),
  )
}

/** A landlord does not work on what it sent: it looks. */
function actOf(reason: DayReason, code: string | null, kind: SpaceKind): DayAct {
  if (kind === 'landlord' && reason !== 'draftReferral' && reason !== 'expiry' && reason !== 'task') return 'open'
  switch (reason) {
    case 'acknowledge':
      return 'acknowledge'
    case 'contactAttempts':
      return code === null ? 'call' : 'decide' // enough was tried: to close is what the clock proposes
    case 'firstContact':
    case 'noNews':
    case 'absences':
    case 'proposal':
    case 'followUp':
      return 'call'
    case 'decision':
    case 'consentMissing':
      return 'decide'
    case 'waitlistReview':
      return 'review'
    case 'feedback':
      return 'tell'
    case 'draftReferral':
      return 'send'
    case 'sessionToWrite':
      return 'writeUp'
    case 'sheet':
      return 'sign'
    case 'expiry':
    case 'consentRenewal':
      return 'renew'
    case 'task':
      return 'finish'
  }
}
