import type { Migration } from 'kysely/migration'
import * as space from '../../migrations/0001-space.ts'
import * as changes from '../../migrations/0002-changes.ts'
import * as people from '../../migrations/0003-people.ts'
import * as referrals from '../../migrations/0004-referrals.ts'
import * as exchange from '../../migrations/0005-exchange.ts'
import * as programmes from '../../migrations/0006-programmes.ts'
import * as coaching from '../../migrations/0007-coaching.ts'
import * as work from '../../migrations/0008-work.ts'
import * as attendance from '../../migrations/0009-attendance.ts'
import * as counts from '../../migrations/0010-counts.ts'
import * as agreements from '../../migrations/0011-agreements.ts'
import * as answers from '../../migrations/0012-answers.ts'

/** The history of the schema, in order; its length is the schema version written in a file and its envelope. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-space': space,
  '0002-changes': changes,
  '0003-people': people,
  '0004-referrals': referrals,
  '0005-exchange': exchange,
  '0006-programmes': programmes,
  '0007-coaching': coaching,
  '0008-work': work,
  '0009-attendance': attendance,
  '0010-counts': counts,
  '0011-agreements': agreements,
  '0012-answers': answers,
}

export const newestSchema = Object.keys(migrations).length
