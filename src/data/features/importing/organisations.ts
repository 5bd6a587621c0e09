import {
  type LandlordFamily,
  type OrganisationKind,
  landlordFamilies,
  organisationKinds,
} from '../../../shared/rules/values.ts'
import type { Db, WriteContext } from '../../context.ts'
import { knownLandlordFamily } from '../../reference/landlords.ts'
import { addContactPoints, contactPointsOf } from '../contact-points.ts'
import { type OrganisationPatch, createOrganisation, updateOrganisation } from '../organisations-write.ts'
import type { Applied, ApplyContext } from './applied.ts'
import { type EarlierLine, type Likeness, earlierLines, matchesOf } from './earlier-lines.ts'
import { saidWithout } from './kept-fields.ts'
import { nameKeyOf } from './housing-names.ts'
import { placeOf } from './person-values.ts'
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
import { type Reading, type Value, listValue, textValue } from './reading.ts'
import { sameValue } from './same-value.ts'

export interface OrganisationPlan {
  readonly fields: OrganisationPatch
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** Kinds that the file said: what was supposed is never written over what is known. */
  readonly supposed: readonly string[]
  readonly id: string | null
  readonly line: number | null
}

export async function planOrganisations(
  context: PlanContext,
  db: Db,
  records: readonly ReadRecord[],
): Promise<PlannedRow[]> {
  const read = records.map((record) => {
    const notes = newNotes()
    return { record, notes, plan: organisationOf(context, record.reading, notes) }
  })
  const good = read.filter(({ record, notes }) => problemsOf(record.reading, notes).length === 0)
  const known = await knownOrganisations(
    context,
    good.map(({ plan }) => plan),
  )
  const earlier = await earlierLines(
    db,
    context.importId,
    good.map(({ record, plan }) => ({ line: record.line, plan })),
    { namedBy, keysOf },
  )
  return read.map(({ record, notes, plan }) => planOne(record, notes, plan, known, earlier))
}

function organisationOf(context: PlanContext, reading: Reading, notes: Notes): OrganisationPlan {
  const fields: Record<string, unknown> = { ...placeOf(context.resources, reading, notes) }
  for (const field of ['name', 'siren', 'siret', 'landlordFamily', 'address', 'addressExtra', 'website', 'note']) {
    const text = textValue(reading, field)
    if (text !== undefined) fields[field] = text
  }
  if (fields['name'] === undefined) notes.ofRow.add('nameMissing')
  const siren = (fields['siren'] as string | undefined) ?? (fields['siret'] as string | undefined)?.slice(0, 9)
  if (siren !== undefined && typeof fields['siret'] === 'string' && !fields['siret'].startsWith(siren))
    notes.problems.set('siret', 'wrongKey')
  if (siren !== undefined) fields['siren'] = siren
  const told = organisationKinds.find((kind) => kind === textValue(reading, 'kind'))
  const kind =
    told ??
    supposedKind(
      context,
      siren,
      landlordFamilies.find((family) => family === fields['landlordFamily']),
    )
  if (told === undefined) notes.flags.set(reading.has('kind') ? 'kind' : 'name', 'assumed')
  fields['kind'] = kind
  if (kind !== 'landlord') delete fields['landlordFamily']
  return {
    fields: fields as OrganisationPatch,
    phones: listValue(reading, 'phone') ?? [],
    emails: listValue(reading, 'email') ?? [],
    supposed: told === undefined ? ['kind'] : [],
    id: null,
    line: null,
  }
}

/** A family of landlords, or a SIREN the State's list of them has, tells a landlord; a company otherwise. */
function supposedKind(
  { resources }: PlanContext,
  siren: string | undefined,
  family: LandlordFamily | undefined,
): OrganisationKind {
  return family !== undefined || (siren !== undefined && knownLandlordFamily(resources, siren) !== null)
    ? 'landlord'
    : 'company'
}

interface OrganisationNow {
  readonly id: string
  readonly name: string
  readonly nameKey: string
  readonly siren: string | null
  readonly siret: string | null
  readonly postcode: string | null
  readonly fields: Readonly<Record<string, Value | null>>
  readonly phones: readonly string[]
  readonly emails: readonly string[]
}

/** The organisations that some of these rows may be about, under their SIREN and under their name. */
async function knownOrganisations(
  { db }: PlanContext,
  plans: readonly OrganisationPlan[],
): Promise<readonly OrganisationNow[]> {
  const sirens = new Set(plans.flatMap(({ fields }) => fields.siren ?? []))
  const names = new Set(plans.map(({ fields }) => nameKeyOf(fields.name ?? '')))
  if (plans.length === 0) return []
  const all = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'siren'])
    .where('deletedAt', 'is', null)
    .execute()
  const ids = all
    .filter((row) => (row.siren !== null && sirens.has(row.siren)) || names.has(nameKeyOf(row.name)))
    .map(({ id }) => id)
  return readOrganisationsNow(db, ids)
}

async function readOrganisationsNow(
  db: PlanContext['db'],
  ids: readonly string[],
): Promise<readonly OrganisationNow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('organisations')
    .select([
      'id',
      'kind',
      'name',
      'siren',
      'siret',
      'landlordFamily',
      'address',
      'addressExtra',
      'postcode',
      'city',
      'communeCode',
      'website',
      'note',
    ])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute()
  const points = await contactPointsOf(db, 'organisationId', ids)
  return rows.map((row) => {
    const own = points.get(row.id) ?? []
    const { id, name, siren, siret, postcode } = row
    const of = (kind: 'phone' | 'email') => own.filter((point) => point.kind === kind).map(({ value }) => value)
    return {
      id,
      name,
      nameKey: nameKeyOf(name),
      siren,
      siret,
      postcode,
      fields: row,
      phones: of('phone'),
      emails: of('email'),
    }
  })
}

type Named = Pick<OrganisationNow, 'name' | 'nameKey' | 'siren' | 'siret' | 'postcode'>

/** One SIRET is one establishment; one SIREN with two SIRET is two. Without numbers, one name in one place. */
function likeness(said: Named, known: Named): Likeness {
  const sameName = said.nameKey === known.nameKey
  if (said.siret !== null && said.siret === known.siret) return { level: 'same', reasons: ['sameSiret'] }
  if (said.siren !== null && said.siren === known.siren) {
    if (said.siret === null || known.siret === null) return { level: 'same', reasons: ['sameSiren'] }
    return { level: sameName ? 'likely' : 'hint', reasons: ['sameSiren'] }
  }
  if (!sameName) return null
  if (said.siren !== null && known.siren !== null) return { level: 'hint', reasons: ['sameName'] }
  const elsewhere = said.postcode !== null && known.postcode !== null && said.postcode !== known.postcode
  return { level: elsewhere ? 'likely' : 'same', reasons: ['sameName'] }
}

function namedBy({ fields }: Pick<OrganisationPlan, 'fields'>): Named {
  return {
    name: fields.name ?? '',
    nameKey: nameKeyOf(fields.name ?? ''),
    siren: fields.siren ?? null,
    siret: fields.siret ?? null,
    postcode: fields.postcode ?? null,
  }
}

function keysOf({ fields }: Pick<OrganisationPlan, 'fields'>): readonly string[] {
  return [...(fields.siren ? [`siren:${fields.siren}`] : []), `name:${nameKeyOf(fields.name ?? '')}`]
}

function planOne(
  record: ReadRecord,
  notes: Notes,
  plan: OrganisationPlan,
  known: readonly OrganisationNow[],
  earlier: readonly EarlierLine<Named>[],
): PlannedRow {
  const label = plan.fields.name ?? ''
  if (problemsOf(record.reading, notes).length > 0) return refusedRow(record, label, notes)
  const matches = matchesOf({ line: record.line, named: namedBy(plan) }, known, earlier, likeness)
  const { outcome, target, shown } = settle(matches, record)
  const told = outcome === 'matched' ? without(plan, record.keep, target?.label ?? label) : plan
  const row = {
    line: record.line,
    label,
    recordId: target?.id ?? null,
    problems: [],
    duplicate: duplicateOf(shown),
    values: { ...told, id: target?.id ?? null, line: target?.line ?? null },
    keys: keysOf(plan),
  }
  if (outcome !== 'matched') return { ...row, effect: outcome, cells: cellsOf(record.reading, notes) }
  if (record.strategy === 'skip') return { ...row, effect: 'skip', cells: cellsOf(record.reading, notes) }
  const now = known.find(({ id }) => id === target?.id)
  if (!now) return { ...row, effect: 'update', cells: cellsOf(record.reading, notes) }
  const changes = changesTo(now, told, record.strategy)
  const nothing = Object.keys(changes.fields).length + changes.phones.length + changes.emails.length === 0
  return {
    ...row,
    effect: nothing ? 'unchanged' : 'update',
    cells: cellsOf(record.reading, notes, replaced(now, changes)),
  }
}

function without(plan: OrganisationPlan, kept: ReadonlySet<string>, name: string): OrganisationPlan {
  return {
    ...plan,
    fields: { ...saidWithout(plan.fields, kept), ...(kept.has('name') ? { name } : {}) },
    phones: kept.has('phone') ? [] : plan.phones,
    emails: kept.has('email') ? [] : plan.emails,
  }
}

function changesTo(
  now: OrganisationNow,
  { fields, phones, emails, supposed }: OrganisationPlan,
  strategy: ReadRecord['strategy'],
) {
  const isUpdate = strategy === 'update'
  const changed = Object.entries(fields).filter(([field, value]) => {
    if (supposed.includes(field) || sameValue(field, now.fields[field], value)) return false
    return isUpdate || isBlankValue(now.fields[field])
  })
  const missing = (known: readonly string[], told: readonly string[]) =>
    !isUpdate && known.length > 0
      ? []
      : told.filter((value) => !known.some((one) => one.toLowerCase() === value.toLowerCase()))
  return {
    fields: Object.fromEntries(changed) as OrganisationPatch,
    phones: missing(now.phones, phones),
    emails: missing(now.emails, emails),
  }
}

function replaced(now: OrganisationNow, changes: ReturnType<typeof changesTo>): Map<string, string> {
  const before = new Map(Object.keys(changes.fields).map((field) => [field, String(now.fields[field] ?? '')]))
  if (changes.phones.length > 0) before.set('phone', now.phones.join('; '))
  if (changes.emails.length > 0) before.set('email', now.emails.join('; '))
  return before
}

export async function applyOrganisation(
  tx: WriteContext,
  context: ApplyContext,
  line: number,
  strategy: ReadRecord['strategy'],
  plan: OrganisationPlan,
): Promise<Applied> {
  const known = plan.id ?? (plan.line === null ? null : (context.recordOfLine.get(plan.line) ?? null))
  if (known === null) {
    const { name = '', kind = 'company', ...fields } = plan.fields
    const recordId = await createOrganisation(tx, { ...fields, name, kind, contactPoints: contactPointsFrom(plan) })
    context.recordOfLine.set(line, recordId)
    return { recordId, did: 'created' }
  }
  context.recordOfLine.set(line, known)
  const [now] = await readOrganisationsNow(tx.db, [known])
  if (!now) return { recordId: known, did: 'unchanged' }
  const changes = changesTo(now, plan, strategy)
  const changed = Object.keys(changes.fields).length > 0 && (await updateOrganisation(tx, known, changes.fields))
  const reached =
    changes.phones.length + changes.emails.length > 0 &&
    (await addContactPoints(tx, { organisationId: known }, contactPointsFrom(changes)))
  if (reached && !changed) await tx.write.touch('organisations', known)
  return { recordId: known, did: changed || reached ? 'updated' : 'unchanged' }
}

function contactPointsFrom({ phones, emails }: Pick<OrganisationPlan, 'phones' | 'emails'>) {
  const point = (kind: 'phone' | 'email') => (value: string) => ({
    id: null,
    kind,
    value,
    label: null,
    preferred: false,
  })
  return [...phones.map(point('phone')), ...emails.map(point('email'))]
}
