import type { settings as contract } from '../../shared/features/space.ts'
import { Settings } from '../../shared/features/space.ts'
import { usualConsentMonths } from '../../shared/rules/consent.ts'
import { sortKey } from '../../shared/rules/fold.ts'
import { defaultServiceLevels } from '../../shared/rules/referral-clock.ts'
import type { SpaceKind } from '../../shared/rules/values.ts'
import type { Handlers, ReadDb, SpaceFacts, WriteContext } from '../context.ts'
import { applyServiceLevels } from './referral-clocks.ts'

const defaults: Settings = {
  lockAfterMinutes: 10,
  serviceLevels: defaultServiceLevels,
  retiredRefusalReasons: [],
  consentMonths: usualConsentMonths,
  partnerName: null,
}

export const settings: Handlers<typeof contract> = {
  async get({ space }) {
    const { settings: values, ...facts } = space
    return { ...values, ...facts }
  },
  async update(tx, input) {
    for (const [key, value] of Object.entries(input)) {
      if (value !== undefined) await writeSetting(tx, key, JSON.stringify(value))
    }
    if (input.serviceLevels) await applyServiceLevels(tx, input.serviceLevels)
    return readSettings(tx.db)
  },
  async rename(tx, { organisationName }) {
    const { id, ownOrganisationId } = await tx.db
      .selectFrom('space')
      .select(['id', 'ownOrganisationId'])
      .executeTakeFirstOrThrow()
    await tx.write.update('space', id, { organisationName })
    if (ownOrganisationId !== null) {
      await tx.write.update('organisations', ownOrganisationId, {
        name: organisationName,
        sortKey: sortKey(organisationName, ''),
      })
    }
    return {}
  },
}

/** What the space says of itself. Only its first command, which writes the row, sees a nameless one. */
export async function readSpaceFacts(db: ReadDb, folder: string): Promise<SpaceFacts> {
  const row = await db.selectFrom('space').selectAll().executeTakeFirst()
  return {
    kind: (row?.kind ?? 'association') as SpaceKind,
    organisationName: row?.organisationName ?? '',
    ownOrganisationId: row?.ownOrganisationId ?? null,
    demo: row?.demo === 1,
    folder,
    settings: await readSettings(db),
  }
}

async function readSettings(db: ReadDb): Promise<Settings> {
  const rows = await db.selectFrom('settings').select(['key', 'value']).where('deletedAt', 'is', null).execute()
  const stored = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
  return Settings.parse({ ...defaults, ...stored })
}

async function writeSetting(tx: WriteContext, key: string, value: string): Promise<void> {
  const row = await tx.db
    .selectFrom('settings')
    .select('id')
    .where('key', '=', key)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (row) await tx.write.update('settings', row.id, { value })
  else await tx.write.insert('settings', { key, value })
}
