import { createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import { spaceKinds } from '../../shared/rules/values.ts'
import { unfinishedName, type Disk } from './disk.ts'
import { failureCode } from './failures.ts'
import { sealingKeyOf, type RandomBytes } from './keys.ts'
import { Slot } from './slots.ts'

/**
 * `space.json`: what must be known of a space before its key is. It lies beside the database, and beside each backup,
 * and is written before what needs it. It holds no name of a person.
 */
export const envelopeName = 'space.json'

/** How an envelope is written; a reader that does not know the number touches nothing. */
const format = 1

const Instant = z.iso.datetime()
const FileId = z.string().regex(/^[0-9a-f]{32}$/u)
const FileName = z.string().regex(/^space(-[0-9a-f]{8})?\.db$/u)

/** A database file of the space, and the random name its key is derived from. */
const DatabaseFile = z.looseObject({ file: FileName, fileId: FileId, schemaVersion: z.number().int().min(0) })

/** A file that a restore set aside; it can be put back. */
export const ReplacedFile = DatabaseFile.extend({ replacedAt: Instant, counts: z.record(z.string(), z.number().int()) })
export type ReplacedFile = z.infer<typeof ReplacedFile>

export const backupReasons = ['daily', 'manual', 'migration', 'import', 'restore'] as const
export type BackupReason = (typeof backupReasons)[number]

/** In a backup's envelope: when and why it was made, and what was counted in the file it was made from. */
export const BackupNote = z.looseObject({
  takenAt: Instant,
  reason: z.enum(backupReasons),
  counts: z.record(z.string(), z.number().int()),
  bytes: z.number().int(),
})
export type BackupNote = z.infer<typeof BackupNote>

/** An envelope before it is sealed. Fields that a later version may add are kept, through every rewriting. */
const Draft = DatabaseFile.extend({
  format: z.literal(format),
  spaceId: z.uuid(),
  name: z.string().min(1).max(200),
  kind: z.enum(spaceKinds),
  demo: z.boolean(),
  createdAt: Instant,
  slots: z.array(Slot).min(1).max(8),
  replaced: z.array(ReplacedFile).optional(),
  backup: BackupNote.optional(),
})
export type Draft = z.infer<typeof Draft>

export const Envelope = Draft.extend({ seal: z.base64() })
export type Envelope = z.infer<typeof Envelope>

/** Read before anything else: enough to refuse a newer space, whatever else it holds. */
const Announcement = z.looseObject({ format: z.number().int(), schemaVersion: z.number().int() })

export async function readEnvelope(disk: Disk, folder: string, newestSchema: number): Promise<Envelope> {
  const content = await readOrNone(disk, join(folder, envelopeName))
  if (content === null) throw new AppError('notASpace')
  return parseEnvelope(content.toString('utf8'), newestSchema)
}

export function parseEnvelope(text: string, newestSchema: number): Envelope {
  const found = parseJson(text)
  const announced = Announcement.safeParse(found)
  if (!announced.success) throw new AppError('spaceDamaged')
  const { format: itsFormat, schemaVersion } = announced.data
  if (itsFormat > format || schemaVersion > newestSchema) throw new AppError('spaceFromFuture', { schemaVersion })
  const envelope = Envelope.safeParse(found)
  if (!envelope.success) throw new AppError('spaceDamaged')
  return envelope.data
}

/** Signs the whole envelope with a key that only the space key gives. */
export function seal(draft: Draft, spaceKey: Buffer): Envelope {
  return Envelope.parse({ ...draft, seal: sealOf(draft, spaceKey).toString('base64') })
}

/** Refuses an envelope that was altered by somebody who does not have the key. */
export function assertSealed(envelope: Envelope, spaceKey: Buffer): void {
  const { seal: found, ...draft } = envelope
  const wanted = sealOf(draft, spaceKey)
  const given = Buffer.from(found, 'base64')
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new AppError('spaceDamaged')
}

/** Replaces the envelope in one step: whoever reads it, or loses power, sees the old one or the new one. */
export async function writeEnvelope(
  { disk, randomBytes }: { readonly disk: Disk; readonly randomBytes: RandomBytes },
  folder: string,
  envelope: Envelope,
): Promise<void> {
  const final = join(folder, envelopeName)
  const temporary = unfinishedName(final, randomBytes(4).toString('hex'))
  await disk.writeNew(temporary, serialise(envelope))
  await disk.rename(temporary, final)
}

export function serialise(envelope: Envelope): string {
  return `${JSON.stringify(envelope, null, 2)}\n`
}

function sealOf(envelope: Draft & { seal?: unknown }, spaceKey: Buffer): Buffer {
  const { seal: _, ...signed } = envelope
  const sealingKey = sealingKeyOf(spaceKey, envelope.spaceId)
  try {
    return createHmac('sha256', sealingKey).update(canonical(signed)).digest()
  } finally {
    sealingKey.fill(0)
  }
}

/** The same text for the same content, whatever the order in which it was written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  fields.sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function readOrNone(disk: Disk, path: string): Promise<Buffer | null> {
  try {
    return await disk.read(path)
  } catch (error) {
    if (failureCode(error) === 'ENOENT' || failureCode(error) === 'ENOTDIR') return null
    throw error
  }
}
