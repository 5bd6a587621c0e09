import * as z from 'zod'
import { job, query } from '../endpoint.ts'
import { exportFormats, listFormats } from '../rules/lists.ts'
import { ListName, PageRequest, Selection } from './lists.ts'
import { Locale } from './space.ts'

/** Exactly what is on screen: these columns, in this order, under these headers, of these rows in this sort. */
export const ExportRequest = z.strictObject({
  list: ListName,
  filter: PageRequest.shape.filter,
  sort: PageRequest.shape.sort,
  selection: Selection.nullable().default(null),
  columns: z
    .array(z.strictObject({ field: z.string(), header: z.string().max(120) }))
    .min(1)
    .max(80),
  format: z.enum(listFormats),
  path: z.string(),
  locale: Locale,
  recipient: z.string().trim().max(200),
  purpose: z.string().trim().max(200),
})

export const ExportRun = z.object({
  id: z.string(),
  what: z.string(),
  rows: z.number().int(),
  columns: z.array(z.string()),
  recipient: z.string(),
  purpose: z.string(),
  fileName: z.string(),
  at: z.string(),
  by: z.string().nullable(),
})
export type ExportRun = z.infer<typeof ExportRun>
export const ExportResult = z.object({ path: z.string(), rows: z.number().int(), leftOut: z.number().int() })

/**
 * The words a file prints: each code of a closed list in the user's language, by the name the list has in
 * `i18n/<language>/values.ts`; `column` words the fields of a filter that are no column of the file.
 */
export const Words = z.record(z.string(), z.record(z.string(), z.string()))

export const ListExport = ExportRequest.extend({ words: Words })
export type ListExport = z.output<typeof ListExport>
export const PartnerExport = z.strictObject({
  filter: PageRequest.shape.filter,
  landlordId: z.string().nullable(),
  format: z.enum(exportFormats),
  path: z.string(),
  locale: Locale,
  purpose: z.string().trim().max(200),
  words: Words,
})
export type PartnerExport = z.output<typeof PartnerExport>
export const AssociationExport = z.strictObject({
  filter: PageRequest.shape.filter,
  format: z.enum(exportFormats),
  path: z.string(),
  locale: Locale,
  recipient: z.string().trim().max(200),
  words: Words,
})
export type AssociationExport = z.output<typeof AssociationExport>

/** Of the referrals of a landlord: those that leave, the withdrawals told by number, those that stay and why. */
const HandOverCounts = z.object({
  leaving: z.number().int(),
  withdrawals: z.number().int(),
  staying: z.object({ noAgreement: z.number().int(), draft: z.number().int(), ended: z.number().int() }),
})

export const exports_ = {
  list: job(ListExport, ExportResult),
  /**
   * For a partner: one row for each referral, its number, status, dates, decision and coded reason,
   * and nothing the person did not agree to share. Rows without that agreement are left out and counted.
   */
  forPartner: job(PartnerExport, ExportResult),
  /** Who will read what, before it is written. */
  previewForPartner: query(
    z.strictObject({ filter: PageRequest.shape.filter, landlordId: z.string().nullable() }),
    z.object({ rows: z.number().int(), leftOut: z.number().int(), recipients: z.array(z.string()) }),
  ),
  /** For a landlord: the referrals to hand to the association, with the agreement that lets them travel. */
  forAssociation: job(AssociationExport, ExportResult),
  /** What will be in it, before it is written, and what stays here. */
  previewForAssociation: query(AssociationExport.pick({ filter: true }), HandOverCounts),
  runs: query(z.strictObject({}), z.array(ExportRun)),
}
