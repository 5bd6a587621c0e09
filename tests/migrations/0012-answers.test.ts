import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, insert, stepUp } from '../support/migrations.ts'

test('what was agreed to stays agreed to, and says who noted it where the history does', async () => {
  const raw = await fileAt(11)
  fillEveryTable(raw)
  insert(raw, 'consents', { id: 'noted' })
  const noted = { entity: 'consents', recordId: 'noted' }
  insert(raw, 'changes', { ...noted, seq: 2, id: 'made', op: 'create', actorId: 'members-1' })
  insert(raw, 'changes', { ...noted, seq: 3, id: 'changed', op: 'update', actorId: 'nobody' })
  const { before, kept, added } = await stepUp(raw, 12)
  expect(added).toEqual([])
  const { consents: consentsBefore, ...othersBefore } = before
  const { consents: consentsKept, ...othersKept } = kept
  expect(othersKept).toEqual(othersBefore)
  expect(consentsKept).toEqual(
    consentsBefore?.map((row) => {
      const consent = row as { id: string }
      return { ...consent, refused: 0, memberId: consent.id === 'noted' ? 'members-1' : null }
    }),
  )
})
