import { expect, test } from 'vitest'
import type { ReadDb } from '../../src/data/context.ts'
import { kyselyOn } from '../../src/data/kysely-on.ts'
import { labelOf } from '../../src/data/labels.ts'
import { newestSchema } from '../../src/data/migrations.ts'
import { entityNames } from '../../src/shared/features/history.ts'
import { fileAt, fillEveryTable } from '../support/migrations.ts'

test('every record is called by something it holds, or belongs to one that is; what nobody reads is called nothing', async () => {
  const raw = await fileAt(newestSchema)
  fillEveryTable(raw)
  const db = kyselyOn(raw) as unknown as ReadDb // the same tables, seen as what only reads sees them
  const unnamed: string[] = []
  for (const entity of entityNames) {
    const { id } = raw.prepare(`select id from ${entity}`).get() as { id: string }
    if ((await labelOf(db, entity, id)) === '') unnamed.push(entity)
    expect(await labelOf(db, entity, 'nobody')).toBe('')
  }
  expect(unnamed.toSorted()).toEqual(['exports', 'imports', 'settings', 'snoozes', 'space'])
})
