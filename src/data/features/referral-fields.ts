import type { Selectable } from 'kysely'
import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { ReferralFields } from '../../shared/features/referrals.ts'
import { parseEmail } from '../../shared/rules/email.ts'
import { parsePhone } from '../../shared/rules/phone.ts'
import type { WriteContext } from '../context.ts'
import type { Schema } from '../schema.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { type Housing, housingPatch } from './housing.ts'

/** What is said of a referral; what is not said is absent. */
export type SaidOfReferral = z.output<ReturnType<typeof ReferralFields.partial>>

/** What is said of a referral, as columns, with the landlord that a residence brings; what is not said is left out. */
export async function columnsOf(tx: WriteContext, said: SaidOfReferral, row: Housing | null) {
  const {
    landlordId,
    residenceId,
    motive,
    needs,
    bestTimes,
    languageHelp,
    contactPreference,
    projectStage,
    assignedToId,
    officerEmail,
    officerPhone,
    ...texts
  } = said
  refuseSensitiveNumbers(texts)
  if (assignedToId) await refuseNoMember(tx, assignedToId)
  return given({
    ...textColumns(texts),
    motive,
    contactPreference,
    projectStage,
    assignedToId,
    officerEmail: officerEmail === undefined ? undefined : emailOf(officerEmail),
    officerPhone: officerPhone === undefined ? undefined : phoneOf(officerPhone),
    needs: needs === undefined ? undefined : JSON.stringify(needs),
    bestTimes: bestTimes === undefined ? undefined : JSON.stringify(bestTimes),
    languageHelp: languageHelp === undefined ? undefined : Number(languageHelp),
    ...(await housingPatch(tx.db, { landlordId, residenceId }, row)),
  })
}

/** The same from its columns: what the officer said, whoever follows it up here. */
export function saidOf(row: Selectable<Schema['referrals']>): Omit<ReferralFields, 'assignedToId'> {
  return {
    landlordId: row.landlordId,
    residenceId: row.residenceId,
    agency: row.agency,
    officerName: row.officerName,
    officerEmail: row.officerEmail,
    officerPhone: row.officerPhone,
    motive: row.motive as ReferralFields['motive'],
    needs: JSON.parse(row.needs) as ReferralFields['needs'],
    contactPreference: row.contactPreference as ReferralFields['contactPreference'],
    bestTimes: JSON.parse(row.bestTimes) as ReferralFields['bestTimes'],
    languageHelp: row.languageHelp === 1,
    project: row.project,
    projectStage: row.projectStage as ReferralFields['projectStage'],
    goal: row.goal,
    note: row.note,
  }
}

function textColumns<Texts extends Readonly<Record<string, string | null | undefined>>>(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, text === undefined ? text : emptyAsNull(text)]),
  ) as Texts
}

function emailOf(typed: string | null): string | null {
  const text = emptyAsNull(typed)
  if (text === null) return null
  const read = parseEmail(text)
  if (!read.ok) throw new AppError('invalid', { field: 'officerEmail' })
  return read.value
}

/** As it is dialled when it reads as a number, as typed otherwise: an extension is worth keeping. */
function phoneOf(typed: string | null): string | null {
  const text = emptyAsNull(typed)
  if (text === null) return null
  const read = parsePhone(text)
  return read.ok ? read.value : text
}

async function refuseNoMember(tx: WriteContext, id: string): Promise<void> {
  const member = await tx.db
    .selectFrom('members')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!member) throw new AppError('invalid', { field: 'assignedToId' })
}
