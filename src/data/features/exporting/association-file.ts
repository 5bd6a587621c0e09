import type { Progress } from '../../../shared/endpoint.ts'
import { AppError } from '../../../shared/errors.ts'
import type { AssociationExport } from '../../../shared/features/exports.ts'
import type { Filter } from '../../../shared/features/lists.ts'
import { agreedTo } from '../../../shared/rules/consent.ts'
import { formatPhone } from '../../../shared/rules/phone.ts'
import { openReferralStates } from '../../../shared/rules/referral-transitions.ts'
import type { JobContext, ReadContext, ReadDb } from '../../context.ts'
import type { TableCell, TableRow } from '../../files/table.ts'
import { letsNoteTravel } from '../agreement-wording.ts'
import { contactPointsOf } from '../contact-points.ts'
import type { KeptAgreement } from '../referral-agreements.ts'
import { wordOf } from './cells.ts'
import { type PartnerColumn, fileWords } from './file-words.ts'
import { type PageOf, agreementsByReferral, columnsFor, createTeller, joined, referralPages } from './partner-rows.ts'
import { type Withdrawal, readHandOvers, withdrawalsToTell } from './withdrawals.ts'
import { type Left, letLeave } from './write-table.ts'

const handedColumns: readonly PartnerColumn[] = [
  'number',
  'sentOn',
  'lastName',
  'firstName',
  'civility',
  'birthDate',
  'birthYear',
  'phone',
  'email',
  'address',
  'addressExtra',
  'postcode',
  'city',
  'qpvState',
  'qpvCode',
  'landlordName',
  'landlordSiren',
  'residenceCode',
  'residenceName',
  'agency',
  'officerName',
  'officerEmail',
  'officerPhone',
  'motive',
  'needs',
  'contactPreference',
  'bestTimes',
  'languageHelp',
  'project',
  'projectStage',
  'goal',
  'note',
  'agreementOn',
  'agreementHow',
  'agreementScope',
  'agreementWording',
  'state',
  'withdrawnOn',
  'withdrawnBy',
]

/**
 * A landlord's referrals for the association: who agreed to be contacted, how to reach them, what for. The note, if that
 * was said. Of one that was handed over and withdrawn since, its number and the withdrawal alone.
 */
export async function* exportForAssociation(
  job: JobContext,
  request: AssociationExport,
  signal: AbortSignal,
): AsyncGenerator<Progress, Left, undefined> {
  if (job.space.kind !== 'landlord') throw new AppError('invalid', { field: 'space' })
  const told = createTeller()
  return yield* letLeave(
    job,
    {
      ...request,
      what: 'forAssociation',
      columns: columnsFor(handedColumns, 'forAssociation', request.locale),
      rows: handedRows(job, request, told),
      total: null,
      leftOut: told.leftOut,
      filter: null,
      purpose: fileWords[request.locale].oneRow.forAssociation,
    },
    signal,
  )
}

type Row = PageOf<typeof referralPages>[number]
type Person = NonNullable<Awaited<ReturnType<typeof peopleOf>> extends ReadonlyMap<string, infer P> ? P : never>

/** A referral that leaves whole, or the news that one is withdrawn. */
type Handed =
  | { readonly row: Row; readonly agreement: KeptAgreement; readonly person: Person }
  | { readonly row: Row; readonly withdrawal: Withdrawal }

/** What leaves of the referrals of a filter, page by page; `told` counts those that no agreement lets out. */
async function* handedPages(
  context: ReadContext,
  filter: Filter,
  told: Pick<ReturnType<typeof createTeller>, 'mayTell'>,
): AsyncGenerator<readonly Handed[]> {
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
    yield page.flatMap((row): Handed[] => {
      const withdrawal = withdrawals.get(row.id)
      if (withdrawal) return [{ row, withdrawal }]
      if (!open.includes(row)) return []
      const agreement = (agreements.get(row.id) ?? []).find((one) => agreedTo([one], 'contact', context.today()))
      const person = people.get(row.personId)
      if (!told.mayTell(agreement !== undefined && person !== undefined) || !agreement || !person) return []
      return [{ row, agreement, person }]
    })
  }
}

function idOf({ id }: Row): string {
  return id
}

async function* handedRows(
  job: JobContext,
  request: AssociationExport,
  told: ReturnType<typeof createTeller>,
): AsyncGenerator<readonly TableRow[]> {
  for await (const page of handedPages(job, request.filter, told)) {
    yield page.map((handed): TableRow => {
      const cells = 'withdrawal' in handed ? withdrawalCells(request, handed) : referralCells(job, request, handed)
      return [...handedColumns.map((column) => cells[column] ?? null), job.space.organisationName]
    })
  }
}

type Cells = Readonly<Partial<Record<PartnerColumn, TableCell>>>

/** By its number, which the association has, and by nothing that tells of the person. */
function withdrawalCells(
  { words }: AssociationExport,
  { row, withdrawal }: Extract<Handed, { readonly withdrawal: Withdrawal }>,
): Cells {
  return {
    number: row.number,
    state: wordOf(words, ['referralState'], 'withdrawn'),
    withdrawnOn: withdrawal.on,
    withdrawnBy: wordOf(words, ['referralMover'], withdrawal.by),
  }
}

function referralCells(
  job: JobContext,
  { words, locale }: AssociationExport,
  { row, agreement, person }: Extract<Handed, { readonly person: Person }>,
): Cells {
  const word = (list: string, code: string | null) => code && wordOf(words, [list], code)
  return {
    ...person.plain,
    civility: word('civility', person.civility),
    qpvState: word('qpvState', person.qpvState),
    number: row.number,
    sentOn: row.sentOn,
    landlordName: row.landlordName ?? job.space.organisationName,
    landlordSiren: row.landlordSiren,
    residenceCode: row.residenceCode,
    residenceName: row.residenceName,
    agency: row.agency,
    officerName: row.officerName,
    officerEmail: row.officerEmail,
    officerPhone: row.officerPhone && formatPhone(row.officerPhone),
    motive: word('referralMotive', row.motive),
    needs: joined(words, 'need', JSON.parse(row.needs) as string[]),
    contactPreference: word('contactPreference', row.contactPreference),
    bestTimes: joined(words, 'bestTime', JSON.parse(row.bestTimes) as string[]),
    languageHelp: row.languageHelp === 1 ? fileWords[locale].yes : fileWords[locale].no,
    project: row.project,
    projectStage: word('projectStage', row.projectStage),
    goal: row.goal,
    note: letsNoteTravel(agreement.wordingVersion) ? row.note : null,
    agreementOn: agreement.givenOn,
    agreementHow: word('consentHow', agreement.how),
    agreementScope: joined(words, 'consentScope', agreement.scope),
    agreementWording: agreement.wordingVersion,
  }
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
