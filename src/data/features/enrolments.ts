import { AppError } from '../../shared/errors.ts'
import type { enrolments as contract } from '../../shared/features/enrolments.ts'
import type { Handlers } from '../context.ts'
import { refuseMovedSince } from './conflicts.ts'
import { emptyAsNull } from './fields.ts'
import { moveAll, offerNextPlace } from './enrolment-bulk.ts'
import { readCandidates } from './enrolment-candidates.ts'
import { createEnrolments, createSelected } from './enrolment-create.ts'
import { moveEnrolment } from './enrolment-moves.ts'
import { placesOf } from './enrolment-places.ts'
import { readCohortRows, readEnrolment, readPersonEnrolments } from './enrolment-read.ts'
import { illegalStage, liveEnrolment } from './enrolment-row.ts'
import { restoreEnrolment, trashEnrolment } from './enrolment-trash.ts'
import { takeWaitingPlace } from './enrolment-waiting-list.ts'
import { refuseSensitiveNumbers } from './free-text.ts'

export const enrolments: Handlers<typeof contract> = {
  async ofCohort(context, { cohortId }) {
    const rows = await readCohortRows(context, cohortId)
    return { rows, places: await placesOf(context, cohortId, rows) }
  },
  async ofPerson(context, { personId }) {
    return readPersonEnrolments(context, personId)
  },
  async get(context, { id }) {
    return readEnrolment(context, id)
  },
  async candidates({ db }, { cohortId }) {
    return readCandidates(db, cohortId)
  },
  async create(tx, input) {
    return { ids: await createEnrolments(tx, input) }
  },
  async addSelected(tx, input) {
    return createSelected(tx, input)
  },
  async move(tx, { id, version, ...asked }) {
    const row = await liveEnrolment(tx.db, id)
    await refuseMovedSince(tx, { entity: 'enrolments', field: 'stage', basedOn: version, yours: asked.to }, row)
    await moveEnrolment(tx, row, asked)
    return { outcome: 'saved', record: await readEnrolment(tx, id) }
  },
  async bulkMove(tx, input) {
    return moveAll(tx, input)
  },
  async setRank(tx, { id, rank }) {
    const row = await liveEnrolment(tx.db, id)
    if (row.stage !== 'waitlisted') throw illegalStage(row.stage, 'waitlisted')
    await tx.write.update('enrolments', id, { rank: await takeWaitingPlace(tx, row, rank) })
    return readEnrolment(tx, id)
  },
  async offerNextPlace(tx, { cohortId, on }) {
    return readEnrolment(tx, await offerNextPlace(tx, cohortId, on))
  },
  async update(tx, { id, version, fields }) {
    await liveEnrolment(tx.db, id)
    if (fields.note !== undefined) {
      refuseSensitiveNumbers({ note: fields.note })
      await tx.write.update('enrolments', id, { note: emptyAsNull(fields.note) }, version)
    }
    return { outcome: 'saved', record: await readEnrolment(tx, id) }
  },
  async recordMessage(tx, { id, sentOn }) {
    const row = await liveEnrolment(tx.db, id)
    if (sentOn > tx.today() || sentOn < row.stageSince) throw new AppError('invalid', { field: 'sentOn' })
    await tx.write.update('enrolments', id, { messageSentOn: sentOn })
    return readEnrolment(tx, id)
  },
  async trash(tx, { id }) {
    await trashEnrolment(tx, await liveEnrolment(tx.db, id))
    return {}
  },
  async restore(tx, { id }) {
    await restoreEnrolment(tx, id)
    return readEnrolment(tx, id)
  },
}
