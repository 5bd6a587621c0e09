// Writes people one command after another, saying when each begins and when it is acknowledged, until it is killed.
import { dirname, join } from 'node:path'
import { v7 as newId } from 'uuid'
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
  const space = {
    kind: 'association',
    organisationName: 'Essai',
    memberName: 'Essai',
    memberRole: '',
    demo: false,
  } as const
  await database.command('space.create', (tx) => initialise(tx, space))
  await database.close()
  process.exit(0)
}
const [member] = await database.read().db.selectFrom('members').select(['id', 'name']).execute()
database.switchMember(member ?? null)
process.send?.({ ready: true })
for (let number = Number(first); ; number += 1) {
  process.send?.({ begun: number })
  const contactPoints = [
    {
      id: null,
      kind: 'phone' as const,
      value: `06399800${String(number % 100).padStart(2, '0')}`,
      label: null,
      preferred: true,
    },
  ]
  await database.command('people.create', (tx) =>
    people.create(tx, { firstName: 'Essai', lastName: `Numéro ${number}`, contactPoints, tags: ['Essai'] }),
  )
  process.send?.({ acknowledged: number })
  if (number % 25 === 24) await new Promise((resolve) => setImmediate(resolve))
}
