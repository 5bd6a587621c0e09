import type { ScaleRating } from '../../../shared/features/scales'
import { type ScaleMoment, type ScaleRater, scaleMoments, scaleRaters } from '../../../shared/rules/coaching'
import type { RadarSeries } from '../../ui/Radar'

/** The first and the last answers of each rater: more lines than that, and the picture no longer reads. */
export function radarOf(
  ratings: readonly ScaleRating[],
  name: (rater: ScaleRater, moment: ScaleMoment) => string,
): { readonly axes: readonly string[]; readonly series: readonly RadarSeries[] } {
  const themes = [...new Map(ratings.map(({ themeId, label }) => [themeId, label]))]
  const series = scaleRaters.flatMap((rater) => {
    const rated = scaleMoments.filter((moment) => ratings.some((one) => one.rater === rater && one.moment === moment))
    const [first] = rated
    const last = rated.at(-1)
    if (first === undefined || last === undefined) return []
    return (first === last ? [first] : [first, last]).map((moment) => ({
      id: `${rater} ${moment}`,
      name: name(rater, moment),
      values: themes.map(
        ([themeId]) =>
          ratings.find((one) => one.themeId === themeId && one.rater === rater && one.moment === moment)?.score ?? null,
      ),
    }))
  })
  return { axes: themes.map(([, label]) => label), series }
}
