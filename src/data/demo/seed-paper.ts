import { addDays } from '../../shared/rules/days.ts'
import { digestOf, keepBytes } from '../features/document-bytes.ts'
import type { OpenDatabase } from '../open-database.ts'
import { smallPdf } from './small-pdf.ts'

/** The bytes that every paper of the base names. */
export interface SeededPaper {
  readonly fileName: string
  readonly format: 'pdf'
  readonly size: number
  readonly sha256: string
}

export async function keepPaper(database: OpenDatabase): Promise<SeededPaper> {
  const { today, now } = database.read()
  const bytes = smallPdf(['Attestation', addDays(today(), -30)])
  const sha256 = digestOf(bytes)
  await database.staging((db) => keepBytes(db, sha256, bytes, now().toISOString()))
  return { fileName: 'attestation.pdf', format: 'pdf', size: bytes.length, sha256 }
}
