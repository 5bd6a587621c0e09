import { AppError } from '../../shared/errors.ts'
import type { scales as contract } from '../../shared/features/scales.ts'
import { mostScaleThemes } from '../../shared/rules/coaching.ts'
import { fold } from '../../shared/rules/fold.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { refuseFuture } from './coaching-checks.ts'
import { usualThemes } from './coaching-defaults.ts'
import { given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { placesAfterMove } from './positions.ts'
import { ratingsOf, readThemes } from './scale-read.ts'

export const scales: Handlers<typeof contract> = {
  async themes({ db }) {
    return readThemes(db)
  },
  async seedThemes(tx, { locale }) {
    if ((await readThemes(tx.db)).length > 0) throw new AppError('alreadyExists', { entity: 'scaleThemes' })
    for (const [position, label] of usualThemes[locale].entries())
      await tx.write.insert('scaleThemes', { label, position })
    return readThemes(tx.db)
  },
  async addTheme(tx, { label }) {
    await refuseLabel(tx, label, null)
    await refuseTooMany(tx.db)
    await tx.write.insert('scaleThemes', { label, position: (await liveThemes(tx.db)).length })
    return readThemes(tx.db)
  },
  async updateTheme(tx, { id, version, fields }) {
    const theme = (await liveThemes(tx.db)).find((one) => one.id === id)
    if (!theme) throw new AppError('notFound', { entity: 'scaleThemes', id })
    const { label, retired } = fields
    if (label !== undefined) await refuseLabel(tx, label, id)
    if (retired === false && theme.retired === 1) await refuseTooMany(tx.db)
    const columns = { ...given({ label }), ...(retired === undefined ? {} : { retired: retired ? 1 : 0 }) }
    await tx.write.update('scaleThemes', id, columns, version)
    const record = (await readThemes(tx.db)).find((one) => one.id === id)
    if (!record) throw new AppError('notFound', { entity: 'scaleThemes', id })
    return { outcome: 'saved', record }
  },
  async moveTheme(tx, { id, position }) {
    const asked = (await liveThemes(tx.db)).filter(({ retired }) => retired === 0)
    for (const place of placesAfterMove(asked, id, position)) {
      await tx.write.update('scaleThemes', place.id, { position: place.position })
    }
    return readThemes(tx.db)
  },
  async ofPerson({ db }, { personId }) {
    return ratingsOf(db, (query) => query.where('goalReviews.personId', '=', personId))
  },
  async rate(tx, { supportId, moment, rater, reviewedOn, scores }) {
    const support = await tx.db
      .selectFrom('supports')
      .select('personId')
      .where('id', '=', supportId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst()
    if (!support) throw new AppError('notFound', { entity: 'supports', id: supportId })
    refuseFuture(tx, 'reviewedOn', reviewedOn)
    const known = new Set((await liveThemes(tx.db)).map(({ id }) => id))
    for (const { themeId, score } of scores) {
      if (!known.has(themeId)) throw new AppError('invalid', { field: 'themeId' })
      const answer = { personId: support.personId, supportId, themeId, moment, rater, reviewedOn }
      await keepScore(tx, answer, score)
    }
    return ratingsOf(tx.db, (query) => query.where('goalReviews.supportId', '=', supportId))
  },
}

interface Answer {
  readonly personId: string
  readonly supportId: string
  readonly themeId: string
  readonly moment: string
  readonly rater: string
  readonly reviewedOn: string
}

/** One answer for each theme, moment and rater; an unchanged one keeps its day and who noted it. */
async function keepScore(tx: WriteContext, answer: Answer, score: number | null): Promise<void> {
  const row = await tx.db
    .selectFrom('goalReviews')
    .select(['id', 'score'])
    .where('supportId', '=', answer.supportId)
    .where('themeId', '=', answer.themeId)
    .where('moment', '=', answer.moment)
    .where('rater', '=', answer.rater)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  const memberId = tx.member?.id ?? null
  if (score === null) {
    if (row) await tx.write.trash('goalReviews', row.id)
  } else if (!row) {
    await tx.write.insert('goalReviews', { ...answer, score, memberId })
  } else if (row.score !== score) {
    await tx.write.update('goalReviews', row.id, { score, reviewedOn: answer.reviewedOn, memberId })
  }
}

function liveThemes(db: ReadDb) {
  return db
    .selectFrom('scaleThemes')
    .select(['id', 'label', 'retired', 'position'])
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

async function refuseLabel(tx: WriteContext, label: string, exceptId: string | null): Promise<void> {
  refuseSensitiveNumbers({ label })
  const same = (await liveThemes(tx.db)).find((theme) => fold(theme.label) === fold(label) && theme.id !== exceptId)
  if (same) throw new AppError('alreadyExists', { field: 'label', id: same.id, label: same.label })
}

async function refuseTooMany(db: ReadDb): Promise<void> {
  const asked = (await liveThemes(db)).filter(({ retired }) => retired === 0)
  if (asked.length >= mostScaleThemes) throw new AppError('invalid', { field: 'label', reason: 'tooMany' })
}
