import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('what was there stays, and support begins empty', async () => {
  const raw = await fileAt(6)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 7)
  expect(kept).toEqual(before)
  expect(before['people']).toHaveLength(1)
  expect(added).toEqual([
    'supports',
    'sessions',
    'sessionFundings',
    'goals',
    'actionLibrary',
    'actions',
    'barriers',
    'scaleThemes',
    'goalReviews',
  ])
})

test('a person and a coach have one open spell, an action pays a session once, an answer is given once', async () => {
  const raw = await fileAt(7)
  fillEveryTable(raw)
  insert(raw, 'supports', { id: 'open', endedOn: null })
  expect(() => insert(raw, 'supports', { id: 'second', endedOn: null })).toThrow(/UNIQUE/)
  insert(raw, 'supports', { id: 'trashed', endedOn: null, deletedAt: '2026-11-23' })
  insert(raw, 'supports', { id: 'over' })
  expect(() => insert(raw, 'sessionFundings', { id: 'again' })).toThrow(/UNIQUE/)
  expect(() => insert(raw, 'goalReviews', { id: 'again' })).toThrow(/UNIQUE/)
  insert(raw, 'goalReviews', { id: 'exit', moment: 'exit', score: 10 })
})

test('a share is a part of the whole, and a score is from 0 to 10', async () => {
  const raw = await fileAt(7)
  fillEveryTable(raw)
  insert(raw, 'sessions', { id: 'other' })
  for (const share of [0, 101])
    expect(() => insert(raw, 'sessionFundings', { id: `s${share}`, sessionId: 'other', share })).toThrow(/CHECK/)
  for (const score of [-1, 11])
    expect(() => insert(raw, 'goalReviews', { id: `r${score}`, moment: 'exit', score })).toThrow(/CHECK/)
})
