// npm run seed -- 5000 [folder]: an invented space of that many people, whose key lies in clear like the demo's.
import { join, resolve } from 'node:path'
import { seedBase } from '../src/data/demo/seed.ts'
import { sessionAt } from '../tests/bench/base.ts'
import { say, main, Stop } from './support/say.ts'

await main(async () => {
  const people = Number(process.argv[2])
  if (!Number.isInteger(people) || people < 1) throw new Stop('How many people? For instance: npm run seed -- 5000')
  const userData = resolve(process.argv[3] ?? `seeded-${people}`)
  const session = sessionAt(userData)
  const wanted = {
    kind: 'association',
    organisationName: `Base de ${people}`,
    memberName: 'Essai',
    memberRole: '',
    demo: true,
  } as const
  await session.create(join(userData, 'spaces', 'seeded'), wanted, null)
  const database = session.database()
  if (!database) throw new Error('the space that was just made is open')
  await seedBase(database, { people, referrals: Math.round(people / 5) }, (rows) => say(`${rows} rows`))
  await session.close()
  say(`done. To see it: PALIER_USER_DATA=${userData} npm start`)
  return 0
})
