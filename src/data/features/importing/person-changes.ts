import { sameValue } from './same-value.ts'
import { formatPhone } from '../../../shared/rules/phone.ts'
import type { ReadDb } from '../../context.ts'
import { contactPointsOf } from '../contact-points.ts'
import type { PersonPatch } from '../people-write.ts'
import { tagsOf } from '../tags.ts'
import type { PersonValues } from './person-values.ts'
import { saidWithout } from './kept-fields.ts'
import { isBlankValue } from './planned.ts'
import type { Value } from './reading.ts'

/** A person as the base knows them now, as far as a file can change them. */
export interface PersonNow {
  readonly id: string
  readonly label: { readonly firstName: string; readonly lastName: string }
  readonly fields: Readonly<Record<string, Value | null>>
  readonly landlordName: string | null
  readonly residenceName: string | null
  readonly residenceCode: string | null
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly tags: readonly string[]
}

export async function readPeopleNow(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, PersonNow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('people')
    .leftJoin('participantProfiles', (join) =>
      join.onRef('participantProfiles.personId', '=', 'people.id').on('participantProfiles.deletedAt', 'is', null),
    )
    .leftJoin('organisations', 'organisations.id', 'people.landlordId')
    .leftJoin('residences', 'residences.id', 'people.residenceId')
    .select([
      'people.id',
      'civility',
      'firstName',
      'lastName',
      'birthName',
      'birthDate',
      'birthYear',
      'gender',
      'people.address',
      'people.addressExtra',
      'people.postcode',
      'people.city',
      'people.communeCode',
      'people.qpvState',
      'people.qpvCode',
      'people.landlordId',
      'residenceId',
      'contactPreference',
      'bestTimes',
      'languageHelp',
      'people.note',
      'status',
      'education',
      'project',
      'projectStage',
      'organisations.name as landlordName',
      'residences.name as residenceName',
      'residences.code as residenceCode',
    ])
    .where('people.id', 'in', ids)
    .where('people.deletedAt', 'is', null)
    .execute()
  const points = await contactPointsOf(db, 'personId', ids)
  const tags = await tagsOf(db, ids)
  return new Map(
    rows.map(({ landlordName, residenceName, residenceCode, ...row }) => {
      const own = points.get(row.id) ?? []
      const fields = { ...row, bestTimes: JSON.parse(row.bestTimes) as string[], languageHelp: row.languageHelp === 1 }
      return [
        row.id,
        {
          id: row.id,
          label: { firstName: row.firstName, lastName: row.lastName },
          fields,
          landlordName,
          residenceName,
          residenceCode,
          phones: own.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
          emails: own.filter(({ kind }) => kind === 'email').map(({ value }) => value),
          tags: (tags.get(row.id) ?? []).map(({ name }) => name),
        },
      ] as const
    }),
  )
}

/** What a row changes of a person. */
export interface PersonChanges {
  readonly fields: PersonPatch
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly tags: readonly string[]
}

/** Only what differs; and, to fill blanks, only what is missing. Contact points and tags are added, never taken. */
export function personChanges(now: PersonNow, said: PersonValues, strategy: 'fillBlanks' | 'update'): PersonChanges {
  const fields: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(said.fields)) {
    const current = now.fields[field]
    if (field === 'qpvHow' || sameValue(field, current, value)) continue
    if (strategy === 'update' || isBlankValue(current)) fields[field] = value
  }
  keepTogether(fields, now, said, strategy)
  const missing = (known: readonly string[], told: readonly string[]) => {
    if (strategy === 'fillBlanks' && known.length > 0) return []
    return told.filter((value) => !known.some((one) => one.toLowerCase() === value.toLowerCase()))
  }
  return {
    fields: fields as PersonPatch,
    phones: missing(now.phones, said.phones),
    emails: missing(now.emails, said.emails),
    tags: missing(now.tags, said.tags),
  }
}

/** Fields that only make sense together follow the first of them. */
function keepTogether(
  fields: Record<string, unknown>,
  now: PersonNow,
  said: PersonValues,
  strategy: 'fillBlanks' | 'update',
): void {
  if ('qpvState' in fields || 'qpvCode' in fields) {
    if (strategy === 'fillBlanks' && now.fields['qpvState'] !== 'toCheck') {
      delete fields['qpvState']
      delete fields['qpvCode']
    } else
      Object.assign(fields, {
        qpvState: said.fields.qpvState,
        qpvCode: said.fields.qpvCode ?? null,
        qpvHow: said.fields.qpvHow,
      })
  }
  // the year alone never speaks against a whole date, nor a residence against a landlord that stays
  if ('birthYear' in fields && now.fields['birthDate'] !== null) delete fields['birthYear']
  if ('birthDate' in fields) delete fields['birthYear']
  const landlordStays = now.fields['landlordId'] !== null && !('landlordId' in fields)
  if ('residenceId' in fields && landlordStays && said.fields.landlordId !== now.fields['landlordId'])
    delete fields['residenceId']
  // a postcode or a city that changes brings its own commune
  if (
    'communeCode' in fields &&
    strategy === 'fillBlanks' &&
    now.fields['city'] !== null &&
    said.fields.city !== undefined &&
    !sameValue('city', now.fields['city'], said.fields.city)
  )
    delete fields['communeCode']
}

export function changesNothing(changes: PersonChanges): boolean {
  return Object.keys(changes.fields).length + changes.phones.length + changes.emails.length + changes.tags.length === 0
}

/** What a row says of a person, without the fields whose value in their record stays. */
export function personWithout(said: PersonValues, kept: ReadonlySet<string>, now: PersonNow | undefined): PersonValues {
  if (kept.size === 0) return said
  return {
    fields: { ...now?.label, ...saidWithout(said.fields, kept, shownUnder) },
    phones: kept.has('phone') ? [] : said.phones,
    emails: kept.has('email') ? [] : said.emails,
    tags: kept.has('tags') ? [] : said.tags,
  }
}

const shownUnder: Readonly<Record<string, readonly string[]>> = {
  firstName: ['firstName', 'fullName'],
  lastName: ['lastName', 'fullName'],
  landlordId: ['landlordName', 'landlordSiren'],
  residenceId: ['residenceName', 'residenceCode'],
}

/** What the changes replace, by the field of the file it is shown under. */
export function replacedBy(now: PersonNow, changes: PersonChanges): Map<string, string> {
  const before = new Map<string, string>()
  for (const field of Object.keys(changes.fields)) {
    for (const shown of shownUnder[field] ?? [field]) before.set(shown, textNow(now, shown))
  }
  if (changes.phones.length > 0) before.set('phone', now.phones.map(formatPhone).join('; '))
  if (changes.emails.length > 0) before.set('email', now.emails.join('; '))
  if (changes.tags.length > 0) before.set('tags', now.tags.join('; '))
  return before
}

function textNow(now: PersonNow, field: string): string {
  switch (field) {
    case 'fullName':
      return `${now.label.lastName} ${now.label.firstName}`.trim()
    case 'landlordName':
    case 'landlordSiren':
      return now.landlordName ?? ''
    case 'residenceName':
      return now.residenceName ?? ''
    case 'residenceCode':
      return now.residenceCode ?? now.residenceName ?? ''
    default: {
      const value = now.fields[field] ?? null
      if (value === null || (field === 'qpvState' && value === 'toCheck')) return ''
      return typeof value === 'object' ? value.join('; ') : String(value)
    }
  }
}
