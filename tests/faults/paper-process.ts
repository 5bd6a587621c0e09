// Adds papers one after another and puts every other one aside, saying when each begins and is acknowledged, until it is killed.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { v7 as newId } from 'uuid'
import { documents } from '../../src/data/features/documents.ts'
import { initialise } from '../../src/data/features/initialise.ts'
import { people } from '../../src/data/features/people.ts'
import { openDatabase } from '../../src/data/open-database.ts'
import { inRoot } from '../../scripts/support/root.ts'

const [path = '', first = '0', create = ''] = process.argv.slice(2)
const database = await openDatabase({
  path,
  fileKey: Buffer.alloc(32, 7),
  folder: '',
  deviceId: 'device',
  resources: inRoot('resources'),
  copies: join(dirname(path), 'copies'),
  now: () => new Date(),
  newId,
  openReader: () => Promise.reject(new Error('no foreign file here')),
  announce: () => undefined,
  create: create === 'create',
})
if (create === 'create') {
  const space = { kind: 'association', organisationName: 'Essai', memberName: 'Essai', memberRole: '', demo: false }
  await database.command('space.create', (tx) => initialise(tx, { ...space, kind: 'association' }))
  await database.command('people.create', (tx) => people.create(tx, { lastName: 'Essai', contactPoints: [], tags: [] }))
  await database.close()
  process.exit(0)
}
const person = await database.read().db.selectFrom('people').select('id').executeTakeFirstOrThrow()
process.send?.({ ready: true })
for (let number = Number(first); ; number += 1) {
  process.send?.({ begun: number })
  const file = join(dirname(path), 'papier.pdf')
  writeFileSync(file, `%PDF-1.7\n% ${number} ${'x'.repeat(200_000)}`)
  const adding = documents.add(
    database.job('documents.add'),
    {
      owner: { personId: person.id },
      path: file,
      kind: 'other',
      title: `Numéro ${number}`,
      documentOn: null,
      expiresOn: null,
      note: null,
    },
    new AbortController().signal,
  )
  for (;;) {
    const step = await adding.next()
    if (step.done !== true) continue
    const { id } = step.value
    if (number % 2 === 1) await database.command('documents.trash', (tx) => documents.trash(tx, { id }))
    break
  }
  process.send?.({ acknowledged: number })
}
