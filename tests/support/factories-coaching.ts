import type { Inputs, Outputs } from '../../src/shared/contract.ts'
import { aPerson } from './factories.ts'
import type { TestApi } from './open-test-api.ts'

type Api = TestApi['api']
export type Support = Outputs['supports']['get']

let counter = 0

/** A member who coaches. */
export async function aCoach(api: Api, name?: string): Promise<string> {
  counter += 1
  return (await api.members.create({ name: name ?? `Coach ${counter}`, role: 'Coach', email: null })).id
}

/** Someone followed by a coach, a new one of each unless they are given. */
export async function aSupport(api: Api, said: Partial<Inputs['supports']['open']> = {}): Promise<Support> {
  const personId = said.personId ?? (await api.people.create(aPerson())).id
  const coachId = said.coachId ?? (await aCoach(api))
  return api.supports.open({ startedOn: '2026-06-01', ...said, personId, coachId })
}

/** A session of a spell, held for an hour unless said otherwise. */
export function aSession(
  support: Pick<Support, 'id' | 'personId' | 'coachId'>,
  said: Partial<Inputs['sessions']['create']> = {},
): Inputs['sessions']['create'] {
  return {
    personId: support.personId,
    supportId: support.id,
    coachId: support.coachId,
    heldOn: '2026-11-10',
    minutes: 60,
    themes: ['project'],
    ...said,
  }
}

/** Two funded actions of a programme, as the programmes write them. */
export async function twoFundedActions({ api, database }: Pick<TestApi, 'api' | 'database'>): Promise<{
  readonly programmeId: string
  readonly ids: readonly [string, string]
}> {
  const funder = await api.organisations.create({ kind: 'fund', name: 'Fonds des deux rives' })
  return database.command('test.programme', async (tx) => {
    const programmeId = await tx.write.insert('programmes', { kind: 'accelerator', name: 'Élan', sortKey: 'elan' })
    const action = (title: string) => tx.write.insert('fundedActions', { programmeId, funderId: funder.id, title })
    return { programmeId, ids: [await action('Accompagner'), await action('Former')] as const }
  })
}
