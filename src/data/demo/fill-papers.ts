import type { DocumentOwner } from '../../shared/features/documents.ts'
import { addDays } from '../../shared/rules/days.ts'
import type { DocumentKind } from '../../shared/rules/papers.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import { digestOf, keepBytes } from '../features/document-bytes.ts'
import { type NewDocument, insertDocument } from '../features/documents.ts'
import { letters } from '../features/letters.ts'
import { sheets } from '../features/sheets.ts'
import type { OpenDatabase } from '../open-database.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { smallPdf } from './small-pdf.ts'

interface Invented {
  readonly kind: DocumentKind
  readonly title: string
  readonly file: string
  /** How long it holds, in days; null: for ever. */
  readonly holds: number | null
}

const ofPeople: readonly Invented[] = [
  { kind: 'cv', title: 'CV', file: 'cv-2026.pdf', holds: null },
  { kind: 'diploma', title: 'CAP couture flou', file: 'diplome-cap.pdf', holds: null },
  { kind: 'certificate', title: 'Attestation d’inscription à France Travail', file: 'attestation-ft.pdf', holds: 180 },
  { kind: 'certificate', title: 'Attestation d’assurance professionnelle', file: 'assurance-rc-pro.pdf', holds: 365 },
  { kind: 'imageRelease', title: 'Autorisation photo et vidéo', file: 'droit_image_signe.pdf', holds: 365 },
  { kind: 'businessRegistration', title: 'Avis de situation SIRENE', file: 'sirene.pdf', holds: 90 },
  { kind: 'businessPlan', title: 'Prévisionnel sur trois ans', file: 'previsionnel-v2.pdf', holds: null },
  { kind: 'contract', title: 'Devis pour une machine à coudre', file: 'devis-machine.pdf', holds: 60 },
]
/** What a landlord keeps about those it refers. */
const ofTenants = ofPeople.filter(({ kind }) => kind === 'certificate' || kind === 'imageRelease')
const ofOrganisations: readonly Invented[] = [
  { kind: 'agreement', title: 'Convention de partenariat 2026', file: 'convention-2026.pdf', holds: 365 },
  { kind: 'businessRegistration', title: 'Extrait Kbis', file: 'kbis.pdf', holds: 90 },
  { kind: 'contract', title: 'Contrat de mise à disposition d’une salle', file: 'contrat-salle.pdf', holds: 300 },
]
const ofReferrals: readonly Invented[] = [
  { kind: 'agreement', title: 'Accord signé par la personne', file: 'accord-signe.pdf', holds: null },
]

const mostPeople = 28
const mostOrganisations = 12
const mostReferrals = 10
const overdue = 6 // days that a paper may be past its end

/** A few dozen papers, some about to expire or expired, and the first models of letters. */
export async function fillPapers(database: OpenDatabase, locale: 'fr' | 'en'): Promise<void> {
  const chance = chanceFrom(6_051_063)
  const { db, space, today, now } = database.read()
  const wanted = await chooseOwners(db, chance, space.kind === 'association' ? ofPeople : ofTenants)
  const scans = await signedSheets(db)
  const papers = [...wanted.map((one) => paperFor(chance, today(), one)), ...scans.map(scanOf)]
  const team = await db.selectFrom('members').select(['id', 'name']).orderBy('createdAt').execute()
  await database.staging(async (staging) => {
    for (const { bytes, paper } of papers) await keepBytes(staging, paper.sha256, bytes, now().toISOString())
  })
  await database.command('space.demo', async (tx) => {
    for (const [index, { paper }] of papers.entries()) {
      const id = await insertDocument({ ...tx, member: team[index % team.length] ?? tx.member }, paper)
      await tieToWorkshop(tx, paper, id)
    }
    await letters.seedModels(tx, { locale })
  })
}

interface Wanted {
  readonly owner: DocumentOwner
  readonly name: string
  readonly invented: Invented
}

async function chooseOwners(db: ReadDb, chance: Chance, papers: readonly Invented[]): Promise<readonly Wanted[]> {
  const people = await db.selectFrom('people').select(['id', 'firstName', 'lastName']).orderBy('id').execute()
  const organisations = await db.selectFrom('organisations').select(['id', 'name']).orderBy('id').execute()
  const referrals = await db.selectFrom('referrals').select(['id', 'number']).orderBy('id').execute()
  return [
    ...chance.some(people, mostPeople).flatMap(({ id, firstName, lastName }) =>
      chance.some(papers, 1 + chance.upTo(3)).map((invented) => ({
        owner: { personId: id },
        name: `${firstName} ${lastName}`,
        invented,
      })),
    ),
    ...chance.some(organisations, mostOrganisations).flatMap(({ id, name }) =>
      chance.some(ofOrganisations, 1 + chance.upTo(2)).map((invented) => ({
        owner: { organisationId: id },
        name,
        invented,
      })),
    ),
    ...chance.some(referrals, mostReferrals).map(({ id, number }) => ({
      owner: { referralId: id },
      name: number,
      invented: chance.pick(ofReferrals),
    })),
  ]
}

/** The sheets a trainer has signed, but for the last one: everyone's signatures are scanned with it. */
async function signedSheets(db: ReadDb) {
  const rows = await db
    .selectFrom('attendanceSheets')
    .innerJoin('workshops', 'workshops.id', 'attendanceSheets.workshopId')
    .select(['workshops.id', 'workshops.title', 'workshops.heldOn'])
    .where('attendanceSheets.countersignedOn', 'is not', null)
    .where('attendanceSheets.deletedAt', 'is', null)
    .orderBy('workshops.heldOn', 'desc')
    .orderBy('workshops.id')
    .execute()
  return rows.slice(1)
}

function scanOf({ id, title, heldOn }: Awaited<ReturnType<typeof signedSheets>>[number]) {
  const bytes = smallPdf([`Feuille d’émargement : ${title}`, heldOn, id])
  const paper: NewDocument = {
    owner: { workshopId: id },
    kind: 'signedSheet',
    title: 'Feuille d’émargement signée',
    documentOn: heldOn,
    expiresOn: null,
    note: null,
    fileName: `emargement-${heldOn}.pdf`,
    format: 'pdf',
    size: bytes.length,
    sha256: digestOf(bytes),
  }
  return { bytes, paper }
}

async function tieToWorkshop(tx: WriteContext, { owner, kind, documentOn }: NewDocument, documentId: string) {
  if (kind !== 'signedSheet' || !('workshopId' in owner) || !owner.workshopId) return
  await sheets.sign(tx, { workshopId: owner.workshopId, documentId, signedOn: documentOn ?? null })
}

/** Signed over the last six months: what holds for less is about to end, or has for a few days. */
function paperFor(chance: Chance, today: string, { owner, name, invented }: Wanted) {
  const { kind, title, file, holds } = invented
  const documentOn = addDays(today, -chance.upTo(Math.min(180, (holds ?? 180) + overdue)))
  const bytes = smallPdf([title, name, documentOn])
  const paper: NewDocument = {
    owner,
    kind,
    title,
    documentOn,
    expiresOn: holds === null ? null : addDays(documentOn, holds),
    note: null,
    fileName: file,
    format: 'pdf',
    size: bytes.length,
    sha256: digestOf(bytes),
  }
  return { bytes, paper }
}
