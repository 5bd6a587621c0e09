import type { Document, DocumentFields } from '../../../shared/features/documents'
import { type DocumentKind, documentKinds, shownFileName } from '../../../shared/rules/papers'

/** What is typed of a paper; a date that is not known is null. */
export interface DocumentForm {
  readonly kind: DocumentKind
  readonly title: string
  readonly documentOn: string | null
  readonly expiresOn: string | null
  readonly note: string
}

export function formOf(document: Document): DocumentForm {
  const { kind, title, documentOn, expiresOn, note } = document
  return { kind, title, documentOn, expiresOn, note: note ?? '' }
}

/** A new paper is called after its file until it is named. */
export function newForm(path: string, kind?: DocumentKind): DocumentForm {
  const name = shownFileName(path)
  const title = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[_\s]+/gu, ' ')
    .trim()
  return { kind: kind ?? kindGuessed(title), title, documentOn: null, expiresOn: null, note: '' }
}

/** The words that file names most often hold; anything else is to be said by hand. */
const hints: readonly (readonly [RegExp, DocumentKind])[] = [
  [/[ée]margement|feuille de pr[ée]sence/i, 'signedSheet'],
  [/convention|accord/i, 'agreement'],
  [/contrat|devis/i, 'contract'],
  [/dipl[oô]me|titre pro/i, 'diploma'],
  [/attestation|certificat/i, 'certificate'],
  [/kbis|siren|insee|inpi|rne/i, 'businessRegistration'],
  [/business plan|pr[ée]visionnel/i, 'businessPlan'],
  [/droit.{0,6}image/i, 'imageRelease'],
  [/\bcv\b|curriculum/i, 'cv'],
  [/courrier|lettre/i, 'letter'],
]

function kindGuessed(title: string): DocumentKind {
  return hints.find(([words]) => words.test(title))?.[1] ?? 'other'
}

export function kindOf(code: string | null): DocumentKind | null {
  return documentKinds.find((kind) => kind === code) ?? null
}

export type DocumentProblem = 'noTitle' | 'endBeforeBegin'

export function problemsOf({ title, documentOn, expiresOn }: DocumentForm): ReadonlyMap<string, DocumentProblem> {
  const problems = new Map<string, DocumentProblem>()
  if (title.trim() === '') problems.set('title', 'noTitle')
  if (documentOn !== null && expiresOn !== null && expiresOn < documentOn) problems.set('expiresOn', 'endBeforeBegin')
  return problems
}

/** Only what was changed. */
export function changesOf(before: DocumentForm, now: DocumentForm): Partial<DocumentFields> {
  return {
    ...(now.kind === before.kind ? {} : { kind: now.kind }),
    ...(now.title.trim() === before.title ? {} : { title: now.title.trim() }),
    ...(now.documentOn === before.documentOn ? {} : { documentOn: now.documentOn }),
    ...(now.expiresOn === before.expiresOn ? {} : { expiresOn: now.expiresOn }),
    ...(now.note.trim() === before.note ? {} : { note: now.note.trim() === '' ? null : now.note.trim() }),
  }
}
