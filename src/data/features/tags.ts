import type { Tag } from '../../shared/features/people.ts'
import { fold } from '../../shared/rules/fold.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { AppError } from '../../shared/errors.ts'

/** The tags in use, by name, with the number of people who bear each. */
export async function usedTags(db: ReadDb): Promise<(Tag & { readonly uses: number })[]> {
  return db
    .selectFrom('taggings')
    .innerJoin('tags', 'tags.id', 'taggings.tagId')
    .innerJoin('people', 'people.id', 'taggings.personId')
    .select((eb) => ['tags.id', 'tags.name', eb.fn.countAll<number>().as('uses')])
    .where('taggings.deletedAt', 'is', null)
    .where('tags.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .groupBy(['tags.id', 'tags.name', 'tags.foldedName'])
    .orderBy('tags.foldedName')
    .execute()
}

export async function tagsOf(db: ReadDb, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Tag[]>> {
  const rows = await db
    .selectFrom('taggings')
    .innerJoin('tags', 'tags.id', 'taggings.tagId')
    .select(['taggings.personId', 'tags.id', 'tags.name'])
    .where('taggings.personId', 'in', personIds)
    .where('taggings.deletedAt', 'is', null)
    .orderBy('tags.foldedName')
    .execute()
  const found = new Map<string, Tag[]>()
  for (const { personId, ...tag } of rows) {
    const tags = found.get(personId)
    if (tags) tags.push(tag)
    else found.set(personId, [tag])
  }
  return found
}

/** The tag of that name, made if it is new; accents, case and hyphens make no other tag. */
export async function tagNamed(tx: WriteContext, name: string): Promise<string> {
  const foldedName = fold(name)
  if (foldedName === '') throw new AppError('invalid', { field: 'tags' })
  refuseSensitiveNumbers({ tags: name })
  const known = await tx.db
    .selectFrom('tags')
    .select('id')
    .where('foldedName', '=', foldedName)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return known?.id ?? tx.write.insert('tags', { name, foldedName })
}

/** Makes these the tags of a person; says whether any changed. */
export async function setTags(tx: WriteContext, personId: string, names: readonly string[]): Promise<boolean> {
  const wanted = new Set<string>()
  for (const name of names) wanted.add(await tagNamed(tx, name))
  const before = await tx.db
    .selectFrom('taggings')
    .select(['id', 'tagId'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .execute()
  const gone = before.filter(({ tagId }) => !wanted.has(tagId))
  const known = new Set(before.map(({ tagId }) => tagId))
  const added = [...wanted].filter((tagId) => !known.has(tagId))
  for (const { id } of gone) await tx.write.trash('taggings', id)
  for (const tagId of added) await tx.write.insert('taggings', { tagId, personId })
  return gone.length + added.length > 0
}

/** Gives a person one more tag; false when they have it. */
export async function addTag(tx: WriteContext, personId: string, tagId: string): Promise<boolean> {
  const has = await tx.db
    .selectFrom('taggings')
    .select('id')
    .where('personId', '=', personId)
    .where('tagId', '=', tagId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (has) return false
  await tx.write.insert('taggings', { tagId, personId })
  return true
}
