import * as z from 'zod'

/**
 * What the data process and the reader process say to each other. The reader holds one foreign file and no
 * key: whatever it says is checked again by the data process.
 */

/** How the file was read: detected first, and changeable. `headerRow` counts from 0; null when there is none. */
export const FileShape = z.strictObject({
  format: z.enum(['csv', 'xlsx']),
  sheet: z.string().max(200).nullable(),
  headerRow: z.number().int().min(0).nullable(),
  encoding: z.string().max(20).nullable(),
  delimiter: z.string().max(1).nullable(),
})
export type FileShape = z.infer<typeof FileShape>

/** What a file may cost before it is refused. */
export const fileLimits = {
  /** Bytes on the disk. */
  fileBytes: 50 * 1024 * 1024,
  /** Bytes of a workbook once inflated, all its parts together. */
  inflatedBytes: 500 * 1024 * 1024,
  /** Inflated bytes for each byte of the file; below `ratioFrom` inflated bytes a small workbook may be dense. */
  inflatedRatio: 100,
  ratioFrom: 8 * 1024 * 1024,
  entries: 2000,
  rows: 200_000,
  columns: 300,
  cellCharacters: 32_767,
} as const
export type FileLimit = keyof typeof fileLimits

/** A date that a workbook marks as one. Everything else is as it stands: text, number, yes or no, nothing. */
export const ReadDate = z.strictObject({ date: z.string().max(10) })
export type ReadCell = string | number | boolean | null | z.infer<typeof ReadDate>

/** Why a row could not be read whole; it is counted and refused, never lost. */
export const rowFaults = ['cellTooLong', 'unclosedQuote'] as const
export type RowFault = (typeof rowFaults)[number]

/** A row of the file: its number as a spreadsheet shows it, from 1. */
export interface ReadRow {
  readonly line: number
  readonly cells: readonly ReadCell[]
  readonly fault: RowFault | null
}

export const rowsPerBatch = 500

/** To the reader: what to read and how, and then one `next` for each batch it may send. */
export const ToReader = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('read'), path: z.string(), shape: FileShape.nullable() }),
  z.strictObject({ type: z.literal('next') }),
])
export type ToReader = z.infer<typeof ToReader>

const Cell: z.ZodType<ReadCell> = z.union([
  z.string().max(fileLimits.cellCharacters),
  z.number(),
  z.boolean(),
  z.null(),
  ReadDate,
])

/** From the reader: first the shape it found, then batches of rows, then the end; or a failure. */
export const FromReader = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('shape'),
    shape: FileShape,
    sheets: z.array(z.string().max(200)).max(500),
    headers: z.array(z.string().max(500)).max(fileLimits.columns),
  }),
  z.strictObject({
    type: z.literal('rows'),
    rows: z
      .array(
        z.strictObject({
          line: z.number().int().min(1),
          cells: z.array(Cell).max(fileLimits.columns),
          fault: z.enum(rowFaults).nullable(),
        }),
      )
      .max(rowsPerBatch),
    /** Bytes of the file read so far, and in all. */
    done: z.number().int(),
    total: z.number().int(),
  }),
  z.strictObject({ type: z.literal('end'), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({
    type: z.literal('failed'),
    code: z.enum(['fileTooLarge', 'fileUnreadable', 'fileProtected', 'fileFormatUnknown', 'fileEmpty', 'notFound']),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
])
export type FromReader = z.infer<typeof FromReader>

/** To whoever started the reader: it is at work, or it waits for the data process. Only work takes time from its limit. */
export type ReaderPulse = { readonly type: 'working' } | { readonly type: 'waiting' }
