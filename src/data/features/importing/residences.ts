import { saidWithout } from './kept-fields.ts'
import { fold, foldTight } from '../../../shared/rules/fold.ts'
import type { Db, WriteContext } from '../../context.ts'
import { type ResidencePatch, createResidence, updateResidence } from '../residences.ts'
import type { Applied, ApplyContext } from './applied.ts'
import { type EarlierLine, type Likeness, earlierLines, matchesOf } from './earlier-lines.ts'
import { landlordOf } from './housing-names.ts'
import { neighbourhoodOf, placeOf } from './person-values.ts'
import { type Notes, newNotes } from './notes.ts'
import {
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
import { type Reading, type Value, textValue } from './reading.ts'
import { sameValue } from './same-value.ts'

export interface ResidencePlan {
  readonly fields: ResidencePatch
  readonly id: string | null
  readonly line: number | null
}

export async function planResidences(
  context: PlanContext,
  db: Db,
  records: readonly ReadRecord[],
): Promise<PlannedRow[]> {
  const read = records.map((record) => {
    const notes = newNotes()
    return { record, notes, fields: residenceOf(context, record.reading, notes) }
  })
  const good = read.filter(({ record, notes }) => problemsOf(record.reading, notes).length === 0)
  const known = await knownResidences(
    context.db,
    good.map(({ fields }) => fields),
  )
  const earlier = await earlierLines(
    db,
    context.importId,
    good.map(({ record, fields }) => ({ line: record.line, plan: { fields } })),
    { namedBy, keysOf },
  )
  return read.map(({ record, notes, fields }) => planOne(record, notes, fields, known, earlier))
}

function residenceOf(context: PlanContext, reading: Reading, notes: Notes): ResidencePatch {
  const { qpvState, qpvCode } = neighbourhoodOf(reading, notes)
  const fields: Record<string, unknown> = { ...placeOf(context.resources, reading, notes) }
  for (const field of ['name', 'code', 'address']) {
    const text = textValue(reading, field)
    if (text !== undefined) fields[field] = text
  }
  if (qpvState !== undefined) Object.assign(fields, { qpvState, qpvCode })
  if (fields['name'] === undefined) notes.ofRow.add('nameMissing')
  const landlord = landlordOf(context.landlords, reading, notes)
  const says = textValue(reading, 'landlordName') ?? textValue(reading, 'landlordSiren')
  if (landlord) fields['landlordId'] = landlord.id
  else if (says === undefined && context.landlords.own !== null) fields['landlordId'] = context.landlords.own
  else if (says === undefined) notes.ofRow.add('landlordMissing')
  else if (!notes.problems.has('landlordName'))
    notes.problems.set(reading.has('landlordName') ? 'landlordName' : 'landlordSiren', 'unknownLandlord')
  return fields as ResidencePatch
}

type ResidenceNow = Awaited<ReturnType<typeof knownResidences>>[number]

async function knownResidences(db: PlanContext['db'], plans: readonly ResidencePatch[]) {
  const landlords = [...new Set(plans.flatMap(({ landlordId }) => landlordId ?? []))]
  if (landlords.length === 0) return []
  const codes = [...new Set(plans.flatMap(({ code }) => code ?? []))]
  const names = [...new Set(plans.map(({ name }) => fold(name ?? '')))]
  const rows = await db
    .selectFrom('residences')
    .select(['id', 'landlordId', 'code', 'name', 'address', 'postcode', 'city', 'communeCode', 'qpvState', 'qpvCode'])
    .where('deletedAt', 'is', null)
    .where('landlordId', 'in', landlords)
    .where((eb) => eb.or([...(codes.length > 0 ? [eb('code', 'in', codes)] : []), eb('sortKey', 'in', names)]))
    .execute()
  return rows.map((row) => ({ ...row, nameKey: foldTight(row.name) }))
}

interface Named {
  readonly landlordId: string | null
  readonly code: string | null
  readonly name: string
  readonly nameKey: string
}

/** A landlord's code names one residence; two codes are two, whatever their names. */
function likeness(said: Named, known: Named): Likeness {
  if (said.landlordId !== known.landlordId) return null
  if (said.code !== null && known.code !== null)
    return said.code === known.code ? { level: 'same', reasons: ['sameCode'] } : null
  return said.nameKey === known.nameKey ? { level: 'same', reasons: ['sameName'] } : null
}

function namedBy({ fields: { landlordId, code, name } }: Pick<ResidencePlan, 'fields'>): Named {
  return { landlordId: landlordId ?? null, code: code ?? null, name: name ?? '', nameKey: foldTight(name ?? '') }
}

function keysOf({ fields: { landlordId, code, name } }: Pick<ResidencePlan, 'fields'>): readonly string[] {
  return [...(code ? [`code:${landlordId}|${code}`] : []), `name:${landlordId}|${foldTight(name ?? '')}`]
}

function planOne(
  record: ReadRecord,
  notes: Notes,
  fields: ResidencePatch,
  known: readonly ResidenceNow[],
  earlier: readonly EarlierLine<Named>[],
): PlannedRow {
  const label = fields.name ?? ''
  if (problemsOf(record.reading, notes).length > 0) return refusedRow(record, label, notes)
  const matches = matchesOf({ line: record.line, named: namedBy({ fields }) }, known, earlier, likeness)
  const { outcome, target, shown } = settle(matches, record)
  const now = known.find(({ id }) => id === target?.id)
  const told =
    outcome === 'matched' && now ? { ...saidWithout(fields, record.keep), ...identityKept(now, record.keep) } : fields
  const plan: ResidencePlan = { fields: told, id: target?.id ?? null, line: target?.line ?? null }
  const row = {
    line: record.line,
    label,
    recordId: target?.id ?? null,
    problems: [],
    duplicate: duplicateOf(shown),
    values: plan,
    keys: keysOf({ fields }),
  }
  // two residences of one landlord cannot bear one code
  const clash = outcome === 'create' && matches.some(({ reasons }) => reasons.includes('sameCode'))
  if (clash) {
    notes.problems.set('code', 'numberOfAnother')
    return refusedRow(record, label, notes)
  }
  if (outcome !== 'matched') return { ...row, effect: outcome, cells: cellsOf(record.reading, notes) }
  if (record.strategy === 'skip') return { ...row, effect: 'skip', cells: cellsOf(record.reading, notes) }
  if (!now) return { ...row, effect: 'update', cells: cellsOf(record.reading, notes) }
  const changes = changesTo(now, told, record.strategy)
  const before = new Map(Object.keys(changes).map((field) => [field, textNow(now, field)]))
  return { ...row, effect: before.size === 0 ? 'unchanged' : 'update', cells: cellsOf(record.reading, notes, before) }
}

/** What the residence is found by when the row is written. */
function identityKept(now: ResidenceNow, kept: ReadonlySet<string>): ResidencePatch {
  return { ...(kept.has('name') ? { name: now.name } : {}), ...(kept.has('code') ? { code: now.code } : {}) }
}

function textNow(now: ResidenceNow, field: string): string {
  const value = (now as Readonly<Record<string, Value | null>>)[field] ?? ''
  return value === 'toCheck' ? '' : String(value)
}

function changesTo(now: ResidenceNow, fields: ResidencePatch, strategy: ReadRecord['strategy']): ResidencePatch {
  const known = now as Readonly<Record<string, Value | null>>
  const changed = Object.entries(fields).filter(
    ([field, value]) =>
      field !== 'landlordId' &&
      !sameValue(field, known[field], value) &&
      (strategy === 'update' || isBlankValue(known[field])),
  )
  const kept = Object.fromEntries(changed) as Record<string, unknown>
  if ('qpvState' in kept) kept['qpvCode'] = fields.qpvCode
  else delete kept['qpvCode']
  return kept as ResidencePatch
}

export async function applyResidence(
  tx: WriteContext,
  context: ApplyContext,
  line: number,
  strategy: ReadRecord['strategy'],
  plan: ResidencePlan,
): Promise<Applied> {
  const known = plan.id ?? (plan.line === null ? null : (context.recordOfLine.get(plan.line) ?? null))
  if (known === null) {
    const { name = '', landlordId = '', ...fields } = plan.fields
    const recordId = await createResidence(tx, { ...fields, name, landlordId })
    context.recordOfLine.set(line, recordId)
    return { recordId, did: 'created' }
  }
  context.recordOfLine.set(line, known)
  const [now] = (await knownResidences(tx.db, [plan.fields])).filter(({ id }) => id === known)
  if (!now) return { recordId: known, did: 'unchanged' }
  const changes = changesTo(now, plan.fields, strategy)
  const changed = Object.keys(changes).length > 0 && (await updateResidence(tx, known, changes))
  return { recordId: known, did: changed ? 'updated' : 'unchanged' }
}
