import { displayName } from '../../../shared/rules/fold.ts'
import type { Db, WriteContext } from '../../context.ts'
import { addContactPoints } from '../contact-points.ts'
import { createPerson, updatePerson } from '../people-write.ts'
import { addTag, tagNamed } from '../tags.ts'
import { type NamedResidence, readResidences } from './housing-names.ts'
import { keysOfPerson, matchPeople, surely } from './match-people.ts'
import {
  type PersonNow,
  changesNothing,
  personChanges,
  personWithout,
  readPeopleNow,
  replacedBy,
} from './person-changes.ts'
import { type PersonValues, housingOf, personOf } from './person-values.ts'
import { type Notes, newNotes } from './notes.ts'
import {
  type Match,
  type PlanContext,
  type PlannedRow,
  type ReadRecord,
  cellsOf,
  duplicateOf,
  problemsOf,
  refusedRow,
  settle,
} from './planned.ts'
import { textValue } from './reading.ts'
import type { Applied, ApplyContext } from './applied.ts'

/** What is applied for a row of people: the person said, and who they are if they are known. */
export interface PersonPlan {
  readonly person: PersonValues
  readonly id: string | null
  readonly line: number | null
}

export async function planPeople(context: PlanContext, db: Db, records: readonly ReadRecord[]): Promise<PlannedRow[]> {
  const residences = await residencesNamed(context, records)
  const read = records.map((record) => {
    const notes = newNotes()
    return {
      record,
      notes,
      values: personOf(context, record.reading, housingOf(context.landlords, residences, record.reading, notes), notes),
    }
  })
  const good = read.filter(({ record, notes }) => problemsOf(record.reading, notes).length === 0)
  const matches = await matchPeople(
    context,
    db,
    good.map(({ record, values }) => ({ line: record.line, values })),
  )
  const known = await readPeopleNow(context.db, [
    ...new Set([...matches.values()].flat().flatMap(({ id }) => id ?? [])),
  ])
  return read.map(({ record, notes, values }) =>
    planPerson(record, notes, values, matches.get(record.line) ?? [], known),
  )
}

/** The residences that these rows may name, in one query. */
export async function residencesNamed(
  { db }: PlanContext,
  records: readonly ReadRecord[],
): Promise<readonly NamedResidence[]> {
  const texts = (field: string) => [...new Set(records.flatMap(({ reading }) => textValue(reading, field) ?? []))]
  return readResidences(db, { codes: texts('residenceCode'), names: texts('residenceName') })
}

function planPerson(
  record: ReadRecord,
  notes: Notes,
  person: PersonValues,
  matches: readonly Match[],
  known: ReadonlyMap<string, PersonNow>,
): PlannedRow {
  const label = displayName(person.fields.lastName ?? '', person.fields.firstName ?? '')
  if (problemsOf(record.reading, notes).length > 0) return refusedRow(record, label, notes)
  const addsNothing = (id: string) => {
    const now = known.get(id)
    return now !== undefined && changesNothing(personChanges(now, person, 'update'))
  }
  const { outcome, target, shown } = settle(surely(matches, addsNothing), record)
  const now = target?.id ? known.get(target.id) : undefined
  const told = outcome === 'matched' ? personWithout(person, record.keep, now) : person
  const plan: PersonPlan = { person: told, id: target?.id ?? null, line: target?.line ?? null }
  const row = {
    line: record.line,
    label,
    recordId: target?.id ?? null,
    problems: [],
    duplicate: duplicateOf(shown),
    values: plan,
    keys: keysOfPerson(person),
  }
  if (outcome !== 'matched') return { ...row, effect: outcome, cells: cellsOf(record.reading, notes) }
  if (record.strategy === 'skip') return { ...row, effect: 'skip', cells: cellsOf(record.reading, notes) }
  if (!now) return { ...row, effect: 'update', cells: cellsOf(record.reading, notes) } // the person of an earlier line
  const changes = personChanges(now, told, record.strategy === 'update' ? 'update' : 'fillBlanks')
  return {
    ...row,
    effect: changesNothing(changes) ? 'unchanged' : 'update',
    cells: cellsOf(record.reading, notes, replacedBy(now, changes)),
  }
}

export async function applyPerson(
  tx: WriteContext,
  context: ApplyContext,
  line: number,
  strategy: ReadRecord['strategy'],
  plan: PersonPlan,
): Promise<Applied> {
  const id = plan.id ?? (plan.line === null ? null : (context.personOfLine.get(plan.line) ?? null))
  const personId = id ?? (await createFrom(tx, plan.person))
  context.personOfLine.set(line, personId)
  if (id === null) return { recordId: personId, did: 'created' }
  return {
    recordId: personId,
    did: (await changePerson(tx, personId, plan.person, strategy)) ? 'updated' : 'unchanged',
  }
}

export function createFrom(tx: WriteContext, person: PersonValues): Promise<string> {
  return createPerson(tx, { ...person.fields, contactPoints: contactPointsFrom(person), tags: [...person.tags] })
}

function contactPointsFrom({ phones, emails }: Pick<PersonValues, 'phones' | 'emails'>) {
  const point = (kind: 'phone' | 'email') => (value: string) => ({
    id: null,
    kind,
    value,
    label: null,
    preferred: false,
  })
  return [...phones.map(point('phone')), ...emails.map(point('email'))]
}

/** Writes what differs now, not what differed when the row was planned; says whether anything did. */
export async function changePerson(
  tx: WriteContext,
  id: string,
  person: PersonValues,
  strategy: ReadRecord['strategy'],
): Promise<boolean> {
  const now = (await readPeopleNow(tx.db, [id])).get(id)
  if (!now) return false
  const changes = personChanges(now, person, strategy === 'update' ? 'update' : 'fillBlanks')
  if (changesNothing(changes)) return false
  const changed = Object.keys(changes.fields).length > 0 && (await updatePerson(tx, id, changes.fields))
  const reached =
    changes.phones.length + changes.emails.length > 0 &&
    (await addContactPoints(tx, { personId: id }, contactPointsFrom(changes)))
  let tagged = false
  for (const tag of changes.tags) tagged = (await addTag(tx, id, await tagNamed(tx, tag))) || tagged
  if (!changed && (reached || tagged)) await tx.write.touch('people', id)
  return changed || reached || tagged
}
