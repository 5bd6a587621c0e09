import type { Progress } from '../../../shared/endpoint.ts'
import { AppError } from '../../../shared/errors.ts'
import type { AssociationExport } from '../../../shared/features/exports.ts'
import { letsNoteTravel } from '../../../shared/rules/consent.ts'
import { formatPhone } from '../../../shared/rules/phone.ts'
import type { JobContext } from '../../context.ts'
import type { TableCell, TableRow } from '../../files/table.ts'
import { wordOf } from './cells.ts'
import { type PartnerColumn, fileWords, partnerColumns } from './file-words.ts'
import { type LeavingReferral, type WithdrawnReferral, sortedPages } from './handed-over.ts'
import { columnsFor, createTeller, joined } from './partner-rows.ts'
import { type Left, letLeave } from './write-table.ts'

/** Blank but for a withdrawal, which has little else: it is seen without going through the rest. */
const seenFirst: readonly PartnerColumn[] = ['number', 'state', 'withdrawnOn', 'withdrawnBy']
/** What the association says of a referral, and a landlord does not. */
const itsAnswer: readonly PartnerColumn[] = ['receivedOn', 'metOn', 'decidedOn', 'closedOn', 'reasons', 'outcomeClass']
const handedColumns = [
  ...seenFirst,
  ...partnerColumns.filter((column) => !seenFirst.includes(column) && !itsAnswer.includes(column)),
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

async function* handedRows(
  job: JobContext,
  request: AssociationExport,
  told: ReturnType<typeof createTeller>,
): AsyncGenerator<readonly TableRow[]> {
  for await (const page of sortedPages(job, request.filter)) {
    yield page.flatMap((sorted): TableRow[] => {
      if ('stays' in sorted) {
        if (sorted.stays === 'noAgreement') told.mayTell(false)
        return []
      }
      const cells = 'withdrawal' in sorted ? withdrawalCells(request, sorted) : referralCells(job, request, sorted)
      return [[...handedColumns.map((column) => cells[column] ?? null), job.space.organisationName]]
    })
  }
}

type Cells = Readonly<Partial<Record<PartnerColumn, TableCell>>>

/** By its number, which the association has, and by nothing that tells of the person. */
function withdrawalCells({ words }: AssociationExport, { row, withdrawal }: WithdrawnReferral): Cells {
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
  { row, agreement, person }: LeavingReferral,
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
