import { AppError } from '../../shared/errors.ts'
import type { HourStatement, Holder, StatementLine } from '../../shared/features/hours.ts'
import { displayName } from '../../shared/rules/fold.ts'
import { daysOfMonth, monthOf, sumOf } from '../../shared/rules/hours.ts'
import type { ReadContext, ReadDb, WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { type ReadLine, readHourLines } from './hour-lines.ts'
import { signature } from './referral-row.ts'
import type { ValidatedLine } from './settled-months.ts'

/** A month of a coach or a person: its hours as they are, what was validated, and what was corrected since. */
export async function readStatement(context: ReadContext, month: string, holder: Holder): Promise<HourStatement> {
  const { db, space } = context
  const name = await labelOf(db, holder.kind === 'coach' ? 'members' : 'people', holder.id)
  if (name === '') throw new AppError('notFound', { entity: holder.kind, id: holder.id })
  const lines = await linesOf(db, month, holder)
  const totals = totalsOf(lines)
  const validated = await readValidated(db, month, holder)
  const corrections = validated === null ? [] : await readCorrections(db, validated.id, holder)
  return {
    month,
    holder,
    name,
    associationName: space.organisationName,
    lines: lines.map((line) => asStatementLine(line, holder)),
    totals,
    validated,
    corrections,
  }
}

/** Keeps what the month holds on the day it is validated. A month to come holds nothing yet. */
export async function validateMonth(tx: WriteContext, month: string, holder: Holder): Promise<void> {
  const validatedById = signature(tx)
  if (month > monthOf(tx.today())) throw new AppError('invalid', { field: 'month', reason: 'future' })
  const { totals, validated } = await readStatement(tx, month, holder)
  const lines = (await linesOf(tx.db, month, holder)).map((line): ValidatedLine => ({
    ...asStatementLine(line, holder),
    shares: line.shares.map(({ fundedActionId, share }) => ({ fundedActionId, share })),
  }))
  if (validated !== null) throw new AppError('alreadyExists', { field: 'month' })
  if (lines.length === 0) throw new AppError('invalid', { field: 'month', reason: 'empty' })
  await tx.write.insert('hourStatements', {
    month,
    coachId: holder.kind === 'coach' ? holder.id : null,
    personId: holder.kind === 'person' ? holder.id : null,
    individualMinutes: totals.individual,
    groupMinutes: totals.group,
    lines: JSON.stringify(lines),
    validatedOn: tx.today(),
    validatedById,
  })
}

async function linesOf(db: ReadDb, month: string, holder: Holder): Promise<readonly ReadLine[]> {
  const whose = holder.kind === 'coach' ? { coachId: holder.id } : { personId: holder.id }
  return (await readHourLines(db, { ...daysOfMonth(month), ...whose })).filter(({ minutes }) => minutes > 0)
}

function totalsOf(lines: readonly ReadLine[]) {
  return { individual: sumOf(lines, 'individual'), group: sumOf(lines, 'group') }
}

function asStatementLine(line: ReadLine, holder: Holder): StatementLine {
  const { kind, id, personId, workshopId, heldOn, title, halfDay, minutes } = line
  const withName = holder.kind === 'coach' ? displayName(line.lastName, line.firstName) : line.coachName
  return { kind, id, personId, workshopId, heldOn, title, halfDay, withName, minutes }
}

async function readValidated(db: ReadDb, month: string, holder: Holder): Promise<HourStatement['validated']> {
  const row = await db
    .selectFrom('hourStatements')
    .leftJoin('members', 'members.id', 'hourStatements.validatedById')
    .select([
      'hourStatements.id',
      'validatedOn as on',
      'members.name as by',
      'individualMinutes as individual',
      'groupMinutes as group',
    ])
    .where(holder.kind === 'coach' ? 'coachId' : 'personId', '=', holder.id)
    .where('month', '=', month)
    .where('hourStatements.deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { individual, group, ...said } = row
  return { ...said, totals: { individual, group } }
}

async function readCorrections(db: ReadDb, statementId: string, holder: Holder): Promise<HourStatement['corrections']> {
  const rows = await db
    .selectFrom('hourCorrections')
    .leftJoin('members', 'members.id', 'hourCorrections.memberId')
    .leftJoin('sessions', 'sessions.id', 'hourCorrections.sessionId')
    .leftJoin('people', 'people.id', 'sessions.personId')
    .leftJoin('members as coaches', 'coaches.id', 'sessions.coachId')
    .leftJoin('attendances', 'attendances.id', 'hourCorrections.attendanceId')
    .leftJoin('workshops', 'workshops.id', 'attendances.workshopId')
    .select((eb) => [
      'hourCorrections.id',
      'hourCorrections.at',
      'members.name as by',
      eb.fn.coalesce('sessions.heldOn', 'workshops.heldOn').as('heldOn'),
      'workshops.title as what',
      'beforeMinutes',
      'afterMinutes',
      'reason',
      'people.firstName',
      'people.lastName',
      'coaches.name as coachName',
    ])
    .where('statementId', '=', statementId)
    .where('hourCorrections.deletedAt', 'is', null)
    .orderBy('hourCorrections.at')
    .orderBy('hourCorrections.id')
    .execute()
  return rows.map(({ firstName, lastName, coachName, ...row }) => ({
    ...row,
    withName: holder.kind === 'person' ? coachName : lastName === null ? null : displayName(lastName, firstName ?? ''),
  }))
}
