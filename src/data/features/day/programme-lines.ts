import { dayDelays } from '../../../shared/rules/day.ts'
import { addDays, daysBetween } from '../../../shared/rules/days.ts'
import { type DaySource, isWanted, nothingSaid, oncePerDay } from './source.ts'

/** Places offered and neither taken nor declined. */
export const proposals: DaySource = {
  reasons: ['proposal'],
  readsFrom: ['enrolments', 'cohorts', 'people'],
  async lines({ db, space }, { today, mine }) {
    if (space.kind !== 'association') return []
    const due = oncePerDay((day) => addDays(day, dayDelays.proposal))
    const rows = await db
      .selectFrom('enrolments')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .select(['enrolments.id', 'enrolments.personId', 'enrolments.stageSince'])
      .where('enrolments.stage', '=', 'selected')
      .where('enrolments.stageSince', '<=', addDays(today, -dayDelays.proposal))
      .where('enrolments.deletedAt', 'is', null)
      .where('cohorts.deletedAt', 'is', null)
      .where((eb) => eb.or([eb('cohorts.endsOn', 'is', null), eb('cohorts.endsOn', '>=', today)]))
      .where('people.deletedAt', 'is', null)
      .where((eb) => isWanted(eb.ref('cohorts.coordinatorId'), mine))
      .execute()
    return rows.map(({ id, personId, stageSince }) => ({
      reason: 'proposal',
      recordId: id,
      personId,
      dueOn: due(stageSince),
      dueTime: null,
    }))
  },
  async said({ db, today }, ids) {
    const rows = await db
      .selectFrom('enrolments')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .select(['enrolments.id', 'stageSince', 'cohorts.id as cohortId', 'cohorts.name'])
      .where('enrolments.id', 'in', ids)
      .execute()
    return new Map(
      rows.map(({ id, stageSince, cohortId, name }) => {
        const count = daysBetween(stageSince, today())
        const opens = { entity: 'cohorts', id: cohortId } as const
        return [id, { ...nothingSaid, on: stageSince, count, about: name, opens }]
      }),
    )
  },
}

/** Workshops held whose sheet has not both: the scan of who signed, still there, and the trainer's signature. */
export const sheets: DaySource = {
  reasons: ['sheet'],
  readsFrom: ['workshops', 'attendanceSheets', 'documents', 'cohorts'],
  async lines({ db, space }, { today, mine }) {
    if (space.kind !== 'association') return []
    const due = oncePerDay((day) => addDays(day, dayDelays.sheet))
    const rows = await db
      .selectFrom('workshops')
      .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
      .select(['workshops.id', 'workshops.heldOn'])
      .where('workshops.heldOn', '<', today)
      .where('workshops.cancelledOn', 'is', null)
      .where('workshops.deletedAt', 'is', null)
      .where('cohorts.deletedAt', 'is', null)
      .where((eb) => isWanted(eb.ref('cohorts.coordinatorId'), mine))
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('attendanceSheets')
              .innerJoin('documents', 'documents.id', 'attendanceSheets.documentId')
              .select('attendanceSheets.id')
              .whereRef('attendanceSheets.workshopId', '=', 'workshops.id')
              .where('attendanceSheets.deletedAt', 'is', null)
              .where('documents.deletedAt', 'is', null)
              .where('attendanceSheets.countersignedOn', 'is not', null),
          ),
        ),
      )
      .execute()
    return rows.map(({ id, heldOn }) => ({
      reason: 'sheet',
      recordId: id,
      personId: null,
      dueOn: due(heldOn),
      dueTime: null,
    }))
  },
  async said({ db }, ids) {
    const rows = await db
      .selectFrom('workshops')
      .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
      .leftJoin('attendanceSheets', (join) =>
        join.onRef('attendanceSheets.workshopId', '=', 'workshops.id').on('attendanceSheets.deletedAt', 'is', null),
      )
      .leftJoin('documents', (join) =>
        join.onRef('documents.id', '=', 'attendanceSheets.documentId').on('documents.deletedAt', 'is', null),
      )
      .select(['workshops.id', 'workshops.title', 'heldOn', 'documents.id as scan', 'cohorts.name as cohort'])
      .where('workshops.id', 'in', ids)
      .execute()
    return new Map(
      rows.map(({ id, title, heldOn, scan, cohort }) => [
        id,
        {
          ...nothingSaid,
          title,
          about: cohort,
          on: heldOn,
          code: scan === null ? 'signatures' : 'countersignature',
          opens: { entity: 'workshops', id } as const,
        },
      ]),
    )
  },
}
