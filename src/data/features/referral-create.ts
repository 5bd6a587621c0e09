import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import { NewReferral, type ReferralFields } from '../../shared/features/referrals.ts'
import { agreedTo } from '../../shared/rules/consent.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import { checkMove } from '../../shared/rules/referral-transitions.ts'
import type { WriteContext } from '../context.ts'
import { createPerson } from './people-write.ts'
import { type GivenAgreement, agreementsOf, checkAgreement, keepAgreement } from './referral-agreements.ts'
import { timingOf } from './referral-clocks.ts'
import { entryOf } from './referral-entry.ts'
import { oweFeedback } from './referral-feedback.ts'
import { type SaidOfReferral, columnsOf, saidOf } from './referral-fields.ts'
import { logMove } from './referral-moves.ts'
import { nextNumber } from './referral-number.ts'
import { type ReferralRecord, illegal, liveReferral } from './referral-row.ts'

type Input = z.output<typeof NewReferral>
type SaidFields = SaidOfReferral & Pick<ReferralFields, 'motive'>

/** What a file tells of a referral that was written elsewhere first. */
export interface FromFile {
  /** The number given by the other install: it is kept. */
  readonly number?: string | undefined
  /** Who sent the file, in whose name the first move is signed; the member who imports otherwise. */
  readonly byName?: string | null | undefined
}

/**
 * Writes a new referral and gives its id: a draft, or sent at once, where a landlord keeps the space; received where an
 * association does. The person, the agreement and the referral come in together or not at all.
 */
export async function createReferral(tx: WriteContext, input: NewReferral, file: FromFile = {}): Promise<string> {
  const {
    personId: knownId,
    person,
    agreement: newAgreement,
    receivedOn,
    sentOn,
    send,
    previousId,
    ...said
  } = NewReferral.parse(input)
  const previous = previousId === null ? null : await previousOf(tx, previousId)
  const agreement = newAgreement ?? (previous ? await agreementCarriedOver(tx, previous) : null)
  const start = startOf(tx, { agreement, receivedOn, sentOn, send })
  const fields = previous ? { ...saidOf(previous), ...withoutUndefined(said) } : said
  const personId = await personOf(tx, { knownId: previous?.personId ?? knownId, person, fields })
  const described = await describe(tx, personId, fields)
  const referralId = await tx.write.insert('referrals', {
    number: await numberOf(tx, file),
    personId,
    ...described,
    ...start.columns,
    ...(start.state === 'draft' ? {} : await entryOf(tx, personId, start.on)),
    ...(previous ? { previousId: previous.id, threadId: previous.threadId ?? previous.id } : {}),
  })
  if (agreement) await keepAgreement(tx, { referralId, personId }, agreement)
  await logStart(tx, referralId, start, file.byName ?? null)
  return referralId
}

async function numberOf(tx: WriteContext, { number }: FromFile): Promise<string> {
  if (number === undefined) return nextNumber(tx)
  const known = await tx.db
    .selectFrom('referrals')
    .select('id')
    .where('number', '=', number)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (known) throw new AppError('alreadyExists', { entity: 'referrals', id: known.id })
  return number
}

type State = 'draft' | 'sent' | 'received'
interface Start {
  readonly state: State
  readonly on: IsoDay
  readonly columns: ReturnType<typeof timingOf> & { readonly sentOn: IsoDay | null; readonly receivedOn: IsoDay | null }
}

interface AskedStart {
  readonly agreement: GivenAgreement | null
  readonly receivedOn: IsoDay | null
  readonly sentOn: IsoDay | null
  readonly send: boolean
}

/** The state it begins in, if the rules let it: nothing leaves or arrives without the person's agreement. */
function startOf(tx: WriteContext, asked: AskedStart): Start {
  const { agreement } = asked
  const today = tx.today()
  const state: State = tx.space.kind === 'association' ? 'received' : asked.send ? 'sent' : 'draft'
  const on = state === 'received' ? (asked.receivedOn ?? today) : state === 'sent' ? (asked.sentOn ?? today) : today
  if (on > today) throw new AppError('invalid', { field: state === 'received' ? 'receivedOn' : 'sentOn' })
  if (state === 'received' && asked.sentOn !== null && asked.sentOn > on)
    throw new AppError('invalid', { field: 'receivedOn' })
  if (agreement) checkAgreement(tx, agreement)
  const agreed = agreement !== null && agreedTo([{ ...agreement, withdrawnOn: null }], 'contact', on)
  const from = state === 'sent' ? 'draft' : null
  const verdict = checkMove(from, state, state === 'received' ? 'association' : 'officer', { agreement: agreed })
  if (!verdict.ok)
    throw verdict.reason === 'missingInputs'
      ? new AppError('agreementMissing', { from, to: state })
      : illegal(from, state)
  const dates = {
    sentOn: state === 'sent' ? on : state === 'received' ? asked.sentOn : null,
    receivedOn: state === 'received' ? on : null,
  }
  return { state, on, columns: { ...timingOf(state, on, null, tx.space.settings.serviceLevels), ...dates } }
}

/** What is sent at once was a draft for an instant: the trace says both, as the table has it. */
async function logStart(
  tx: WriteContext,
  referralId: string,
  { state, on }: Start,
  byName: string | null,
): Promise<void> {
  const mover = state === 'received' ? 'association' : 'officer'
  const move = { on, mover, byName, reasons: [], note: null } as const
  await logMove(tx, referralId, null, { ...move, to: state === 'sent' ? 'draft' : state })
  if (state === 'sent') await logMove(tx, referralId, 'draft', { ...move, to: 'sent' })
  if (state === 'received') await oweFeedback(tx, referralId, 'received', on)
}

/** Someone known, or someone new, who takes from the referral what it says of them. */
async function personOf(
  tx: WriteContext,
  {
    knownId,
    person,
    fields,
  }: { readonly knownId: string | null; readonly person: Input['person']; readonly fields: SaidFields },
): Promise<string> {
  if ((knownId === null) === (person === null)) throw new AppError('invalid', { field: 'personId' })
  if (person !== null) {
    const { landlordId, residenceId, contactPreference, bestTimes, languageHelp, project, projectStage } = fields
    return createPerson(tx, {
      ...withoutUndefined({
        landlordId,
        residenceId,
        contactPreference,
        bestTimes,
        languageHelp,
        project,
        projectStage,
      }),
      ...withoutUndefined(person),
    })
  }
  const known = await tx.db
    .selectFrom('people')
    .select('id')
    .where('id', '=', knownId ?? '')
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!known) throw new AppError('notFound', { entity: 'people', id: knownId })
  return known.id
}

/** The columns of a new referral: what is said, else what is known of the person, else what goes without saying here. */
async function describe(tx: WriteContext, personId: string, said: SaidFields) {
  const { motive } = said
  const person = await tx.db.selectFrom('people').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
  const profile = await tx.db
    .selectFrom('participantProfiles')
    .select(['project', 'projectStage'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  const officer =
    tx.space.kind === 'landlord' && tx.member
      ? await tx.db.selectFrom('members').select(['name', 'email']).where('id', '=', tx.member.id).executeTakeFirst()
      : undefined
  const housed = said.landlordId === undefined && said.residenceId === undefined
  const ownLandlord = tx.space.kind === 'landlord' ? tx.space.ownOrganisationId : null
  return {
    landlordId: housed ? (ownLandlord ?? person.landlordId) : null,
    residenceId: housed && (ownLandlord === null || person.landlordId === ownLandlord) ? person.residenceId : null,
    officerName: officer?.name ?? null,
    officerEmail: officer?.email ?? null,
    contactPreference: person.contactPreference,
    bestTimes: person.bestTimes,
    languageHelp: person.languageHelp,
    project: profile?.project ?? null,
    projectStage: profile?.projectStage ?? null,
    needs: '[]',
    reasons: '[]',
    ...(await columnsOf(tx, said, null)),
    motive,
  }
}

/** The redirected referral that another may follow, once. */
async function previousOf(tx: WriteContext, id: string): Promise<ReferralRecord> {
  const previous = await liveReferral(tx.db, id)
  const next = await tx.db
    .selectFrom('referrals')
    .select('id')
    .where('previousId', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (previous.state !== 'redirected' || next) throw new AppError('invalid', { field: 'previousId' })
  return previous
}

/** Another programme of the same association is covered by what the person agreed to; another organisation never is. */
async function agreementCarriedOver(tx: WriteContext, previous: ReferralRecord): Promise<GivenAgreement | null> {
  if (previous.redirectKind !== 'programme') return null
  const agreements = await agreementsOf(tx.db, [previous.id])
  const found = agreements.find((agreement) => agreedTo([agreement], 'contact', tx.today()))
  if (!found) return null
  const { how, givenOn, scope, wordingVersion, proof } = found
  return { how, givenOn, scope, wordingVersion, proof }
}

function withoutUndefined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}
