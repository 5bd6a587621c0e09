import type { Inputs, Outputs } from '../../src/shared/contract.ts'
import type { EnrolmentStage } from '../../src/shared/rules/enrolment-stages.ts'
import type { NewRow } from '../../src/data/writer.ts'
import { aPerson } from './factories.ts'
import type { TestApi } from './open-test-api.ts'

export type Enrolment = Outputs['enrolments']['get']

/** Places of a cohort kept for some. */
export async function aQuota(
  { database }: Pick<TestApi, 'database'>,
  cohortId: string,
  quota: Omit<NewRow<'cohortQuotas'>, 'cohortId'>,
): Promise<string> {
  return database.command('cohorts.setQuotas', (tx) => tx.write.insert('cohortQuotas', { cohortId, ...quota }))
}

/** Someone new, in a cohort; gives the enrolment. */
export async function anEnrolment(
  { api }: Pick<TestApi, 'api'>,
  cohortId: string,
  said: Parameters<typeof aPerson>[0] & { readonly enrolledOn?: string; readonly appliedOn?: string } = {},
): Promise<Enrolment> {
  const { enrolledOn, appliedOn, ...person } = said
  const { id: personId } = await api.people.create(aPerson(person))
  const { ids } = await api.enrolments.create({
    cohortId,
    people: [{ personId }],
    stage: enrolledOn === undefined ? 'applied' : 'enrolled',
    on: enrolledOn ?? appliedOn ?? '2026-11-02',
  })
  return api.enrolments.get({ id: ids[0] ?? '' })
}

/** A move as the screen asks it, with what that move needs. */
export function aStageMove(
  enrolment: Pick<Enrolment, 'id' | 'version' | 'stage'>,
  to: EnrolmentStage,
  said: Partial<Inputs['enrolments']['move']> = {},
): Inputs['enrolments']['move'] {
  const needed: Partial<Record<EnrolmentStage, Partial<Inputs['enrolments']['move']>>> = {
    refused: { reasons: ['projectNotReady'] },
    withdrawn: { reasons: ['foundJob'] },
    dropout: { reasons: ['moved'], outcomeClass: 'otherExit' },
    completed: { outcomeClass: 'positiveExit' },
    applied: { note: 'Elle a rappelé.' },
    active: { note: 'Reprise.' },
  }
  return { id: enrolment.id, version: enrolment.version, to, on: '2026-11-23', ...needed[to], ...said }
}

/** Several moves in a row, all on one day. */
export async function walked(
  { api }: Pick<TestApi, 'api'>,
  id: string,
  stages: readonly EnrolmentStage[],
  on = '2026-11-23',
): Promise<Enrolment> {
  for (const to of stages) {
    const answer = await api.enrolments.move(aStageMove(await api.enrolments.get({ id }), to, { on }))
    if (answer.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(answer.conflicts)}`)
  }
  return api.enrolments.get({ id })
}
