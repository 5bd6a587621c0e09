import { openFile } from '../../src/data/database.ts'
import { migrate } from '../../src/data/migrate.ts'
import { createSpace } from '../../src/data/space/create-space.ts'
import type { SpaceDependencies } from '../../src/data/space/dependencies.ts'
import { closeSpace } from '../../src/data/space/open-space.ts'
import { insert } from './migrations.ts'

interface OldSpace {
  readonly folder: string
  readonly passphrase: string
  /** How many steps behind this version it is. */
  readonly behind: number
}

/** A closed space as an earlier version of the application left it, with somebody at its keyboard, one person, and no search. */
export async function makeOldSpace(
  dependencies: SpaceDependencies,
  { folder, passphrase, behind }: OldSpace,
): Promise<void> {
  const then = { ...dependencies, newestSchema: dependencies.newestSchema - behind }
  const { space } = await createSpace(then, {
    folder,
    name: 'Les Escales',
    kind: 'association',
    passphrase,
    initialise: async ({ path, fileKey }) => {
      const raw = openFile({ path, fileKey, mode: 'create' })
      try {
        await migrate(raw, then.newestSchema)
        insert(raw, 'space', { kind: 'association', organisationName: 'Les Escales', ownOrganisationId: null, demo: 0 })
        insert(raw, 'members', { name: 'Awa Diallo', active: 1 })
        raw.exec(`insert into people (id, version, createdAt, updatedAt, firstName, lastName, sortKey)
          values ('person-1', 1, '2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.000Z', 'Aïcha', 'Benali', 'benali aicha')`)
      } finally {
        raw.close()
      }
    },
  })
  await closeSpace(space)
}
