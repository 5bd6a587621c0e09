import { addDays } from '../../../shared/rules/days.ts'
import { followUpMonths, followUpWindow, openWave } from '../../../shared/rules/follow-up.ts'
import { inTouch } from '../in-touch.ts'
import { type DaySource, isWanted, nothingSaid } from './source.ts'

/** Days of the last wave, and of the months before it, rounded up: who left before is asked nothing any more. */
const longest = Math.max(...followUpMonths) * 31 + followUpWindow.after

/** Those who completed a programme, at each wave of news that is open, until someone was reached since it opened. */
export const followUps: DaySource = {
  reasons: ['followUp'],
  readsFrom: ['enrolments', 'cohorts', 'people', 'interactions'],
  async lines({ db, space }, { today, mine }) {
    if (space.kind !== 'association') return []
    const rows = await db
      .selectFrom('enrolments')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .select((eb) => [
        'enrolments.id',
        'enrolments.personId',
        'enrolments.endedOn',
        eb
          .selectFrom('interactions')
          .whereRef('interactions.personId', '=', 'enrolments.personId')
          .where(inTouch())
          .where('interactions.deletedAt', 'is', null)
          .select((inner) => inner.fn.max('interactions.at').as('at'))
          .as('reachedAt'),
      ])
      .where('enrolments.stage', 'in', ['completed', 'alumnus'])
      .where('enrolments.endedOn', '>=', addDays(today, -longest))
      .where('enrolments.deletedAt', 'is', null)
      .where('cohorts.deletedAt', 'is', null)
      .where('people.deletedAt', 'is', null)
      .where((eb) => isWanted(eb.ref('cohorts.coordinatorId'), mine))
      .execute()
    return rows.flatMap(({ id, personId, endedOn, reachedAt }) => {
      const wave = endedOn === null ? null : openWave(endedOn, today)
      if (wave === null || (reachedAt ?? '') >= wave.opens) return []
      return [{ reason: 'followUp' as const, recordId: id, personId, dueOn: wave.on, dueTime: null }]
    })
  },
  async said({ db, today }, ids) {
    const rows = await db
      .selectFrom('enrolments')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .select(['enrolments.id', 'enrolments.personId', 'enrolments.endedOn', 'cohorts.name'])
      .where('enrolments.id', 'in', ids)
      .execute()
    return new Map(
      rows.map(({ id, personId, endedOn, name }) => {
        const count = (endedOn === null ? null : openWave(endedOn, today()))?.months ?? null
        return [
          id,
          { ...nothingSaid, on: endedOn, count, about: name, opens: { entity: 'people', id: personId } as const },
        ]
      }),
    )
  },
}
