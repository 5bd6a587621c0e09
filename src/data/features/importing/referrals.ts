import { displayName, sortKey } from '../../../shared/rules/fold.ts'
import type { Db, WriteContext } from '../../context.ts'
import { createOrganisation } from '../organisations-write.ts'
import { createReferral } from '../referral-create.ts'
import { type SaidOfReferral, columnsOf } from '../referral-fields.ts'
import type { Applied, ApplyContext } from './applied.ts'
import { type NamedResidence } from './housing-names.ts'
import { saidWithout } from './kept-fields.ts'
import { type KnownReferral, referralsByNumber, referralsOfPeople } from './known-referrals.ts'
import { keysOfPerson, matchPeople, surely } from './match-people.ts'
import { type NewsPlan, applyNews, planNews, tellsNews } from './partner-news.ts'
import {
  type WithdrawalPlan,
  applyWithdrawal,
  lastWithdrawals,
  planWithdrawal,
  tellsWithdrawal,
} from './partner-withdrawals.ts'
import { changePerson, createFrom, residencesNamed } from './people.ts'
import { type PersonNow, personChanges, readPeopleNow, replacedBy, personWithout } from './person-changes.ts'
import { type PersonValues, housingOf, personOf } from './person-values.ts'
import { type Notes, newNotes } from './notes.ts'
import {
  type Match,
  type PlanContext,
  type PlannedRow,
  type ReadRecord,
  cellsOf,
  duplicateOf,
  isBlankValue,
  problemsOf,
  refusedRow,
  settle,
} from './planned.ts'
import { textValue } from './reading.ts'
import { type ReferralValues, missingAgreementField, referralOf } from './referral-values.ts'
import { sameValue } from './same-value.ts'

/** What is applied for a row of referrals: what the partner tells of a known one, or what is said of one and of its person. */
export type ReferralPlan = { readonly news: NewsPlan } | { readonly withdrawal: WithdrawalPlan } | SaidPlan
interface SaidPlan {
  readonly referral: ReferralValues
  readonly person: PersonValues
  readonly referralId: string | null
  readonly personId: string | null
  readonly personLine: number | null
}

export async function planReferrals(
  context: PlanContext,
  db: Db,
  records: readonly ReadRecord[],
): Promise<PlannedRow[]> {
  const residences = await residencesNamed(context, records)
  const numbers = records.flatMap(({ reading }) => textValue(reading, 'number') ?? [])
  const byNumber = await referralsByNumber(context.db, [...new Set(numbers)])
  const repeated = await repeatedNumbers(db, context.importId, records)
  const knownOf = ({ reading }: ReadRecord) => byNumber.get(textValue(reading, 'number') ?? '') ?? null
  const withdrawn = records.filter(({ reading }) => tellsWithdrawal(context, reading))
  const withdrawals = await lastWithdrawals(
    context.db,
    withdrawn.flatMap((record) => knownOf(record)?.id ?? []),
  )
  const planned: PlannedRow[] = []
  const said: Said[] = []
  for (const record of records) {
    const number = textValue(record.reading, 'number')
    const known = knownOf(record)
    const notes = newNotes()
    const earlier = repeated.get(record.line)
    if (earlier !== undefined) planned.push(repeatedRow(record, number ?? '', earlier, notes))
    else if (withdrawn.includes(record))
      planned.push(planWithdrawal(context, record, known, withdrawals.get(known?.id ?? '') ?? null))
    else if (tellsNews(context, record.reading))
      planned.push(known ? planNews(context, record, known, notes) : unknownNumber(record, notes))
    else said.push(understand(context, record, residences, known, notes))
  }
  const good = said.filter(({ record, notes }) => problemsOf(record.reading, notes).length === 0)
  const matches = await matchPeople(
    context,
    db,
    good.map(({ record, person }) => ({ line: record.line, values: person })),
  )
  const ids = [
    ...new Set([
      ...[...matches.values()].flat().flatMap(({ id }) => id ?? []),
      ...said.flatMap(({ known }) => known?.personId ?? []),
    ]),
  ]
  const people = await readPeopleNow(context.db, ids)
  const ofPeople = await referralsOfPeople(context.db, ids)
  planned.push(...said.map((one) => planSaid(one, matches.get(one.record.line) ?? [], people, ofPeople)))
  return planned
}

interface Said {
  readonly record: ReadRecord
  readonly notes: Notes
  readonly person: PersonValues
  readonly referral: ReferralValues
  readonly known: KnownReferral | null
}

function understand(
  context: PlanContext,
  record: ReadRecord,
  residences: readonly NamedResidence[],
  known: KnownReferral | null,
  notes: Notes,
): Said {
  const housing = housingOf(context.landlords, residences, record.reading, notes)
  const person = personOf(context, record.reading, housing, notes)
  const referral = referralOf(context, record.reading, housing, notes)
  if (known) notes.ofRow.delete('nameMissing')
  else requireAgreement(record, referral, notes)
  return { record, notes, person, referral, known }
}

/** Nothing arrives without the person's agreement, given before the day it is received. */
function requireAgreement({ reading }: ReadRecord, { agreement, receivedOn }: ReferralValues, notes: Notes): void {
  const field = missingAgreementField(reading)
  if (agreement === null) {
    if (field === null || reading.get(field)?.problem) notes.ofRow.add('agreementMissing')
    else notes.problems.set(field, 'agreementMissing')
  } else if (receivedOn !== null && agreement.givenOn > receivedOn)
    notes.problems.set('agreementOn', 'agreementTooLate')
}

function unknownNumber(record: ReadRecord, notes: Notes): PlannedRow {
  const number = textValue(record.reading, 'number')
  if (number === undefined) notes.ofRow.add('unknownNumber')
  else notes.problems.set('number', 'unknownNumber')
  return refusedRow(record, number ?? '', notes)
}

/** A number stands once in a file; the second time is shown beside the first. */
function repeatedRow(record: ReadRecord, number: string, line: number, notes: Notes): PlannedRow {
  const duplicate = duplicateOf({ id: null, line, label: number, level: 'same', reasons: ['sameNumber'] })
  const cells = cellsOf(record.reading, notes)
  return {
    line: record.line,
    effect: record.decision === 'ignore' ? 'skip' : 'duplicate',
    label: number,
    recordId: null,
    cells,
    problems: [],
    duplicate,
    values: null,
    keys: [numberKey(number)],
  }
}

function numberKey(number: string): string {
  return `number:${number}`
}

async function repeatedNumbers(
  db: Db,
  importId: string,
  records: readonly ReadRecord[],
): Promise<ReadonlyMap<number, number>> {
  const keyed = records.flatMap(({ line, reading }) => {
    const number = textValue(reading, 'number')
    return number === undefined ? [] : [{ line, key: numberKey(number) }]
  })
  if (keyed.length === 0) return new Map()
  const rows = await db
    .selectFrom('importKeys')
    .select(['key', 'line'])
    .where('importId', '=', importId)
    .where(
      'key',
      'in',
      keyed.map(({ key }) => key),
    )
    .execute()
  const first = new Map<string, number>()
  for (const { key, line } of [...rows, ...keyed]) first.set(key, Math.min(first.get(key) ?? line, line))
  return new Map(
    keyed.flatMap(({ line, key }) => ((first.get(key) ?? line) < line ? [[line, first.get(key) ?? line]] : [])),
  )
}

function planSaid(
  { record, notes, person, referral, known }: Said,
  matches: readonly Match[],
  people: ReadonlyMap<string, PersonNow>,
  ofPeople: readonly KnownReferral[],
): PlannedRow {
  const name = displayName(
    person.fields.lastName ?? known?.lastName ?? '',
    person.fields.firstName ?? known?.firstName ?? '',
  )
  const label = referral.number === null ? name : `${referral.number} · ${name}`
  if (problemsOf(record.reading, notes).length > 0) return refusedRow(record, label, notes)
  // someone may be referred twice in one file: only what is merely likely is asked
  const referredThatDay = (id: string) => alreadyThere(ofPeople, id, referral) !== null
  const settled = known
    ? null
    : settle(
        surely(matches, referredThatDay).filter(({ line, level }) => line === null || level !== 'hint'),
        record,
      )
  const certainLine = matches.find(({ id, line, level }) => id === null && line !== null && level === 'same')
  const inFile =
    settled?.outcome === 'duplicate' && settled.shown?.line === certainLine?.line && certainLine !== undefined
  const personId = known?.personId ?? (settled?.outcome === 'matched' ? (settled.target?.id ?? null) : null)
  const personLine =
    settled?.outcome === 'matched' ? (settled.target?.line ?? null) : inFile ? (certainLine?.line ?? null) : null
  const already = known ?? alreadyThere(ofPeople, personId, referral)
  const now = personId === null ? undefined : people.get(personId)
  const told = personId === null ? person : personWithout(person, record.keep, now)
  const toWrite = already ? referralWithout(referral, record.keep) : referral
  const plan: SaidPlan = { referral: toWrite, person: told, referralId: already?.id ?? null, personId, personLine }
  const keys = [...keysOfPerson(person), ...(referral.number === null ? [] : [numberKey(referral.number)])]
  const row = {
    line: record.line,
    label,
    recordId: already?.id ?? null,
    problems: [],
    duplicate: inFile ? null : duplicateOf(known ? sameNumber(known, label) : (settled?.shown ?? null)),
    values: plan,
    keys,
  }
  const before = new Map([
    ...personBefore(now, told, record.strategy),
    ...(already ? referralBefore(already, toWrite, record.strategy) : []),
  ])
  const cells = cellsOf(record.reading, notes, before)
  if (record.decision === 'ignore' || settled?.outcome === 'skip' || (already !== null && record.strategy === 'skip'))
    return { ...row, effect: 'skip', cells: cellsOf(record.reading, notes) }
  if (settled?.outcome === 'duplicate' && !inFile)
    return { ...row, effect: 'duplicate', cells: cellsOf(record.reading, notes) }
  if (already === null) return { ...row, effect: 'create', cells }
  return { ...row, effect: before.size === 0 ? 'unchanged' : 'update', cells }
}

/** One whose number the file gives is shown beside it by its person: there is nothing to ask, but each value can be chosen. */
function sameNumber({ personId }: KnownReferral, label: string): Match {
  return { id: personId, line: null, label, level: 'same', reasons: ['sameNumber'] }
}

/** What a row says of a referral, without the fields whose value there stays. */
function referralWithout(referral: ReferralValues, kept: ReadonlySet<string>): ReferralValues {
  const fields = saidWithout(referral.fields, kept, {
    landlordId: ['landlordName', 'landlordSiren'],
    residenceId: ['residenceName', 'residenceCode'],
  })
  return { ...referral, fields, newLandlord: kept.has('landlordName') ? null : referral.newLandlord }
}

/** Without a number: the same person, referred the same day. */
function alreadyThere(
  referrals: readonly KnownReferral[],
  personId: string | null,
  { number, sentOn, receivedOn }: ReferralValues,
): KnownReferral | null {
  if (personId === null || number !== null) return null
  const found = referrals.find((one) => {
    const sameDay = (sentOn !== null && sentOn === one.sentOn) || (receivedOn !== null && receivedOn === one.receivedOn)
    return one.personId === personId && sameDay
  })
  return found ?? null
}

function personBefore(
  now: PersonNow | undefined,
  person: PersonValues,
  strategy: ReadRecord['strategy'],
): ReadonlyMap<string, string> {
  return now ? replacedBy(now, personChanges(now, person, strategy === 'update' ? 'update' : 'fillBlanks')) : new Map()
}

/** What a row changes of a referral already known. Its states move by their own path, never by this one. */
function referralChanges(known: KnownReferral, { fields, sentOn }: ReferralValues, strategy: ReadRecord['strategy']) {
  const now = known as unknown as Readonly<Record<string, never>>
  const changed = Object.entries(fields).filter(([field, value]) => {
    if (field === 'motive' && (value === 'other' || strategy !== 'update')) return false
    return !sameValue(field, now[field], value) && (strategy === 'update' || isBlankValue(now[field]))
  })
  return { fields: Object.fromEntries(changed) as SaidOfReferral, sentOn: known.sentOn === null ? sentOn : null }
}

function referralBefore(
  known: KnownReferral,
  referral: ReferralValues,
  strategy: ReadRecord['strategy'],
): ReadonlyMap<string, string> {
  const { fields, sentOn } = referralChanges(known, referral, strategy)
  const now = known as unknown as Readonly<Record<string, string | readonly string[] | null>>
  const shown = (field: string) =>
    field === 'landlordId' ? 'landlordName' : field === 'residenceId' ? 'residenceName' : field
  const text = (field: string) => {
    const value = field.endsWith('Id') ? null : (now[field] ?? null)
    return value === null ? '' : typeof value === 'object' ? value.join('; ') : String(value)
  }
  return new Map([
    ...Object.keys(fields).map((field) => [shown(field), text(field)] as const),
    ...(sentOn === null ? [] : [['sentOn', ''] as const]),
  ])
}

export async function applyReferral(
  tx: WriteContext,
  context: ApplyContext,
  line: number,
  strategy: ReadRecord['strategy'],
  plan: ReferralPlan,
): Promise<Applied> {
  if ('news' in plan) return applyNews(tx, plan.news)
  if ('withdrawal' in plan) return applyWithdrawal(tx, plan.withdrawal)
  const { referral, person } = plan
  const [known] = referral.number === null ? [] : (await referralsByNumber(tx.db, [referral.number])).values()
  const already = known ?? (await alreadyApplied(tx, plan))
  const personId =
    already?.personId ??
    plan.personId ??
    (plan.personLine === null ? null : (context.personOfLine.get(plan.personLine) ?? null))
  const landlordId = await landlordFor(tx, context, referral)
  const fields = landlordId === null ? referral.fields : { ...referral.fields, landlordId }
  if (already) {
    const changed = await changeReferral(tx, already, { ...referral, fields }, strategy)
    const changedPerson = await changePerson(tx, already.personId, person, strategy)
    context.personOfLine.set(line, already.personId)
    return { recordId: already.id, did: changed || changedPerson ? 'updated' : 'unchanged' }
  }
  const subject = personId ?? (await createFrom(tx, withLandlord(person, landlordId)))
  context.personOfLine.set(line, subject)
  if (personId !== null) await changePerson(tx, personId, person, strategy)
  const recordId = await createReferral(
    tx,
    {
      ...fields,
      motive: fields.motive ?? 'other',
      personId: subject,
      person: null,
      agreement: referral.agreement,
      receivedOn: tx.space.kind === 'association' ? referral.receivedOn : null,
      sentOn: referral.sentOn,
      send: true,
      previousId: null,
    },
    { number: referral.number ?? undefined, byName: referral.sender },
  )
  return { recordId, did: 'created' }
}

function withLandlord(person: PersonValues, landlordId: string | null): PersonValues {
  return landlordId === null ? person : { ...person, fields: { ...person.fields, landlordId } }
}

async function alreadyApplied(
  tx: WriteContext,
  { referralId, personId, referral }: SaidPlan,
): Promise<KnownReferral | null> {
  if (referralId === null || personId === null) return null
  return alreadyThere(await referralsOfPeople(tx.db, [personId]), personId, referral)
}

async function landlordFor(
  tx: WriteContext,
  context: ApplyContext,
  { newLandlord }: ReferralValues,
): Promise<string | null> {
  if (newLandlord === null) return null
  const key = sortKey(newLandlord.name, '')
  const brought =
    context.newLandlords.get(key) ??
    (await createOrganisation(tx, {
      kind: 'landlord',
      name: newLandlord.name,
      siren: newLandlord.siren,
      contactPoints: [],
    }))
  context.newLandlords.set(key, brought)
  return brought
}

async function changeReferral(
  tx: WriteContext,
  known: KnownReferral,
  referral: ReferralValues,
  strategy: ReadRecord['strategy'],
): Promise<boolean> {
  const { fields, sentOn } = referralChanges(known, referral, strategy)
  const columns = await columnsOf(tx, fields, { landlordId: known.landlordId, residenceId: known.residenceId })
  const changed = await tx.write.update('referrals', known.id, { ...columns, ...(sentOn === null ? {} : { sentOn }) })
  return changed.length > 0
}
