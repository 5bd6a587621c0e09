import { expect, test } from 'vitest'
import { fileAt, fillEveryTable, stepUp } from '../support/migrations.ts'

test('what was there stays, and live rows are counted on an index that holds nothing else', async () => {
  const raw = await fileAt(9)
  fillEveryTable(raw)
  const { before, kept, added } = await stepUp(raw, 10)
  expect(kept).toEqual(before)
  expect(added).toEqual([])
  for (const table of ['people', 'organisations', 'residences', 'referrals', 'tasks']) {
    const plan = raw.prepare(`explain query plan select count(*) from ${table} where (deletedAt is null) = true`).all()
    expect(JSON.stringify(plan)).toContain(`COVERING INDEX ${table}Live`)
    const page = raw.prepare(`explain query plan select id from ${table} where deletedAt is null order by id`).all()
    expect(JSON.stringify(page)).not.toContain(`${table}Live`)
  }
})
