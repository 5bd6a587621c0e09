import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('what was there stays, and people and organisations begin empty', async () => {
  const raw = await fileAt(2)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 3)
  expect(kept).toEqual(before)
  expect(before['changes']).toHaveLength(1)
  expect(added).toEqual([
    'organisations',
    'residences',
    'people',
    'participantProfiles',
    'contactPoints',
    'affiliations',
    'tags',
    'taggings',
    'duplicateKeys',
  ])
})

test('a contact point belongs to a person or to an organisation, never both or neither', async () => {
  const raw = await fileAt(3)
  fillEveryTable(raw)
  insert(raw, 'contactPoints', { id: 'other', personId: null, organisationId: 'organisations-1' })
  expect(() => insert(raw, 'contactPoints', { id: 'both', organisationId: 'organisations-1' })).toThrow(/CHECK/)
  expect(() => insert(raw, 'contactPoints', { id: 'neither', personId: null })).toThrow(/CHECK/)
})

test('a residence’s code is its landlord’s own, a person has one profile, a tag is not put twice', async () => {
  const raw = await fileAt(3)
  fillEveryTable(raw)
  expect(() => insert(raw, 'residences', { id: 'other' })).toThrow(/UNIQUE/)
  insert(raw, 'organisations', { id: 'organisations-2' })
  insert(raw, 'residences', { id: 'other', landlordId: 'organisations-2' })
  insert(raw, 'residences', { id: 'third', code: null })
  insert(raw, 'residences', { id: 'fourth', code: null })
  expect(() => insert(raw, 'participantProfiles', { id: 'other' })).toThrow(/UNIQUE/)
  expect(() => insert(raw, 'taggings', { id: 'other' })).toThrow(/UNIQUE/)
  expect(() => insert(raw, 'people', { id: 'other', landlordId: 'nobody' })).toThrow(/FOREIGN KEY/)
})

test('nobody’s address is concluded to be in or out of a priority neighbourhood', async () => {
  const raw = await fileAt(3)
  raw.exec(
    `insert into people (id, version, createdAt, updatedAt, firstName, lastName, sortKey) values ('a', 1, '', '', '', 'Vasselin', 'vasselin')`,
  )
  expect(raw.prepare('select qpvState, bestTimes, languageHelp from people').get()).toEqual({
    qpvState: 'toCheck',
    bestTimes: '[]',
    languageHelp: 0,
  })
})
