import type { Progress } from '../../../shared/endpoint.ts'
import { AppError } from '../../../shared/errors.ts'
import type { AssociationExport, PartnerExport } from '../../../shared/features/exports.ts'
import type { Filter } from '../../../shared/features/lists.ts'
import { agreedTo, landlordFeedbackOf } from '../../../shared/rules/consent.ts'
import { type ReferralState, openReferralStates, refusalReasons } from '../../../shared/rules/referral-transitions.ts'
import { formatPhone } from '../../../shared/rules/phone.ts'
import type { OutcomeClass } from '../../../shared/rules/values.ts'
import type { JobContext, ReadContext, ReadDb } from '../../context.ts'
import type { TableCell, TableColumn, TableRow } from '../../files/table.ts'
import { allIds, inOrder } from '../../list.ts'
import { entryDaysOf } from '../enrolment-entry-days.ts'
import { letsNoteTravel } from '../agreement-wording.ts'
import { contactPointsOf } from '../contact-points.ts'
import { type KeptAgreement, agreementsOf } from '../referral-agreements.ts'
import { referralList } from '../referral-list.ts'
import { type WordsOf, wordOf } from './cells.ts'
import { type PartnerColumn, fileWords } from './file-words.ts'
import { partnerHeaders } from './partner-format.ts'
import { type Left, letLeave } from './write-table.ts'

/** Where referrals stand, for their landlord: what `landlordFeedbackOf` lets out, and nothing else. */
export async function* exportForPartner(
  job: JobContext,
  request: PartnerExport,
  signal: AbortSignal,
): AsyncGenerator<Progress, Left, undefined> {
  if (job.space.kind !== 'association') throw new AppError('invalid', { field: 'space' })
  const told = createTeller()
  const { recipients, rows: total } = await previewForPartner(job, request)
  return yield* letLeave(
    job,
    {
      ...request,
      what: 'forPartner',
      columns: columnsFor(feedbackColumns, 'forPartner', request.locale),
      rows: feedbackRows(job, request, told),
      total,
      leftOut: told.leftOut,
      filter: null,
      recipient: recipients.join(', '),
    },
    signal,
  )
}

/** How many rows would leave, how many may not, and to whom they speak. */
export async function previewForPartner(context: ReadContext, request: Pick<PartnerExport, 'filter' | 'landlordId'>) {
  const told = createTeller()
  const recipients = new Set<string>()
  let rows = 0
  for await (const page of referralPages(context, request)) {
    const agreements = await agreementsByReferral(
      context.db,
      page.map(({ id }) => id),
    )
    for (const row of page) {
      if (!told.mayTell(agreedTo(agreements.get(row.id) ?? [], 'statusBack', context.today()))) continue
      rows += 1
      if (row.landlordName !== null) recipients.add(row.landlordName)
    }
  }
  return { rows, leftOut: told.leftOut(), recipients: [...recipients].sort((a, b) => a.localeCompare(b, 'fr')) }
}

function createTeller() {
  let leftOut = 0
  return {
    leftOut: () => leftOut,
    mayTell(agreed: boolean): boolean {
      if (!agreed) leftOut += 1
      return agreed
    },
  }
}
type Teller = ReturnType<typeof createTeller>

const feedbackColumns: readonly PartnerColumn[] = [
  'number',
  'state',
  'sentOn',
  'receivedOn',
  'metOn',
  'decidedOn',
  'closedOn',
  'reasons',
  'outcomeClass',
]

function columnsFor(
  fields: readonly PartnerColumn[],
  file: keyof typeof partnerHeaders,
  locale: 'fr' | 'en',
): readonly TableColumn[] {
  const { columns } = fileWords[locale]
  const type = (field: PartnerColumn) => (/phone$/i.test(field) ? 'phone' : /On$|Date$/.test(field) ? 'date' : 'text')
  return [
    ...fields.map((field) => ({ header: columns[field], type: type(field) }) as const),
    { header: partnerHeaders[file], type: 'text', hidden: true },
  ]
}

async function* feedbackRows(
  job: JobContext,
  request: PartnerExport,
  told: Teller,
): AsyncGenerator<readonly TableRow[]> {
  const { words } = request
  for await (const page of referralPages(job, request)) {
    const ids = page.map(({ id }) => id)
    const agreements = await agreementsByReferral(job.db, ids)
    const met = await daysMet(job.db, ids)
    const entered = await entryDaysOf(job.db, ids)
    yield page.flatMap((row): TableRow[] => {
      const feedback = landlordFeedbackOf(
        {
          number: row.number,
          state: row.state as ReferralState,
          sentOn: row.sentOn,
          receivedOn: row.receivedOn,
          metOn: met.get(row.id) ?? null,
          decidedOn: row.decidedOn,
          enteredOn: entered.get(row.id) ?? null,
          closedOn: row.closedOn,
          refusalReasons: refusalReasons.filter((reason) => (JSON.parse(row.reasons) as string[]).includes(reason)),
          outcomeClass: row.outcomeClass as OutcomeClass | null,
        },
        agreements.get(row.id) ?? [],
        job.today(),
      )
      if (!told.mayTell(feedback !== null) || feedback === null) return []
      const cells: Partial<Record<PartnerColumn, TableCell>> = {
        number: feedback.number,
        state: wordOf(words, ['referralState'], feedback.state),
        sentOn: feedback.sentOn,
        receivedOn: feedback.receivedOn,
        metOn: feedback.metOn,
        decidedOn: feedback.decidedOn,
        closedOn: feedback.closedOn,
        reasons: joined(words, 'refusalReason', feedback.refusalReasons),
        outcomeClass: feedback.outcomeClass && wordOf(words, ['outcomeClass'], feedback.outcomeClass),
      }
      return [[...feedbackColumns.map((column) => cells[column] ?? null), job.space.organisationName]]
    })
  }
}

function joined(words: WordsOf, list: string, codes: readonly string[]): string | null {
  return codes.length === 0 ? null : codes.map((code) => wordOf(words, [list], code)).join('; ')
}

/** The day of the first meeting of each, as the moves tell it. */
async function daysMet(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('referralMoves')
    .select((eb) => ['referralId', eb.fn.min('movedOn').as('on')])
    .where('referralId', 'in', ids)
    .where('toState', '=', 'met')
    .where('deletedAt', 'is', null)
    .groupBy('referralId')
    .execute()
  return new Map(rows.map(({ referralId, on }) => [referralId, on]))
}

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
]

/** A landlord's referrals for the association: who agreed to be contacted, how to reach them, what for. The note, if that was said. */
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

async function* handedRows(
  job: JobContext,
  request: AssociationExport,
  told: Teller,
): AsyncGenerator<readonly TableRow[]> {
  const { words, locale } = request
  for await (const page of referralPages(job, { filter: request.filter, landlordId: null })) {
    // whoever gave up, or whose referral has ended, is not handed over again
    const sent = page.filter(({ state }) => openReferralStates.some((open) => open === state))
    if (sent.length === 0) continue
    const agreements = await agreementsByReferral(
      job.db,
      sent.map(({ id }) => id),
    )
    const people = await peopleOf(
      job.db,
      sent.map(({ personId }) => personId),
    )
    yield sent.flatMap((row): TableRow[] => {
      const agreement = (agreements.get(row.id) ?? []).find((one) => agreedTo([one], 'contact', job.today()))
      const person = people.get(row.personId)
      if (!told.mayTell(agreement !== undefined && person !== undefined) || !agreement || !person) return []
      const word = (list: string, code: string | null) => code && wordOf(words, [list], code)
      const answer = (yes: number) => (yes === 1 ? fileWords[locale].yes : fileWords[locale].no)
      const cells: Readonly<Partial<Record<PartnerColumn, TableCell>>> = {
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
        languageHelp: answer(row.languageHelp),
        project: row.project,
        projectStage: word('projectStage', row.projectStage),
        goal: row.goal,
        note: letsNoteTravel(agreement.wordingVersion) ? row.note : null,
        agreementOn: agreement.givenOn,
        agreementHow: word('consentHow', agreement.how),
        agreementScope: joined(words, 'consentScope', agreement.scope),
        agreementWording: agreement.wordingVersion,
      }
      return [[...handedColumns.map((column) => cells[column] ?? null), job.space.organisationName]]
    })
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

async function agreementsByReferral(
  db: ReadDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptAgreement[]>> {
  const found = new Map<string, KeptAgreement[]>()
  for (const agreement of await agreementsOf(db, ids)) {
    found.set(agreement.referralId, [...(found.get(agreement.referralId) ?? []), agreement])
  }
  return found
}

/** The referrals of a filter, page by page, with what their files need of the landlord and the residence. */
async function* referralPages(
  context: ReadContext,
  { filter, landlordId }: { readonly filter: Filter; readonly landlordId: string | null },
) {
  const ofLandlord: Filter =
    landlordId === null
      ? filter
      : { ...filter, conditions: [...filter.conditions, { field: 'landlordId', operator: 'is', value: landlordId }] }
  for await (const ids of allIds(context, referralList, ofLandlord, [])) {
    const rows = await context.db
      .selectFrom('referrals')
      .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
      .leftJoin('residences', 'residences.id', 'referrals.residenceId')
      .selectAll('referrals')
      .select([
        'organisations.name as landlordName',
        'organisations.siren as landlordSiren',
        'residences.name as residenceName',
        'residences.code as residenceCode',
      ])
      .where('referrals.id', 'in', ids)
      .execute()
    yield inOrder(ids, rows)
  }
}
