// npm run seed -- 5000 [folder]: an invented space of that many people, whose key lies in clear like the demo's.
import { resolve } from 'node:path'
import { inventSpace } from './support/invented-space.ts'
import { say, main, Stop } from './support/say.ts'

await main(async () => {
  const people = Number(process.argv[2])
  if (!Number.isInteger(people) || people < 1) throw new Stop('How many people? For instance: npm run seed -- 5000')
  const userData = resolve(process.argv[3] ?? `seeded-${people}`)
  const counts = { people, referrals: Math.round(people / 5) }
  const wanted = { folder: 'seeded', organisationName: `Base de ${people}`, counts }
  await inventSpace(userData, wanted, (rows) => say(`${rows} rows`))
  say(`done. To see it: PALIER_USER_DATA=${userData} npm start`)
  return 0
})
