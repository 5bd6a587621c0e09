import { AppError } from '../../../shared/errors.ts'
import type { Filter } from '../../../shared/features/lists.ts'
import { agreedTo } from '../../../shared/rules/consent.ts'
import { formatPhone } from '../../../shared/rules/phone.ts'
import { openReferralStates } from '../../../shared/rules/referral-transitions.ts'
import type { ReadContext, ReadDb } from '../../context.ts'
import { contactPointsOf } from '../contact-points.ts'
import type { KeptAgreement } from '../referral-agreements.ts'
import { type PageOf, agreementsByReferral, referralPages } from './partner-rows.ts'
import { type Withdrawal, readHandOvers, withdrawalsToTell } from './withdrawals.ts'

type Row = PageOf<typeof referralPages>[number]
type Person = Awaited<ReturnType<typeof peopleOf>> extends ReadonlyMap<string, infer One> ? One : never

export interface LeavingReferral {
  readonly row: Row
  readonly agreement: KeptAgreement
  readonly person: Person
}
export interface WithdrawnReferral {
  readonly row: Row
  readonly withdrawal: Withdrawal
}
/** One that stays, and why: a draft, one that no agreement lets out, one decided or ended. */
interface StayingReferral {
  readonly stays: 'draft' | 'noAgreement' | 'ended'
}

/** What becomes of each referral of a filter in the file for the association, page by page. */
export async function* sortedPages(
  context: ReadContext,
  filter: Filter,
): AsyncGenerator<readonly (LeavingReferral | WithdrawnReferral | StayingReferral)[]> {
  const { db } = context
  const handOvers = await readHandOvers(db)
  for await (const page of referralPages(context, { filter, landlordId: null })) {
    // whoever gave up, or whose referral has ended, is not handed over again
    const open = page.filter(({ state }) => openReferralStates.some((one) => one === state))
    const agreements = await agreementsByReferral(db, open.map(idOf))
    const people = await peopleOf(
      db,
      open.map(({ personId }) => personId),
    )
    const withdrawn = page.filter(({ state }) => state === 'withdrawn').map(idOf)
    const withdrawals = await withdrawalsToTell(db, withdrawn, handOvers)
    yield page.map((row) => {
      const withdrawal = withdrawals.get(row.id)
      if (withdrawal) return { row, withdrawal }
      if (row.state === 'draft') return { stays: 'draft' }
      if (!open.includes(row)) return { stays: 'ended' }
      const agreement = (agreements.get(row.id) ?? []).find((one) => agreedTo([one], 'contact', context.today()))
      const person = people.get(row.personId)
      return agreement && person ? { row, agreement, person } : { stays: 'noAgreement' }
    })
  }
}

function idOf({ id }: Row): string {
  return id
}

/** How many would leave, how many withdrawals would be told, how many would stay and why. */
export async function previewForAssociation(context: ReadContext, { filter }: { readonly filter: Filter }) {
  if (context.space.kind !== 'landlord') throw new AppError('invalid', { field: 'space' })
  const counts = { leaving: 0, withdrawals: 0, staying: { noAgreement: 0, draft: 0, ended: 0 } }
  for await (const page of sortedPages(context, filter)) {
    for (const sorted of page) {
      if ('stays' in sorted) counts.staying[sorted.stays] += 1
      else if ('withdrawal' in sorted) counts.withdrawals += 1
      else counts.leaving += 1
    }
  }
  return counts
}

async function peopleOf(db: ReadDb, ids: readonly string[]) {
  const rows = await db
    .selectFrom('people')
    .select([
      'id',
      'civility',
      'firstName',
      'lastName',
      'birthDate',
      'birthYear',
      'address',
      'addressExtra',
      'postcode',
      'city',
      'qpvState',
      'qpvCode',
    ])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute()
  const points = await contactPointsOf(db, 'personId', ids)
  return new Map(
    rows.map(({ id, civility, qpvState, ...plain }) => {
      const own = points.get(id) ?? []
      const phone = own
        .filter(({ kind }) => kind === 'phone')
        .map(({ value }) => formatPhone(value))
        .join('; ')
      const email = own
        .filter(({ kind }) => kind === 'email')
        .map(({ value }) => value)
        .join('; ')
      const birthYear = plain.birthYear === null ? null : String(plain.birthYear)
      return [
        id,
        { civility, qpvState, plain: { ...plain, birthYear, phone: phone || null, email: email || null } },
      ] as const
    }),
  )
}
