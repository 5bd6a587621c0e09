import { AppError } from '../../shared/errors.ts'
import type { Consent, Person } from '../../shared/features/people.ts'
import type { BestTime } from '../../shared/rules/values.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { askedOften } from '../asked-often.ts'
import { contactPointsOf } from './contact-points.ts'
import { confirmAgreementOn, confirmAnswerOn } from './referral-agreements.ts'
import { tagsOf } from './tags.ts'
import { communeName, qpvName } from './territory.ts'

/** A person and all that is theirs, in the trash or not. */
export async function readPerson(context: ReadContext, id: string): Promise<Person> {
  const { db, resources } = context
  const [row] = await personRows(db, { id })
  if (!row) throw new AppError('notFound', { entity: 'people', id })
  const points = await contactPointsOf(db, 'personId', [id])
  const tags = await tagsOf(db, [id])
  const { bestTimes, languageHelp, ...plain } = row
  return {
    // the closed lists were checked when these codes were written
    ...(plain as typeof plain & CodesOf),
    bestTimes: JSON.parse(bestTimes) as BestTime[],
    languageHelp: languageHelp === 1,
    communeName: communeName(resources, row.communeCode),
    qpvName: qpvName(resources, row.qpvCode),
    contactPoints: [...(points.get(id) ?? [])],
    tags: [...(tags.get(id) ?? [])],
    consents: await consentsOf(context, id),
  }
}

type CodesOf = Pick<
  Person,
  | 'civility'
  | 'gender'
  | 'qpvState'
  | 'qpvHow'
  | 'ruralityClass'
  | 'contactPreference'
  | 'status'
  | 'education'
  | 'projectStage'
>

const personRows = askedOften((db: ReadDb, { id }: { readonly id: string }) =>
  db
    .selectFrom('people')
    .leftJoin('participantProfiles', (join) =>
      join.onRef('participantProfiles.personId', '=', 'people.id').on('participantProfiles.deletedAt', 'is', null),
    )
    .leftJoin('organisations', 'organisations.id', 'people.landlordId')
    .leftJoin('residences', 'residences.id', 'people.residenceId')
    .select([
      'people.id',
      'people.version',
      'people.createdAt',
      'people.updatedAt',
      'people.deletedAt',
      'people.civility',
      'people.firstName',
      'people.lastName',
      'people.birthName',
      'people.birthDate',
      'people.birthYear',
      'people.gender',
      'people.address',
      'people.addressExtra',
      'people.postcode',
      'people.city',
      'people.communeCode',
      'people.qpvState',
      'people.qpvCode',
      'people.qpvHow',
      'people.qpvEdition',
      'people.qpvBy',
      'people.qpvOn',
      'people.ruralityClass',
      'people.frrStatus',
      'people.landlordId',
      'people.residenceId',
      'people.contactPreference',
      'people.bestTimes',
      'people.languageHelp',
      'people.note',
      'participantProfiles.status',
      'participantProfiles.education',
      'participantProfiles.project',
      'participantProfiles.projectStage',
      'organisations.name as landlordName',
      'residences.name as residenceName',
      'residences.code as residenceCode',
    ])
    .where('people.id', '=', id),
)

const consentRows = askedOften((db: ReadDb, { personId }: { readonly personId: string }) =>
  db
    .selectFrom('consents')
    .leftJoin('organisations', 'organisations.id', 'consents.recipientId')
    .leftJoin('members', 'members.id', 'consents.memberId')
    .leftJoin('referrals', (join) =>
      join.onRef('referrals.id', '=', 'consents.referralId').on('referrals.deletedAt', 'is', null),
    )
    .select((eb) => [
      'consents.id',
      'purpose',
      'recipientId',
      eb.fn.coalesce('organisations.name', 'consents.recipientName').as('recipientName'),
      'scope',
      'wordingVersion',
      'how',
      'proof',
      'givenOn',
      'withdrawnOn',
      'referralId',
      'referrals.state',
      'refused',
      'members.name as notedBy',
    ])
    .where('consents.personId', '=', personId)
    .where('consents.deletedAt', 'is', null)
    .orderBy('givenOn', 'desc')
    .orderBy('consents.id', 'desc'),
)

/** The latest first; the first of each referral, or of each purpose without one, stands for those before it. */
async function consentsOf(context: ReadContext, personId: string): Promise<Consent[]> {
  const rows = await consentRows(context.db, { personId })
  const seen = new Set<string>()
  return rows.map(({ state, ...row }) => {
    const about = JSON.stringify([row.purpose, row.referralId])
    const replaced = seen.has(about)
    seen.add(about)
    const asked = row.referralId === null ? confirmAnswerOn(context, row) : confirmAgreementOn(context, row, state)
    const confirmOn = replaced ? null : asked
    return { ...row, scope: JSON.parse(row.scope) as string[], refused: row.refused === 1, replaced, confirmOn }
  })
}
