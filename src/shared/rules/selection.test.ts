import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Review,
  criterionMean,
  disagreementGap,
  highestScore,
  ranking,
  readerMean,
  readersWanted,
  reviewRecommendations,
  summarise,
} from './selection.ts'

const criteria = [
  { id: 'project', weight: 3 },
  { id: 'drive', weight: 1 },
]

function aReview(project: number, drive: number, said: Partial<Review> = {}): Review {
  return { conflictOfInterest: false, recommendation: 'favourable', scores: { project, drive }, ...said }
}

test('a reader’s mean weighs each mark; a criterion they did not mark weighs nothing', () => {
  expect(readerMean(criteria, { project: 4, drive: 2 })).toBe(3.5)
  expect(readerMean(criteria, { drive: 2 })).toBe(2)
  expect(readerMean(criteria, { removed: 5 })).toBeNull()
  expect(readerMean([], { project: 5 })).toBeNull()
})

describe('the readings of one application', () => {
  test('nobody read it', () => {
    expect(summarise(criteria, [])).toEqual({
      readers: 0,
      conflicts: 0,
      lacking: readersWanted,
      mean: null,
      disagreements: [],
    })
  })

  test.each<[string, readonly Review[], readonly string[]]>([
    ['near each other', [aReview(4, 4), aReview(3, 3)], []],
    ['apart by the gap', [aReview(5, 5), aReview(3.5, 3.5)], ['scores']],
    ['opposed', [aReview(3, 3), aReview(3, 3, { recommendation: 'unfavourable' })], ['recommendations']],
    ['reserved is not opposed', [aReview(3, 3), aReview(3, 3, { recommendation: 'reserved' })], []],
    ['apart, but one has a conflict of interest', [aReview(5, 5), aReview(0, 0, { conflictOfInterest: true })], []],
  ])('%s', (_what, reviews, disagreements) => {
    expect(summarise(criteria, reviews).disagreements).toEqual(disagreements)
  })
})

const review = fc.record({
  conflictOfInterest: fc.boolean(),
  recommendation: fc.constantFrom(...reviewRecommendations),
  scores: fc.record({ project: fc.integer({ min: 0, max: 5 }), drive: fc.integer({ min: 0, max: 5 }) }),
})

test('a conflict of interest changes nothing but its own count, and the order of readers nothing at all', () => {
  fc.assert(
    fc.property(fc.array(review, { maxLength: 6 }), fc.array(review, { maxLength: 3 }), (reviews, others) => {
      const conflicted = others.map((one) => ({ ...one, conflictOfInterest: true }))
      const { conflicts, ...summary } = summarise(criteria, reviews)
      const { conflicts: more, ...same } = summarise(criteria, [...conflicted, ...reviews.toReversed()])
      expect(more).toBe(conflicts + others.length)
      expect({ ...same, mean: same.mean?.toFixed(9) }).toEqual({ ...summary, mean: summary.mean?.toFixed(9) })
      expect(criterionMean('project', reviews) ?? 0).toBeLessThanOrEqual(highestScore)
      if (summary.mean !== null) expect(summary.mean).toBeGreaterThanOrEqual(0)
      if (summary.readers < 2) expect(summary.disagreements).toEqual([])
    }),
  )
  expect(disagreementGap).toBeLessThan(highestScore)
})

test('the best comes first, equals share their place, who was not read has none', () => {
  const mean = fc.option(fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100))
  fc.assert(
    fc.property(fc.array(fc.record({ mean }), { maxLength: 20 }), (candidates) => {
      const ranked = ranking(candidates)
      expect(ranked).toHaveLength(candidates.length)
      for (const { mean: own, place } of ranked) {
        const better = candidates.filter((other) => own !== null && other.mean !== null && other.mean > own).length
        expect(place).toBe(own === null ? null : better + 1)
      }
    }),
  )
})
