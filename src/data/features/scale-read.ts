import type { ScaleRating, ScaleTheme } from '../../shared/features/scales.ts'
import type { ScaleMoment, ScaleRater } from '../../shared/rules/coaching.ts'
import type { ReadDb } from '../context.ts'

type Query = ReturnType<typeof ratingRows>

/** Ratings that `narrow` chooses, in the order of the themes. */
export async function ratingsOf(db: ReadDb, narrow: (query: Query) => Query): Promise<ScaleRating[]> {
  const rows = await narrow(ratingRows(db)).execute()
  return rows.map(({ moment, rater, ...row }) => ({
    ...row,
    moment: moment as ScaleMoment, // checked when they were written
    rater: rater as ScaleRater,
  }))
}

/** Those still asked first, each in their order. */
export async function readThemes(db: ReadDb): Promise<ScaleTheme[]> {
  const rows = await db
    .selectFrom('scaleThemes')
    .select(['id', 'version', 'label', 'retired'])
    .select((eb) =>
      eb
        .selectFrom('goalReviews')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('goalReviews.themeId', '=', 'scaleThemes.id')
        .where('goalReviews.deletedAt', 'is', null)
        .as('ratings'),
    )
    .where('deletedAt', 'is', null)
    .orderBy('retired')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ retired, ratings, ...row }) => ({ ...row, retired: retired === 1, ratings: Number(ratings ?? 0) }))
}

function ratingRows(db: ReadDb) {
  return db
    .selectFrom('goalReviews')
    .innerJoin('scaleThemes', 'scaleThemes.id', 'goalReviews.themeId')
    .leftJoin('members', 'members.id', 'goalReviews.memberId')
    .select([
      'goalReviews.supportId',
      'goalReviews.themeId',
      'scaleThemes.label',
      'goalReviews.moment',
      'goalReviews.rater',
      'goalReviews.score',
      'goalReviews.reviewedOn',
      'members.name as by',
    ])
    .where('goalReviews.deletedAt', 'is', null)
    .orderBy('scaleThemes.retired')
    .orderBy('scaleThemes.position')
    .orderBy('scaleThemes.id')
    .orderBy('goalReviews.reviewedOn')
}
