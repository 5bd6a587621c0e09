import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { letterKinds } from '../../src/shared/rules/letters.ts'
import { documentKinds } from '../../src/shared/rules/papers.ts'
import { aPerson, anOrganisation } from '../support/factories.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'
import { aFile, aPicture, pdfBytes } from '../support/papers.ts'
import { resultOf } from '../support/run-job.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-papers-undo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const files = [0, 1, 2].map((number) => aFile(folder, `papier-${number}.pdf`, pdfBytes(String(number))))
const logos = [0, 1].map((number) => aFile(folder, `logo-${number}.png`, aPicture(20 + number, 10)))

interface World {
  readonly api: TestApi['api']
  readonly personId: string
  readonly organisationId: string
  readonly documents: string[]
  readonly models: string[]
}
type Command = (world: World, pick: number, vary: number) => Promise<unknown>

const commands: Readonly<Record<string, Command>> = {
  async addDocument({ api, personId, organisationId, documents }, pick, vary) {
    const owner = vary % 2 ? { personId } : { organisationId }
    const kind = of(documentKinds, pick)
    documents.push((await resultOf(api.documents.add({ owner, path: of(files, vary), kind }))).id)
  },
  async updateDocument({ api, documents }, pick, vary) {
    const { id, version } = await api.documents.get({ id: of(documents, pick) })
    const fields = [
      { title: `Titre ${vary}` },
      { expiresOn: '2027-01-01' },
      { note: null, kind: of(documentKinds, vary) },
    ]
    await api.documents.update({ id, version, fields: of(fields, vary) })
  },
  trashDocument: ({ api, documents }, pick) => api.documents.trash({ id: of(documents, pick) }),
  restoreDocument: ({ api, documents }, pick) => api.documents.restore({ id: of(documents, pick) }),
  setLogo: ({ api, organisationId }, pick) => resultOf(api.logos.set({ organisationId, path: of(logos, pick) })),
  async removeLogo({ api, organisationId }) {
    if (await api.logos.ofOrganisation({ organisationId })) await api.logos.remove({ organisationId })
  },
  seedModels: ({ api }) => api.letters.seedModels({ locale: 'fr' }),
  async createModel({ api, models }, pick, vary) {
    const text = { kind: of(letterKinds, pick), subject: 'Bonjour', body: 'Bonjour {{prénom}}' }
    models.push((await api.letters.createModel({ ...text, name: `Modèle ${vary}` })).id)
  },
  async updateModel({ api, models }, pick, vary) {
    const id = of(models, pick)
    const version = (await api.letters.models({})).find((model) => model.id === id)?.version ?? 0
    if (version > 0) await api.letters.updateModel({ id, version, fields: { name: `Modèle ${vary}`, subject: '' } })
  },
  trashModel: ({ api, models }, pick) => api.letters.trashModel({ id: of(models, pick) }),
  restoreModel: ({ api, models }, pick) => api.letters.restoreModel({ id: of(models, pick) }),
}
const command = fc.record({ name: fc.constantFrom(...Object.keys(commands)), pick: fc.nat(9), vary: fc.nat(9) })

test('any commands on papers and models, then all their undos and redos, give the base of before and of after', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 14, size: 'max' }), async (sequence) => {
      const { api, database } = await openTestApi()
      const personId = (await api.people.create(aPerson())).id
      const organisationId = (await api.organisations.create(anOrganisation())).id
      const world: World = { api, personId, organisationId, documents: [], models: [] }
      const earlier = await dump(database)
      const before = await applied(api)
      await commands['addDocument']?.(world, 0, 0)
      await commands['createModel']?.(world, 0, 0)
      for (const { name, pick, vary } of sequence) await commands[name]?.(world, pick, vary)
      const later = await dump(database)
      const count = (await applied(api)) - before
      for (let done = 0; done < count; done += 1) expect((await api.history.undoLast({})).kept).toEqual([])
      expect(await dump(database)).toEqual(earlier)
      for (let done = 0; done < count; done += 1) expect((await api.history.redoLast({})).kept).toEqual([])
      expect(await dump(database)).toEqual(later)
      await database.close()
    }),
    { numRuns: Number(process.env['UNDO_RUNS'] ?? 8) },
  )
}, 120_000)

/** How many batches stand in the history. */
async function applied(api: TestApi['api']): Promise<number> {
  let count = 0
  while ((await api.history.next({})).undo !== null) {
    await api.history.undoLast({})
    count += 1
  }
  for (let done = 0; done < count; done += 1) await api.history.redoLast({})
  return count
}

/** Every row, without what each change gives anew, the bytes, and what is found under their names. */
async function dump(database: TestApi['database']): Promise<readonly unknown[]> {
  return database.whileQuiet(async (raw) =>
    ['documents', 'letterModels', 'people', 'organisations', 'searchEntries'].map((table) =>
      raw
        .prepare<[], Record<string, unknown>>(`select * from ${table} order by 1, 2`)
        .all()
        .map(({ version: _version, updatedAt: _updatedAt, rowid: _rowid, ...row }) => row),
    ),
  )
}

function of<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length]
  if (item === undefined) throw new Error('made before anything is picked')
  return item
}
